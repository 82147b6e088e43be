// The vertical axis: steps of time, newest on top, each with its rows; the undated above them.
//
// Dates of a story cluster, so that a true scale would be mostly empty. A step is as high as its
// rows need, and steps are as fine (day, week, …) as keeps their number readable. Time that passes
// between two steps gets little room, and a break that says how much it was.
import { stepSizes, stepStart, stepsBetween, stepText, spanText, type StepSize } from './dates';
import type { Edge, Model } from './model';

export interface Step {
  start: number | null; // null: undated
  label: string;
  rows: string[][]; // ids; the top row first
  gapBelow: string | null; // "3 months": what lies between this step and the next older one
  gapSteps: number;
}

export interface Steps {
  size: StepSize;
  steps: Step[];
}

function chooseSize(times: number[], nodes: number): StepSize {
  const most = Math.max(40, Math.ceil(2 * Math.sqrt(nodes)));
  for (const size of stepSizes) {
    if (new Set(times.map((time) => stepStart(time, size))).size <= most) return size;
  }
  return 'century';
}

/** The bound of a date that places its node: "2019" of "2019/2020", "../2019" and "2019/..". */
export function placedBy(date: string): string {
  const [from = '', to] = date.split('/');
  return to !== undefined && (from === '..' || from === '') ? to : from;
}

/** "1530" where all dates of the step are that coarse, and the same; else the name of the step. */
function labelOf(model: Model, ids: string[], start: number, size: StepSize): string {
  const dates = new Set<string>();
  for (const id of ids) {
    const date = model.nodes.get(id)?.date;
    if (date) dates.add(placedBy(date));
  }
  const [only] = dates;
  if (dates.size === 1 && only && /^-?\d{4}(-\d\d)?$/.test(only)) return only;
  return stepText(start, size);
}

/** Longest path from the bottom, over the edges inside a step; an edge that closes a circle counts
 * for nothing. Returns the layer of each node, 0 at the bottom. */
function layersOf(
  model: Model,
  ids: string[],
  counts: (edge: Edge) => boolean,
): Map<string, number> {
  const inside = new Set(ids);
  const layer = new Map<string, number>();
  const open = new Set<string>();
  for (const root of ids) {
    const stack = [{ id: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (top.next === 0) {
        if (layer.has(top.id)) {
          stack.pop();
          continue;
        }
        open.add(top.id);
      }
      const edge = model.outOf(top.id)[top.next++];
      if (!edge) {
        let at = 0;
        for (const out of model.outOf(top.id)) {
          if (!counts(out) || open.has(out.to)) continue;
          at = Math.max(at, (layer.get(out.to) ?? -1) + 1);
        }
        layer.set(top.id, at);
        open.delete(top.id);
        stack.pop();
      } else if (counts(edge) && inside.has(edge.to) && !layer.has(edge.to) && !open.has(edge.to)) {
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return layer;
}

function rowsOf(model: Model, ids: string[], shownEdges: Set<string>, widest: number): string[][] {
  const layers = layersOf(model, ids, (edge) => shownEdges.has(edge.key));
  const byLayer: string[][] = [];
  for (const id of ids) (byLayer[layers.get(id) ?? 0] ??= []).push(id);
  const rows: string[][] = [];
  for (const layer of byLayer.reverse()) {
    if (!layer) continue;
    const parts = Math.ceil(layer.length / widest);
    const each = Math.ceil(layer.length / parts);
    for (let at = 0; at < layer.length; at += each) rows.push(layer.slice(at, at + each));
  }
  return rows;
}

/** Returns the steps from the top: the undated, then newest to oldest. */
export function stepsOf(
  model: Model,
  times: Map<string, number | null>,
  shown: { nodes: Set<string>; edges: Set<string> },
): Steps {
  const widest = Math.max(5, Math.ceil(0.9 * Math.sqrt(shown.nodes.size)));
  const dated: number[] = [];
  for (const id of shown.nodes) {
    const time = times.get(id);
    if (time !== null && time !== undefined) dated.push(time);
  }
  const size = chooseSize(dated, shown.nodes.size);
  const groups = new Map<number | null, string[]>();
  for (const id of shown.nodes) {
    const time = times.get(id) ?? null;
    const start = time === null ? null : stepStart(time, size);
    const group = groups.get(start);
    if (group) group.push(id);
    else groups.set(start, [id]);
  }
  const order = [...groups.keys()].sort((a, b) => (b ?? Infinity) - (a ?? Infinity));
  const steps = order.map((start, at): Step => {
    // Newer first, so that a layer that is cut into rows keeps its order in time.
    const ids = groups
      .get(start)!
      .sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || (a < b ? -1 : 1));
    const older = order[at + 1];
    const between =
      start !== null && older !== undefined && older !== null
        ? stepsBetween(older, start, size)
        : 1;
    return {
      start,
      label: start === null ? 'undated' : labelOf(model, ids, start, size),
      rows: rowsOf(model, ids, shown.edges, widest),
      gapBelow: between > 1 ? spanText(start! - older!) : null,
      gapSteps: between,
    };
  });
  return { size, steps };
}
