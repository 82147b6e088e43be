// The words that the page uses for kinds, edges and numbers, in one place.
import type { ChainEnd, NodeKind, PictureEdge, PictureNode, Status } from './data';

export const kindWords: Record<NodeKind, { one: string; many: string }> = {
  article: { one: 'article', many: 'articles' },
  document: { one: 'document', many: 'documents' },
  quote: { one: 'quote', many: 'quotes' },
  claim: { one: 'claim', many: 'claims' },
  speaker: { one: 'speaker', many: 'speakers' },
  outlet: { one: 'outlet', many: 'outlets' },
};

/** Read from the newer node to the older one, and back. */
const edgeWords: Record<string, [string, string]> = {
  derived_from: ['derived from', 'source of'],
  cites: ['credits', 'credited by'],
  quotes: ['prints', 'printed by'],
  states: ['states', 'stated by'],
  quoted_from: ['lifted from', 'lifted into'],
  spoken_by: ['spoken by', 'spoke'],
  published_by: ['published by', 'published'],
  written_by: ['written by', 'wrote'],
  obtained_by: ['obtained by', 'obtained'],
  part_of: ['part of', 'has the part'],
  mentions: ['mentions', 'mentioned by'],
  denies: ['denies', 'denied by'],
  supports: ['supports', 'supported by'],
  corrects: ['corrects', 'corrected by'],
  same_as: ['same as', 'same as'],
};

const howWords: Record<string, string> = {
  copy: 'copied from',
  rewrite: 'rewritten from',
  translation: 'translated from',
  syndication: 'syndicated from',
  revision: 'revised from',
  retraction: 'retracts',
  update: 'updates',
  kill: 'kills',
};

export function edgeVerb(edge: PictureEdge, backwards = false): string {
  if (edge.kind === 'same_as' && edge.judgement && edge.judgement !== 'same') {
    return edge.judgement === 'different' ? 'different from' : 'perhaps the same as';
  }
  const words = edgeWords[edge.kind];
  if (!words) return edge.kind.replaceAll('_', ' ');
  if (backwards) return edge.how ? `${words[1]} (${edge.how})` : words[1];
  return (edge.how && howWords[edge.how]) ?? words[0];
}

export function edgeKindWords(kind: string): string {
  return edgeWords[kind]?.[0] ?? kind.replaceAll('_', ' ');
}

export const statusWords: Record<Status, string> = {
  asserted: 'said by a person',
  extracted: 'read from the text by a method',
  inferred: 'inferred: nobody printed it',
  disputed: 'disputed',
};

export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

const endOrder: ChainEnd[] = [
  'origin',
  'attributed',
  'unnamed',
  'outlet-only',
  'dead-end',
  'circle',
];

export const endMeaning: Record<ChainEnd, string> = {
  origin: 'seen, heard or done by its author, or a document that rests on nothing else',
  attributed: 'a named speaker',
  unnamed: 'a speaker who is a role only, or none',
  'outlet-only': 'an outlet is credited, the work is not identified',
  'dead-end': 'no source is recorded',
  circle: 'the sources lead round in a circle',
};

export function endsWords(node: PictureNode): string {
  const ends = node.ends ?? {};
  return endOrder
    .filter((end) => ends[end])
    .map((end) => `${end} ${ends[end]}`)
    .join(', ');
}

/** "4 hops from an origin"; "reaches no origin: attributed 2, dead-end 1"; "" for an agent. */
export function depthWords(node: PictureNode): string {
  const depth = node.depth;
  if (node.origin) return 'an origin';
  if (!depth) return '';
  if (depth.min === null) {
    const ends = endsWords(node);
    return ends ? `reaches no origin: ${ends}` : 'reaches no origin';
  }
  const longest =
    depth.max !== null && depth.max !== depth.min ? `, ${depth.max} by the longest way` : '';
  return `${counted(depth.min, 'hop')} from an origin${longest}`;
}

/** "right 35 of 36", or the number that came with the data, or what its absence means. */
export function confidenceWords(edge: PictureEdge): string {
  if (edge.counts) return `right ${edge.counts.right} of ${edge.counts.fired}`;
  if (edge.confidence !== null) return edge.confidence.toFixed(2);
  return edge.status === 'asserted' ? 'none given; counts as 1' : 'none given; counts as 0';
}

/** Absent counts as 1 when a person asserted it, else as 0. */
export function confidenceOf(edge: PictureEdge): number {
  return edge.confidence ?? (edge.status === 'asserted' ? 1 : 0);
}
