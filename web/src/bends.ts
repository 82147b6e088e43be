// Which edges are drawn bent: those that would run through a node between their ends, and all but
// one of several edges between the same two nodes.
import type { Edge } from './model';

type Point = { x: number; y: number };

const clearance = 22; // from a symbol's middle to a line that passes it
const tries = [0, 34, -34, 68, -68, 110, -110];

/** A point of the curve at `t`, whose middle is drawn `bend` aside. */
function onCurve(from: Point, to: Point, bend: number, t: number): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const aside = 2 * t * (1 - t) * bend;
  return {
    x: from.x + dx * t - (dy / length) * aside,
    y: from.y + dy * t + (dx / length) * aside,
  };
}

function hits(from: Point, to: Point, bend: number, between: Point[][]): number {
  let count = 0;
  for (const row of between) {
    const y = row[0]!.y;
    const at = onCurve(from, to, bend, (y - from.y) / (to.y - from.y));
    let low = 0;
    let high = row.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row[middle]!.x < at.x - clearance) low = middle + 1;
      else high = middle;
    }
    if (low < row.length && row[low]!.x < at.x + clearance) ++count;
  }
  return count;
}

/** Returns the bend of each edge by its key, in pixels; 0 is straight. */
export function bendsOf(
  edges: Edge[],
  at: Map<string, Point>,
  rows: string[][],
): Map<string, number> {
  const lines = rows.map((row) => row.map((id) => at.get(id)!));
  const rowAt = new Map<number, number>();
  lines.forEach((line, r) => {
    if (line[0]) rowAt.set(line[0].y, r);
  });
  const bends = new Map<string, number>();
  const used = new Map<string, Set<number>>();
  for (const edge of edges) {
    const from = at.get(edge.from)!;
    const to = at.get(edge.to)!;
    if (edge.from === edge.to) continue;
    const [first, last] = [rowAt.get(from.y)!, rowAt.get(to.y)!].sort((a, b) => a - b);
    const between = lines.slice(first! + 1, last!);
    // Seen from the same end for both directions, so that two edges do not bend onto each other.
    const forward = edge.from < edge.to;
    const pair = forward ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`;
    const taken = used.get(pair) ?? new Set<number>();
    used.set(pair, taken);
    let best = 0;
    let fewest = Infinity;
    for (const bend of tries) {
      if (taken.has(forward ? bend : -bend)) continue;
      // In one row, a straight line would run along the labels.
      const along = first === last && bend === 0 && Math.abs(to.x - from.x) > 150 ? 1 : 0;
      const count = between.length === 0 ? along : hits(from, to, bend, between);
      if (count < fewest) {
        fewest = count;
        best = bend;
      }
      if (fewest === 0) break;
    }
    taken.add(forward ? best : -best);
    bends.set(edge.key, best);
  }
  return bends;
}
