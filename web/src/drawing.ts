// The picture as a drawing of its own (SVG), from the same positions, looks and words: for export
// and for print.
import { axisWidth } from './axis';
import { labelLines } from './labels';
import { legendElements, text, tickElements } from './drawing_frame';
import { symbolSize, type Layout } from './layout';
import { edgeLook, fontFamily, fontSize, labelGap, lineHeight, rings, type EdgeLook } from './look';
import type { Edge, Model } from './model';
import type { Palette } from './palette';
import { arrowHead, outline, svg } from './symbols';
import type { Shown } from './visible';

export interface Drawing {
  element: SVGSVGElement;
  width: number;
  height: number;
}

export interface DrawingOptions {
  palette: Palette;
  choke: ReadonlySet<string>;
  title: string;
  notes: string[]; // lines below the picture: filters, what was withheld, when it was made
}

const half = symbolSize / 2;
const margin = 24;
const noteHeight = 17;

/** The line from one symbol to the next, with its head; on a curve when it is bent. */
function edgeElements(
  from: { x: number; y: number },
  to: { x: number; y: number },
  bend: number,
  look: EdgeLook,
): SVGElement[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const middle = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend,
  };
  const along = (a: { x: number; y: number }, b: { x: number; y: number }, by: number) => {
    const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: a.x + ((b.x - a.x) / far) * by, y: a.y + ((b.y - a.y) / far) * by };
  };
  const start = along(from, middle, half + 1);
  const tip = along(to, middle, half + 3);
  const end = along(tip, middle, 5 + look.width * 1.2);
  const far = Math.hypot(to.x - middle.x, to.y - middle.y) || 1;
  const path =
    bend === 0
      ? `M${start.x},${start.y}L${end.x},${end.y}`
      : `M${start.x},${start.y}Q${middle.x},${middle.y} ${end.x},${end.y}`;
  return [
    svg('path', {
      d: path.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(1)),
      fill: 'none',
      stroke: look.color,
      'stroke-width': look.width,
      ...(look.dash.length > 0 ? { 'stroke-dasharray': look.dash.join(' ') } : {}),
    }),
    arrowHead(look, tip.x, tip.y, (to.x - middle.x) / far, (to.y - middle.y) / far),
  ];
}

function lookOf(model: Model, edge: Edge, palette: Palette): EdgeLook {
  const look = edgeLook(edge, palette);
  const from = model.nodes.get(edge.from)?.circle;
  const round = edge.sourcing && from !== undefined && from === model.nodes.get(edge.to)?.circle;
  return round ? { ...look, color: palette.circle, width: 3 } : look;
}

function nodeElements(
  model: Model,
  id: string,
  at: { x: number; y: number },
  tick: string,
  options: DrawingOptions,
): SVGElement {
  const node = model.nodes.get(id)!;
  const { palette } = options;
  const colors = palette.kinds[node.kind];
  const group = svg('g', { 'data-id': id });
  if (node.circle !== undefined) {
    group.append(
      svg('circle', {
        cx: at.x,
        cy: at.y,
        r: half + rings.circle.padding,
        fill: palette.circle,
        'fill-opacity': rings.circle.opacity,
      }),
    );
  }
  if (options.choke.has(id)) {
    const ring = outline(node.kind, at.x, at.y, half + rings.choke.offset + rings.choke.width);
    for (const [name, value] of [
      ['fill', 'none'],
      ['stroke', palette.choke],
      ['stroke-width', String(rings.choke.width)],
    ] as const)
      ring.setAttribute(name, value);
    group.append(ring);
  }
  const shape = outline(node.kind, at.x, at.y, half);
  shape.setAttribute('fill', colors.fill);
  shape.setAttribute('stroke', colors.edge);
  const isOrigin = node.origin && !node.folded_into;
  shape.setAttribute('stroke-width', isOrigin ? '5' : '1.5');
  if (node.folded_into) shape.setAttribute('stroke-dasharray', '3 2');
  group.append(shape);
  if (isOrigin) {
    const inner = outline(node.kind, at.x, at.y, half);
    inner.setAttribute('fill', 'none');
    inner.setAttribute('stroke', palette.paper);
    inner.setAttribute('stroke-width', '1.6');
    group.append(inner);
  }
  const lines = labelLines(model, node, tick);
  const step = fontSize * lineHeight;
  lines.forEach((line, i) => {
    const y = at.y + (i - (lines.length - 1) / 2) * step;
    group.append(
      text(at.x + half + labelGap, y, line, {
        fill: palette.ink,
        stroke: palette.paper,
        'stroke-width': 3,
        'paint-order': 'stroke',
      }),
    );
  });
  return group;
}

/** All that is shown, with its axis and notes; a drawing that stands by itself. */
export function drawingOf(
  model: Model,
  layout: Layout,
  shown: Shown,
  options: DrawingOptions,
): Drawing {
  const { palette } = options;
  const places = [...layout.at].filter(([id]) => shown.nodes.has(id));
  const xs = places.map(([, at]) => at.x);
  const left = xs.reduce((a, b) => Math.min(a, b), Infinity) - half - 20 - axisWidth;
  const right = xs.reduce((a, b) => Math.max(a, b), -Infinity) + 190;
  const ticks = layout.ticks;
  const top = (ticks[0]?.top ?? 0) - 44;
  const lastTick = ticks[ticks.length - 1]?.bottom ?? 0;
  const bottom = lastTick + 40 + options.notes.length * noteHeight;
  const width = Math.ceil(right - left + 2 * margin);
  const height = Math.ceil(bottom - top + margin);
  const element = svg('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${left - margin} ${top} ${width} ${height}`,
    'font-family': fontFamily,
    'font-size': fontSize,
  }) as SVGSVGElement;
  const title = svg('title', {});
  title.textContent = options.title;
  element.append(
    title,
    svg('rect', {
      x: left - margin,
      y: top,
      width,
      height,
      fill: palette.paper,
    }),
  );
  element.append(text(left, top + 24, options.title, { fill: palette.ink, 'font-size': 16 }));
  for (const tick of ticks) element.append(...tickElements(tick, left, right, palette));
  for (const key of shown.edges) {
    const edge = model.edges.get(key);
    const from = edge && layout.at.get(edge.from);
    const to = edge && layout.at.get(edge.to);
    if (!edge || !from || !to || edge.from === edge.to) continue;
    element.append(
      ...edgeElements(from, to, layout.bends.get(key) ?? 0, lookOf(model, edge, palette)),
    );
  }
  for (const [id, at] of places) {
    element.append(nodeElements(model, id, at, layout.tickOf.get(id) ?? '', options));
  }
  element.append(...legendElements(model, shown, left, lastTick + 22, palette));
  options.notes.forEach((note, i) =>
    element.append(
      text(left, bottom - (options.notes.length - i) * noteHeight + 10, note, {
        fill: palette.muted,
        'font-size': 11,
      }),
    ),
  );
  return { element, width, height };
}
