// How nodes and edges look: shapes, widths, dashes, arrows. The graph, the legend and the exported
// drawing all take it from here.
import type { NodeKind } from './data';
import type { Edge } from './model';
import type { Palette } from './palette';

/** Corners from -1 to 1 of half the symbol's size, or the name of a round one. */
export const shapes: Record<NodeKind, number[] | 'ellipse' | 'rounded'> = {
  article: 'rounded',
  document: [-0.8, -1, 0.3, -1, 0.8, -0.5, 0.8, 1, -0.8, 1],
  quote: [-1, -0.85, 1, -0.85, 1, 0.4, 0, 0.4, -0.6, 1, -0.55, 0.4, -1, 0.4],
  claim: [-1, 0, -0.5, -0.87, 0.5, -0.87, 1, 0, 0.5, 0.87, -0.5, 0.87],
  speaker: 'ellipse',
  outlet: [0, -1, 1, 0, 0, 1, -1, 0],
};

export type Arrow = 'triangle' | 'vee' | 'tee' | 'diamond' | 'none';

export interface EdgeLook {
  color: string;
  width: number;
  dash: number[]; // empty: a whole line
  arrow: Arrow;
  hollow: boolean;
}

export const edgeArrows: Record<string, Arrow> = {
  derived_from: 'triangle',
  cites: 'vee',
  quoted_from: 'triangle',
  corrects: 'tee',
  denies: 'tee',
  supports: 'vee',
  same_as: 'diamond',
  quotes: 'vee',
  states: 'vee',
};

export const dashes: Record<string, number[]> = { inferred: [8, 5], disputed: [2, 4] };

export function edgeLook(
  edge: Pick<Edge, 'kind' | 'status' | 'sourcing' | 'inherited'>,
  palette: Palette,
): EdgeLook {
  return {
    color: palette.edges[edge.kind] ?? palette.line,
    width: edge.sourcing ? (edge.kind === 'derived_from' ? 2.4 : 1.9) : 1.1,
    dash: dashes[edge.status] ?? [],
    arrow: edgeArrows[edge.kind] ?? 'vee',
    hollow: edge.inherited === true || edge.kind === 'same_as',
  };
}

export const rings = { choke: { offset: 4, width: 2.5 }, circle: { padding: 9, opacity: 0.35 } };
export const labelGap = 8; // from a symbol to its label
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", "Liberation Sans", "Noto Sans", sans-serif';
export const fontSize = 13;
export const lineHeight = 1.2;
