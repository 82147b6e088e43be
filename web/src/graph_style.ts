// The graph library's style sheet, from the page's own look and colours.
import type cytoscape from 'cytoscape';
import { nodeKinds } from './data';
import {
  dashes,
  edgeArrows,
  edgeLook,
  fontFamily,
  fontSize,
  labelGap,
  lineHeight,
  rings,
  shapes,
} from './look';
import type { Palette } from './palette';

type Sheet = cytoscape.StylesheetJson;
type Css = Record<string, unknown>;

function kindStyles(palette: Palette): { selector: string; style: Css }[] {
  return nodeKinds.map((kind) => {
    const shape = shapes[kind];
    const points: Css =
      typeof shape === 'string'
        ? { shape: shape === 'ellipse' ? 'ellipse' : 'round-rectangle' }
        : { shape: 'polygon', 'shape-polygon-points': shape.join(' ') };
    return {
      selector: `node.${kind}`,
      style: {
        ...points,
        'background-color': palette.kinds[kind].fill,
        'border-color': palette.kinds[kind].edge,
      },
    };
  });
}

function edgeCss(kind: string, sourcing: boolean, palette: Palette): Css {
  const look = edgeLook({ kind, status: 'asserted', sourcing }, palette);
  return {
    width: look.width,
    'line-color': look.color,
    'target-arrow-color': look.color,
    'target-arrow-shape': look.arrow,
    'target-arrow-fill': look.hollow ? 'hollow' : 'filled',
  };
}

export function graphStyle(palette: Palette, size: number): Sheet {
  const rules: { selector: string; style: Css }[] = [
    {
      selector: 'node',
      style: {
        width: size,
        height: size,
        'border-width': 1.5,
        label: 'data(label)',
        'font-family': fontFamily,
        'font-size': fontSize,
        color: palette.ink,
        'line-height': lineHeight,
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'text-halign': 'right',
        'text-valign': 'center',
        'text-margin-x': labelGap,
        'text-background-color': palette.paper,
        'text-background-opacity': 0.82,
        'text-background-padding': 1,
        'min-zoomed-font-size': 5,
        'text-events': 'yes',
      },
    },
    { selector: 'node.article', style: { height: size * 0.84 } },
    ...kindStyles(palette),
    { selector: 'node.origin', style: { 'border-width': 5, 'border-style': 'double' } },
    { selector: 'node.folded', style: { 'border-width': 1.5, 'border-style': 'dashed' } },
    {
      selector: 'node.circle',
      style: {
        'underlay-color': palette.circle,
        'underlay-opacity': rings.circle.opacity,
        'underlay-padding': rings.circle.padding,
        'underlay-shape': 'ellipse',
      },
    },
    {
      selector: 'node.choke',
      style: {
        'outline-color': palette.choke,
        'outline-width': rings.choke.width,
        'outline-offset': rings.choke.offset,
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'straight',
        ...edgeCss('', false, palette),
        'arrow-scale': 0.9,
        'target-distance-from-node': 2,
      },
    },
    ...Object.keys(edgeArrows).flatMap((kind) => [
      { selector: `edge.${kind}`, style: edgeCss(kind, false, palette) },
      { selector: `edge.${kind}.hop`, style: edgeCss(kind, true, palette) },
    ]),
    { selector: 'edge.inherited', style: { 'target-arrow-fill': 'hollow' } },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)',
        'control-point-weights': 0.5,
        'edge-distances': 'node-position',
      },
    },
    ...Object.entries(dashes).map(([status, dash]) => ({
      selector: `edge.${status}`,
      style: { 'line-style': 'dashed', 'line-dash-pattern': dash },
    })),
    {
      selector: 'edge.round',
      style: {
        'line-color': palette.circle,
        'target-arrow-color': palette.circle,
        width: 3,
      },
    },
    { selector: '.dim', style: { opacity: 0.22 } },
    {
      selector: 'node.chosen',
      style: {
        'font-weight': 'bold',
        'text-border-width': 1.5,
        'text-border-color': palette.mark,
        'text-border-opacity': 1,
        'text-background-opacity': 1,
        'text-background-padding': 3,
        'z-index': 10,
      },
    },
    {
      selector: 'edge.chosen',
      style: {
        'line-color': palette.mark,
        'target-arrow-color': palette.mark,
        width: 4,
        'z-index': 10,
      },
    },
    { selector: '.hidden', style: { display: 'none' } },
  ];
  return rules as unknown as Sheet;
}
