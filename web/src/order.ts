// Where nodes stand in their rows: near what they are joined to, so that edges cross little.
//
// Rows are given (they are dates), which the layered layouts of libraries do not take, or take at a
// dummy node for every row that an edge crosses; README.md has the measurement. Here each sweep
// moves the nodes of a row to the mean of their neighbours, in any row, and then apart again.

export interface Link {
  from: number;
  to: number;
  weight: number;
}

const sweeps = 40;

/** Least-squares places of a row, as ordered, at least 1 apart: pools of adjacent violators. */
function apart(wished: number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  wished.forEach((wish, i) => {
    pools.push({ sum: wish - i, count: 1 });
    for (;;) {
      const last = pools[pools.length - 1]!;
      const before = pools[pools.length - 2];
      if (!before || before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      pools.pop();
    }
  });
  const places: number[] = [];
  for (const pool of pools) {
    for (let i = 0; i < pool.count; ++i) places.push(pool.sum / pool.count + places.length);
  }
  return places;
}

/** Returns the place of each node, in columns; `rows` holds node numbers, and is put in order. */
export function placesInRows(rows: number[][], links: Link[], nodes: number): Float64Array {
  const x = new Float64Array(nodes);
  const row = new Int32Array(nodes);
  rows.forEach((ids, r) =>
    ids.forEach((id, i) => {
      x[id] = i - (ids.length - 1) / 2;
      row[id] = r;
    }),
  );
  const near: { other: number; weight: number }[][] = Array.from({ length: nodes }, () => []);
  for (const { from, to, weight } of links) {
    // A neighbour many rows away matters less: its edge is long whatever is done.
    const pull = weight / Math.max(1, Math.abs(row[from]! - row[to]!)) ** 0.5;
    near[from]!.push({ other: to, weight: pull });
    near[to]!.push({ other: from, weight: pull });
  }
  const length = () =>
    links.reduce((sum, { from, to, weight }) => sum + weight * Math.abs(x[from]! - x[to]!), 0);
  let best = x.slice();
  let shortest = Infinity;
  for (let sweep = 0; sweep < sweeps; ++sweep) {
    for (let i = 0; i < rows.length; ++i) {
      const at = sweep % 2 === 0 ? i : rows.length - 1 - i;
      // The first sweeps look one way only, as in a layered layout; later ones both.
      const way = sweep < sweeps / 2 ? (sweep % 2 === 0 ? -1 : 1) : 0;
      placeRow(rows[at]!, near, x, (other) => way === 0 || (row[other]! - at) * way > 0);
    }
    const now = length();
    if (now < shortest) {
      shortest = now;
      best = x.slice();
    }
  }
  for (const ids of rows) ids.sort((a, b) => best[a]! - best[b]!);
  return best;
}

function placeRow(
  ids: number[],
  near: { other: number; weight: number }[][],
  x: Float64Array,
  counts: (other: number) => boolean,
): void {
  const wish = new Map<number, number>();
  for (const id of ids) {
    let sum = 0;
    let weights = 0;
    for (const { other, weight } of near[id]!) {
      if (!counts(other)) continue;
      sum += x[other]! * weight;
      weights += weight;
    }
    wish.set(id, weights > 0 ? sum / weights : x[id]!);
  }
  ids.sort((a, b) => wish.get(a)! - wish.get(b)! || x[a]! - x[b]!);
  const places = apart(ids.map((id) => wish.get(id)!));
  ids.forEach((id, i) => {
    x[id] = places[i]!;
  });
}
