// The symbols of nodes and edges as small drawings: legend, lists and table.
import type { NodeKind } from './data';
import { shapes, type EdgeLook } from './look';

const space = 'http://www.w3.org/2000/svg';

export function svg(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** The outline of a kind around (x, y), `half` being half its size. */
export function outline(kind: NodeKind, x: number, y: number, half: number): SVGElement {
  const shape = shapes[kind];
  if (shape === 'ellipse') return svg('ellipse', { cx: x, cy: y, rx: half, ry: half });
  if (shape === 'rounded') {
    return svg('rect', {
      x: x - half,
      y: y - half * 0.84,
      width: 2 * half,
      height: 1.68 * half,
      rx: half * 0.35,
    });
  }
  const points: string[] = [];
  for (let i = 0; i + 1 < shape.length; i += 2) {
    points.push(`${x + shape[i]! * half},${y + shape[i + 1]! * half}`);
  }
  return svg('polygon', { points: points.join(' ') });
}

/** Its colours come from the page's style, by the class. */
export function symbolSvg(kind: NodeKind, mark?: 'origin' | 'choke' | 'round'): SVGElement {
  const size = mark ? 26 : 16;
  const picture = svg('svg', {
    width: size,
    height: size,
    viewBox: `0 0 ${size} ${size}`,
    class: `symbol ${kind}`,
    'aria-hidden': 'true',
  });
  const middle = size / 2;
  if (mark === 'round') {
    picture.append(svg('circle', { cx: middle, cy: middle, r: 12, class: 'halo' }));
  }
  const shape = outline(kind, middle, middle, 7);
  picture.append(shape);
  if (mark === 'origin') {
    shape.setAttribute('stroke-width', '5');
    const inner = outline(kind, middle, middle, 7);
    inner.setAttribute('class', 'inner');
    picture.append(inner);
  }
  if (mark === 'choke') {
    const ring = outline(kind, middle, middle, 11);
    ring.setAttribute('class', 'ring');
    picture.append(ring);
  }
  return picture;
}

/** A short stretch of an edge, its arrow at the right. */
export function edgeSvg(look: EdgeLook): SVGElement {
  const picture = svg('svg', {
    width: 44,
    height: 14,
    viewBox: '0 0 44 14',
    class: 'edge-symbol',
    'aria-hidden': 'true',
  });
  picture.append(
    svg('line', {
      x1: 1,
      y1: 7,
      x2: 34,
      y2: 7,
      stroke: look.color,
      'stroke-width': look.width,
      'stroke-dasharray': look.dash.join(' '),
    }),
  );
  picture.append(arrowHead(look, 42, 7, 1, 0));
  return picture;
}

/** An arrow head whose tip is at (x, y), pointing along (dx, dy), which has length 1. */
export function arrowHead(
  look: EdgeLook,
  x: number,
  y: number,
  dx: number,
  dy: number,
): SVGElement {
  const length = 5 + look.width * 1.6;
  const half = length * 0.45;
  const at = (along: number, aside: number) =>
    `${(x - dx * along - dy * aside).toFixed(1)},${(y - dy * along + dx * aside).toFixed(1)}`;
  const shapesOf = {
    triangle: [at(0, 0), at(length, half), at(length, -half)],
    vee: [at(0, 0), at(length, half), at(length * 0.65, 0), at(length, -half)],
    tee: [at(0, half), at(0, -half), at(2.5, -half), at(2.5, half)],
    diamond: [at(0, 0), at(length / 2, half), at(length, 0), at(length / 2, -half)],
    none: [],
  };
  return svg('polygon', {
    points: shapesOf[look.arrow].join(' '),
    fill: look.hollow ? 'none' : look.color,
    stroke: look.color,
    'stroke-width': 1,
  });
}
