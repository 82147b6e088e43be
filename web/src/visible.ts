// Which nodes and edges the filters leave, and the filters in words.
import { chainsOf } from './chains';
import { dayText } from './dates';
import type { Edge, Model } from './model';
import type { View } from './view';
import { confidenceOf, counted, edgeKindWords, kindWords } from './words';

export interface Shown {
  nodes: Set<string>;
  edges: Set<string>;
}

/** The edges that the filters allow, whatever is selected. */
export function allowedEdges(
  model: Model,
  times: Map<string, number | null>,
  view: View,
): (edge: Edge) => boolean {
  const nodes = allowedNodes(model, times, view);
  return (edge) =>
    nodes.has(edge.from) &&
    nodes.has(edge.to) &&
    !view.hiddenEdgeKinds.has(edge.kind) &&
    !view.hiddenStatuses.has(edge.status) &&
    confidenceOf(edge) >= view.minConfidence;
}

/** Undated nodes stay under every date; so do those that may have been published by then. */
function allowedNodes(model: Model, times: Map<string, number | null>, view: View): Set<string> {
  const nodes = new Set<string>();
  for (const node of model.nodes.values()) {
    if (view.hiddenKinds.has(node.kind)) continue;
    const open = node.date !== null && node.start === null;
    const time = times.get(node.id) ?? null;
    if (view.asOf !== null && !open && time !== null && time > view.asOf) continue;
    nodes.add(node.id);
  }
  return nodes;
}

export function shownUnder(model: Model, times: Map<string, number | null>, view: View): Shown {
  const allowed = allowedEdges(model, times, view);
  if (view.chainOf !== null && model.nodes.has(view.chainOf)) {
    const chain = chainsOf(model, view.chainOf, allowed);
    return { nodes: chain.nodes, edges: chain.edges };
  }
  const edges = new Set<string>();
  for (const edge of model.edges.values()) if (allowed(edge)) edges.add(edge.key);
  return { nodes: allowedNodes(model, times, view), edges };
}

/** "as of 2019-11-24; without speakers": what the reader has set; "" for nothing. */
export function filterWords(view: View): string {
  const parts: string[] = [];
  if (view.chainOf !== null) parts.push(`only the chains of ${view.chainOf}`);
  if (view.asOf !== null) parts.push(`as of ${dayText(view.asOf)}`);
  const kinds = [...view.hiddenKinds].map((kind) => kindWords[kind].many);
  const edges = [...view.hiddenEdgeKinds].map((kind) => `“${edgeKindWords(kind)}”`);
  if (kinds.length > 0) parts.push(`without ${kinds.join(', ')}`);
  if (edges.length > 0) parts.push(`without edges ${edges.join(', ')}`);
  if (view.hiddenStatuses.size > 0) {
    parts.push(`without ${[...view.hiddenStatuses].join(' and ')} edges`);
  }
  if (view.minConfidence > 0) parts.push(`confidence from ${view.minConfidence.toFixed(2)}`);
  return parts.join('; ');
}

export function countWords(model: Model, shown: Shown): string {
  const nodes = counted(model.nodes.size, 'node');
  const edges = counted(model.edges.size, 'edge');
  const all = shown.nodes.size === model.nodes.size && shown.edges.size === model.edges.size;
  if (all) return `${nodes}, ${edges}`;
  return (
    `${shown.nodes.size.toLocaleString('en')} of ${nodes}, ` +
    `${shown.edges.size.toLocaleString('en')} of ${edges}`
  );
}
