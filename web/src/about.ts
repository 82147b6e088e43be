// What the page says of itself: where it is from, what was left out, and what its signs mean.
import { statuses } from './data';
import { dayText } from './dates';
import { h } from './dom';
import { edgeLook } from './look';
import type { Model } from './model';
import { nodeButton, section, type Context } from './parts';
import { paletteOf } from './palette';
import { edgeSvg, symbolSvg } from './symbols';
import { counted, kindWords, edgeKindWords, statusWords } from './words';

export function titleOf(model: Model): string {
  if (model.asked.length === 0) return 'All that is stored';
  if (model.asked.length === 1) return model.label(model.asked[0]!);
  return `${model.label(model.asked[0]!)} and ${counted(model.asked.length - 1, 'other')}`;
}

export function madeWords(model: Model): string {
  const made = model.made.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC');
  return `Made ${made} by stemma ${model.version}`;
}

/** The filters that were given when the picture was made. */
export function exportFilterWords(model: Model): string {
  const filters = model.filters;
  if (!filters) return '';
  const parts: string[] = [];
  if (filters.as_of) parts.push(`works that may have been published by ${filters.as_of}`);
  if (filters.known_at) parts.push(`what had been asserted by ${filters.known_at}`);
  if (filters.min_confidence !== null) parts.push(`confidence from ${filters.min_confidence}`);
  if (filters.without.length > 0) parts.push(`as if ${filters.without.join(', ')} did not exist`);
  if (filters.hops !== null) parts.push(`${counted(filters.hops, 'hop')} around what was asked`);
  if (filters.direction && filters.direction !== 'both') {
    parts.push(filters.direction === 'up' ? 'only towards sources' : 'only towards what uses it');
  }
  return parts.length > 0
    ? `Limited to ${parts.join('; ')}.`
    : 'No filter was set when it was made.';
}

export function withheldWords(model: Model): string {
  const { nodes, edges, texts, by } = model.withheld;
  const parts: string[] = [];
  if (nodes > 0) parts.push(counted(nodes, 'private node'));
  if (edges > 0) parts.push(`${counted(edges, 'edge')} at them`);
  if (texts > 0) parts.push(counted(texts, 'article text'));
  if (by > 0) parts.push(`who said it, of ${counted(by, 'edge')}`);
  return parts.length > 0 ? `Withheld: ${parts.join(', ')}.` : 'Nothing was withheld.';
}

export function cutWords(model: Model): string {
  if (!model.cut) return '';
  return (
    `The store holds ${counted(model.cut.nodes, 'node')}; the ` +
    `${model.cut.shown.toLocaleString('en')} nearest are here.`
  );
}

function row(symbol: SVGElement, words: string): HTMLElement {
  return h('li', {}, symbol, h('span', {}, words));
}

function legend(model: Model, dark: boolean): HTMLElement {
  const palette = paletteOf(dark);
  const kinds = [...new Set([...model.nodes.values()].map((node) => node.kind))].sort();
  const edgeKinds = [...new Set([...model.edges.values()].map((edge) => edge.kind))].sort();
  const sourcing = new Set(['derived_from', 'cites', 'quoted_from']);
  const look = (kind: string, status: (typeof statuses)[number], inherited = false) =>
    edgeSvg(edgeLook({ kind, status, sourcing: sourcing.has(kind), inherited }, palette));
  return h(
    'div',
    { class: 'legend' },
    h(
      'ul',
      { class: 'columns' },
      ...kinds.map((kind) => row(symbolSvg(kind), kindWords[kind].one)),
    ),
    h(
      'ul',
      {},
      row(
        symbolSvg('document', 'origin'),
        'double line: an origin, seen, heard or done first-hand, ' +
          'or a document that rests on nothing else',
      ),
      row(
        symbolSvg('article', 'choke'),
        'ringed: a choke point, which every chain from the ' +
          'selected node (else from what was asked) to an origin passes',
      ),
      row(symbolSvg('article', 'round'), 'haloed: on a circle, whose sources lead round to itself'),
    ),
    h(
      'ul',
      { class: 'columns' },
      ...edgeKinds.map((kind) => row(look(kind, 'asserted'), edgeKindWords(kind))),
    ),
    h(
      'ul',
      {},
      row(look('derived_from', 'inferred'), `dashed: ${statusWords.inferred}`),
      row(look('derived_from', 'disputed'), 'dotted: disputed'),
      row(
        look('cites', 'asserted', true),
        'hollow arrow: taken over with the source’s text, or ' +
          'a judgement that two nodes are the same',
      ),
      row(
        look('cites', 'asserted'),
        'thick lines are followed from hop to hop, thin ones stand ' + 'beside the chains',
      ),
    ),
    h(
      'p',
      { class: 'quiet' },
      'Newest on top; an arrow points from the newer node to the older ' +
        'one. Steps of time are as high as they need to be, a zigzag says what lies between. ' +
        'Quotes, claims, speakers and outlets stand with the earliest work that prints or names ' +
        'them. ↑ or ↓ beside a date: it is open on that side.',
    ),
  );
}

export function aboutPage(context: Context, live: boolean): HTMLElement {
  const { model, view } = context;
  const dates = [...model.nodes.values()].map((node) => node.start).filter((one) => one !== null);
  const range =
    dates.length > 0
      ? `Dates from ${dayText(dates.reduce((a, b) => Math.min(a, b)))} to ` +
        `${dayText(dates.reduce((a, b) => Math.max(a, b)))}.`
      : '';
  const facts = [
    cutWords(model),
    range,
    exportFilterWords(model),
    live ? 'Read from the store itself; nothing is withheld.' : withheldWords(model),
    'Depth, circles and choke points are those of the whole picture as it was made; the filters ' +
      'on this page do not change them.',
    `${madeWords(model)}.`,
  ];
  return h(
    'article',
    { class: 'details about' },
    h('h2', {}, 'About this picture'),
    model.asked.length > 0
      ? section(
          'It is about',
          h(
            'ul',
            { class: 'plain' },
            ...model.asked.map((id) => h('li', {}, nodeButton(context, id))),
          ),
        )
      : null,
    ...facts.filter((fact) => fact !== '').map((fact) => h('p', {}, fact)),
    section('Signs', legend(model, view.get().dark)),
  );
}
