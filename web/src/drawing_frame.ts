// What stands around the graph in a drawing: the axis at its left and the line of signs below.
import { nodeKinds } from './data';
import type { Tick } from './layout';
import type { Model } from './model';
import type { Palette } from './palette';
import { outline, svg } from './symbols';
import type { Shown } from './visible';
import { kindWords } from './words';

export function text(
  x: number,
  y: number,
  words: string,
  more: Record<string, string | number> = {},
): SVGElement {
  const element = svg('text', { x, y, 'dominant-baseline': 'central', ...more });
  element.textContent = words;
  return element;
}

export function tickElements(
  tick: Tick,
  left: number,
  right: number,
  palette: Palette,
): SVGElement[] {
  const parts: SVGElement[] = [];
  for (const y of [tick.top, tick.bottom]) {
    parts.push(
      svg('line', {
        x1: left,
        x2: right,
        y1: y,
        y2: y,
        stroke: palette.rule,
        ...(tick.undated ? { 'stroke-dasharray': '3 3' } : {}),
      }),
    );
  }
  parts.push(
    text(left + 10, tick.top + 12, tick.label, {
      fill: tick.undated ? palette.muted : palette.ink,
      ...(tick.undated ? { 'font-style': 'italic' } : {}),
    }),
  );
  if (tick.gapBelow) {
    const y = tick.bottom + tick.gapHeight / 2;
    parts.push(
      svg('polyline', {
        points: [3, -3, 3, -3].map((up, i) => `${left + 11 + 4 * i},${y + up}`).join(' '),
        fill: 'none',
        stroke: palette.muted,
      }),
      text(left + 30, y, tick.gapBelow, { fill: palette.muted, 'font-size': 11 }),
    );
  }
  return parts;
}

/** One line of signs: the kinds that are there, and what rings, halos and dashes mean. */
export function legendElements(
  model: Model,
  shown: Shown,
  left: number,
  y: number,
  palette: Palette,
): SVGElement[] {
  const nodes = [...shown.nodes].map((id) => model.nodes.get(id)!);
  const edges = [...shown.edges].map((key) => model.edges.get(key)!);
  const parts: SVGElement[] = [];
  let x = left;
  const add = (words: string, symbol?: SVGElement) => {
    if (symbol) parts.push(symbol);
    parts.push(text(x + (symbol ? 20 : 0), y, words, { fill: palette.muted, 'font-size': 11 }));
    x += (symbol ? 20 : 0) + words.length * 6.2 + 16;
  };
  for (const kind of nodeKinds) {
    if (!nodes.some((node) => node.kind === kind)) continue;
    const symbol = outline(kind, x + 8, y, 7);
    symbol.setAttribute('fill', palette.kinds[kind].fill);
    symbol.setAttribute('stroke', palette.kinds[kind].edge);
    add(kindWords[kind].one, symbol);
  }
  const signs = ['arrows point to the older', 'ringed: choke point', 'double line: origin'];
  if (nodes.some((node) => node.circle !== undefined)) signs.push('haloed: on a circle');
  if (edges.some((edge) => edge.status === 'inferred')) signs.push('dashed: inferred');
  if (edges.some((edge) => edge.status === 'disputed')) signs.push('dotted: disputed');
  add(signs.join(' · '));
  return parts;
}
