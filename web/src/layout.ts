// Positions of all that is shown, in pixels of the picture, and the axis beside it.
import { bendsOf } from './bends';
import { placesInRows } from './order';
import { stepsOf, type Step } from './steps';
import type { Model } from './model';
import type { StepSize } from './dates';
import type { Shown } from './visible';

export const columnWidth = 200;
export const rowHeight = 60;
export const symbolSize = 24;
const stepMargin = 22;

export interface Tick {
  label: string;
  top: number;
  bottom: number;
  undated: boolean;
  gapBelow: string | null;
  gapHeight: number; // from `bottom` to the next tick's top
}

export interface Layout {
  at: Map<string, { x: number; y: number }>;
  bends: Map<string, number>; // by edge: how far its middle is drawn aside
  ticks: Tick[];
  size: StepSize;
  tickOf: Map<string, string>; // by node: the name of its step
  ids: string[]; // from the top row to the bottom, each row from the left
}

function gapBelow(step: Step): number {
  if (step.start === null) return 36;
  return stepMargin + (step.gapSteps > 1 ? 14 + Math.min(44, 8 * Math.log2(step.gapSteps)) : 0);
}

export function layoutOf(model: Model, times: Map<string, number | null>, shown: Shown): Layout {
  const { steps, size } = stepsOf(model, times, shown);
  const ids = [...shown.nodes];
  const number = new Map(ids.map((id, i) => [id, i]));
  const rows: number[][] = [];
  const rowY: number[] = [];
  const ticks: Tick[] = [];
  let y = 0;
  const tickOf = new Map<string, string>();
  for (const step of steps) {
    const top = y;
    for (const id of step.rows.flat()) tickOf.set(id, step.label);
    for (const row of step.rows) {
      rows.push(row.map((id) => number.get(id)!));
      rowY.push(y + rowHeight / 2);
      y += rowHeight;
    }
    const gapHeight = gapBelow(step);
    ticks.push({
      label: step.label,
      top,
      bottom: y,
      undated: step.start === null,
      gapBelow: step.gapBelow,
      gapHeight,
    });
    y += gapHeight;
  }
  const edges = [...shown.edges]
    .map((key) => model.edges.get(key)!)
    .filter((edge) => number.has(edge.from) && number.has(edge.to));
  const links = edges.map((edge) => ({
    from: number.get(edge.from)!,
    to: number.get(edge.to)!,
    weight: edge.sourcing ? 3 : 1,
  }));
  const columns = placesInRows(rows, links, ids.length);
  const at = new Map<string, { x: number; y: number }>();
  rows.forEach((row, r) =>
    row.forEach((i) => {
      at.set(ids[i]!, { x: columns[i]! * columnWidth, y: rowY[r]! });
    }),
  );
  return {
    at,
    ticks,
    size,
    tickOf,
    bends: bendsOf(
      edges,
      at,
      rows.map((row) => row.map((i) => ids[i]!)),
    ),
    ids: rows.flat().map((i) => ids[i]!),
  };
}
