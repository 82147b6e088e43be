// The picture's data as it stands in the page: README.md has the same in words.

export type NodeKind = 'article' | 'document' | 'quote' | 'claim' | 'speaker' | 'outlet';
export type Status = 'asserted' | 'extracted' | 'inferred' | 'disputed';
export type ChainEnd = 'origin' | 'attributed' | 'unnamed' | 'outlet-only' | 'dead-end' | 'circle';

export interface Span {
  node?: string;
  start?: number | null;
  end?: number | null;
  exact?: string | null;
}

export interface Evidence {
  in?: string;
  start?: number; // Unicode code points, as end
  end?: number;
  exact?: string;
  prefix?: string;
  suffix?: string;
}

export interface Finding extends Span {
  rule: string;
  severity: 'note' | 'warning' | 'error';
  message: string;
  suggestion?: string | null;
  because?: string[];
  related?: Span[];
}

export interface PictureNode {
  id: string;
  kind: NodeKind;
  label: string;
  date: string | null; // EDTF, as written
  start: number | null; // UTC milliseconds; null where open
  end: number | null; // exclusive
  lang?: string;
  url?: string;
  first_hand?: boolean;
  unnamed?: boolean;
  text?: string;
  outlet?: string;
  depth?: { min: number | null; max: number | null };
  ends?: Partial<Record<ChainEnd, number>>;
  origin?: boolean;
  circle?: number;
  choke?: string;
  folded_into?: string;
  corrected?: { by: string; how?: string }[];
  findings?: Finding[];
  fields?: Record<string, unknown>;
}

export interface PictureEdge {
  from: string;
  to: string;
  kind: string;
  status: Status;
  sourcing: boolean;
  how?: string;
  judgement?: string;
  inherited?: boolean;
  claims?: string[];
  as_printed?: string;
  because?: string;
  method?: string;
  at?: string;
  by?: string;
  confidence: number | null;
  counts?: { right: number; fired: number };
  assertions: number;
  evidence: Evidence[];
}

export interface Circle {
  nodes: string[];
  round: string[];
}

export interface Filters {
  as_of: string | null;
  known_at: string | null;
  min_confidence: number | null;
  without: string[];
  hops: number | null;
  direction: string | null;
}

export interface Picture {
  made: string;
  version: string;
  asked: string[];
  filters: Filters;
  withheld: { nodes: number; edges: number; texts: number; by: number };
  cut: { nodes: number; shown: number } | null;
  nodes: PictureNode[];
  edges: PictureEdge[];
  circles: Circle[];
  choke_points: string[];
}

export const nodeKinds: readonly NodeKind[] = [
  'article',
  'document',
  'quote',
  'claim',
  'speaker',
  'outlet',
];
export const statuses: readonly Status[] = ['asserted', 'extracted', 'inferred', 'disputed'];

export function isWork(node: PictureNode): boolean {
  return node.kind === 'article' || node.kind === 'document';
}

/** What the page was given: a picture, or word that a store is to be asked. */
export function readData(): { live: true } | { live: false; picture: Picture } {
  const holder = document.getElementById('stemma-data');
  const data = JSON.parse(holder?.textContent ?? 'null') as (Picture & { live?: boolean }) | null;
  if (data === null) throw new Error('the page holds no data: it was saved without it');
  if (data.live && !data.nodes) return { live: true };
  return { live: false, picture: data };
}
