// What there is to read of a node: its passages on record, and its text cut to a line.
import type { Evidence } from './data';
import type { Edge, Model } from './model';

const shortPoints = 280;

export function isLong(text: string): boolean {
  return Array.from(text).length > shortPoints;
}

export function short(text: string): string {
  const points = Array.from(text);
  return points.length <= shortPoints ? text : `${points.slice(0, shortPoints).join('')}…`;
}

/** Evidence that stands in this node, with the edge that it speaks for. */
export function evidenceOfNode(model: Model, id: string): { edge: Edge; evidence: Evidence }[] {
  const found: { edge: Edge; evidence: Evidence }[] = [];
  for (const edge of [...model.outOf(id), ...model.intoOf(id)]) {
    for (const evidence of edge.evidence) if (evidence.in === id) found.push({ edge, evidence });
  }
  return found;
}
