// Colours of both themes. Kinds are Okabe and Ito's eight, told apart by those who see fewer; each
// kind has a shape of its own as well, and an edge of the symbol dark (or light) enough to be seen.
import type { NodeKind } from './data';

export interface Palette {
  paper: string;
  ink: string;
  muted: string;
  line: string; // of edges that are no sourcing
  rule: string; // of the axis
  mark: string; // selection
  circle: string;
  choke: string;
  kinds: Record<NodeKind, { fill: string; edge: string }>;
  edges: Record<string, string>;
}

const light: Palette = {
  paper: '#ffffff',
  ink: '#1b1b1b',
  muted: '#5a5a5a',
  line: '#8c8c8c',
  rule: '#c9c9c4',
  mark: '#0b57d0',
  circle: '#d55e00',
  choke: '#1b1b1b',
  kinds: {
    article: { fill: '#0072b2', edge: '#00466e' },
    document: { fill: '#d55e00', edge: '#7d3700' },
    quote: { fill: '#009e73', edge: '#005a41' },
    claim: { fill: '#cc79a7', edge: '#7d3f61' },
    speaker: { fill: '#e69f00', edge: '#7a5400' },
    outlet: { fill: '#56b4e9', edge: '#1d5f86' },
  },
  edges: {
    derived_from: '#1b1b1b',
    cites: '#00578a',
    quoted_from: '#00704f',
    states: '#a3658a',
    quotes: '#4f9c83',
    corrects: '#b34700',
    denies: '#b34700',
    supports: '#4f7d9c',
  },
};

const dark: Palette = {
  paper: '#16181b',
  ink: '#e9e7e2',
  muted: '#a9a7a1',
  line: '#7d7f83',
  rule: '#3b3e43',
  mark: '#8ab4f8',
  circle: '#ff8a3d',
  choke: '#f5f3ee',
  kinds: {
    article: { fill: '#2f8fc9', edge: '#9fd2f2' },
    document: { fill: '#d9651a', edge: '#ffc09a' },
    quote: { fill: '#17a67d', edge: '#93e3c9' },
    claim: { fill: '#cc79a7', edge: '#f3c6de' },
    speaker: { fill: '#e0a11a', edge: '#ffe0a0' },
    outlet: { fill: '#56b4e9', edge: '#c5e6fa' },
  },
  edges: {
    derived_from: '#e9e7e2',
    cites: '#7cc0ea',
    quoted_from: '#5fd3ae',
    states: '#c58fae',
    quotes: '#5fae95',
    corrects: '#ff9a57',
    denies: '#ff9a57',
    supports: '#8db4d1',
  },
};

export function paletteOf(isDark: boolean): Palette {
  return isDark ? dark : light;
}
