// What is on a chain of a node: the same steps as tracing takes, over the edges that are shown.
import { isWork } from './data';
import type { Edge, Model } from './model';

export interface Chain {
  nodes: Set<string>;
  edges: Set<string>;
}

interface Walk extends Chain {
  model: Model;
  allowed: (edge: Edge) => boolean;
  queue: { id: string; claim?: string | undefined }[];
}

function visit(walk: Walk, id: string, edge?: Edge, claim?: string): void {
  if (edge) walk.edges.add(edge.key);
  if (walk.nodes.has(id)) return;
  walk.nodes.add(id);
  walk.queue.push({ id, claim });
}

/** Nodes that are one with this one: the node that it is shown as, and those shown as it. */
function visitFolded(walk: Walk, id: string, claim?: string): void {
  const into = walk.model.nodes.get(id)?.folded_into;
  for (const other of [...(into ? [into] : []), ...(walk.model.foldedHere.get(id) ?? [])]) {
    if (!walk.model.nodes.has(other)) continue;
    visit(walk, other, undefined, claim);
    for (const edge of walk.model.outOf(id)) {
      if (edge.to === other && walk.allowed(edge)) walk.edges.add(edge.key);
    }
    for (const edge of walk.model.intoOf(id)) {
      if (edge.from === other && walk.allowed(edge)) walk.edges.add(edge.key);
    }
  }
}

function follow(walk: Walk): void {
  for (let step = walk.queue.pop(); step; step = walk.queue.pop()) {
    const { id, claim } = step;
    const node = walk.model.nodes.get(id);
    if (!node) continue;
    visitFolded(walk, id, claim);
    if (node.first_hand) continue; // a chain ends at what its author saw
    for (const edge of walk.model.outOf(id)) {
      if (!walk.allowed(edge)) continue;
      const others = edge.claims && claim !== undefined && !edge.claims.includes(claim);
      const speaker = node.kind === 'quote' && edge.kind === 'spoken_by';
      if ((edge.sourcing && !others) || speaker) visit(walk, edge.to, edge, claim);
    }
  }
}

/** Who names an agent, since no chain leaves one: all that lead to it. */
function back(walk: Walk): void {
  for (let step = walk.queue.pop(); step; step = walk.queue.pop()) {
    for (const edge of walk.model.intoOf(step.id)) {
      if (walk.allowed(edge)) visit(walk, edge.from, edge);
    }
  }
}

/**
 * The chains of `id` back to where they end. Of a work also those of the quotes that it prints; of
 * a claim those of all that states it.
 */
export function chainsOf(model: Model, id: string, allowed: (edge: Edge) => boolean): Chain {
  const walk: Walk = { model, allowed, nodes: new Set(), edges: new Set(), queue: [] };
  const node = model.nodes.get(id);
  if (!node) return walk;
  visit(walk, id);
  if (node.kind === 'speaker' || node.kind === 'outlet') {
    back(walk);
    return walk;
  }
  if (node.kind === 'claim') {
    for (const edge of model.intoOf(id)) {
      if (edge.kind === 'states' && allowed(edge)) visit(walk, edge.from, edge, id);
    }
  } else if (isWork(node)) {
    for (const edge of model.outOf(id)) {
      if (edge.kind === 'quotes' && allowed(edge)) visit(walk, edge.to, edge);
    }
  }
  follow(walk);
  return walk;
}

/** The nodes that every chain from `id` to an origin passes, nearest first. */
export function chokeChain(model: Model, id: string): string[] {
  const chain: string[] = [];
  const seen = new Set([id]);
  for (let at = model.nodes.get(id)?.choke; at && !seen.has(at); at = model.nodes.get(at)?.choke) {
    seen.add(at);
    chain.push(at);
  }
  return chain;
}
