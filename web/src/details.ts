// What is known of the selected node: its words, dates, depth, findings, corrections, edges.
import { chokeChain } from './chains';
import type { Evidence, PictureNode } from './data';
import { dateWords } from './dates';
import { button, h, link, words } from './dom';
import { passageElement, passageOf } from './evidence';
import { findingElement } from './findings';
import { evidenceOfNode, isLong, short } from './node_text';
import { closeButton, facts, nodeButton, section, type Context } from './parts';
import { symbolSvg } from './symbols';
import type { Edge } from './model';
import { depthWords, edgeVerb, endMeaning, kindWords } from './words';

export function nodeDetails(context: Context, node: PictureNode): HTMLElement {
  const { model } = context;
  const text = node.text;
  return h(
    'article',
    { class: 'details' },
    closeButton(context),
    h(
      'p',
      { class: 'over' },
      symbolSvg(node.kind),
      ` ${kindWords[node.kind].one} `,
      words(node.id, 'id'),
    ),
    h(
      'h2',
      { attributes: { dir: 'auto', ...(node.lang ? { lang: node.lang } : {}) } },
      node.kind === 'quote' ? `“${node.label}”` : node.label,
    ),
    standing(node),
    actions(context, node),
    facts([
      ['date', node.date ? words(dateWords(node.date)) : 'undated'],
      ['language', node.lang ? words(node.lang) : null],
      ['published by', node.outlet ? nodeButton(context, node.outlet) : null],
      ['address', node.url ? link(node.url) : null],
      ['first-hand', node.first_hand ? 'its author saw, heard or did it' : null],
      ['speaker', node.unnamed ? 'a role only, no name' : null],
      ['shown as', node.folded_into ? nodeButton(context, node.folded_into) : null],
    ]),
    node.corrected?.length ? corrections(context, node) : null,
    choke(context, node),
    circle(context, node),
    node.findings?.length
      ? section('Findings', ...node.findings.map((one) => findingElement(context, node, one)))
      : null,
    text !== undefined && text !== node.label ? section('Text', textElement(node, text)) : null,
    evidenceSection(context, node),
    edgeList(context, node, 'Leads to', model.outOf(node.id), false),
    edgeList(context, node, 'Led here from', model.intoOf(node.id), true),
    fields(node),
  );
}

function standing(node: PictureNode): HTMLElement | null {
  const depth = depthWords(node);
  if (!depth) return null;
  const paragraph = h('p', { class: 'standing' }, depth);
  const ends = Object.keys(node.ends ?? {}) as (keyof typeof endMeaning)[];
  if (ends.length > 0) paragraph.title = ends.map((end) => `${end}: ${endMeaning[end]}`).join('\n');
  if (node.depth?.min !== null && ends.some((end) => end !== 'origin')) {
    const others = ends.map((end) => `${end} ${node.ends?.[end]}`).join(', ');
    paragraph.append(h('span', { class: 'quiet' }, ` · its chains end in: ${others}`));
  }
  return paragraph;
}

function actions(context: Context, node: PictureNode): HTMLElement {
  const { view, loadNeighbours } = context;
  const only = view.get().chainOf === node.id;
  const row = h(
    'p',
    { class: 'actions' },
    button(
      only ? 'Show all again' : 'Only what is on a chain of this node',
      () => view.set({ chainOf: only ? null : node.id }),
      { attributes: { 'aria-pressed': String(only), 'data-action': 'chain' } },
    ),
  );
  if (loadNeighbours) {
    const said = h('span', { class: 'quiet', attributes: { role: 'status' } });
    row.append(
      button(
        'Load its neighbours',
        () => {
          said.textContent = 'loading …';
          void loadNeighbours(node.id).then((text) => {
            said.textContent = text;
          });
        },
        { attributes: { 'data-action': 'neighbours' } },
      ),
      said,
    );
  }
  return row;
}

function corrections(context: Context, node: PictureNode): HTMLElement {
  return section(
    'Corrections on record',
    h(
      'ul',
      {},
      ...(node.corrected ?? []).map((one) =>
        h('li', {}, `${one.how ?? 'correction'} by `, nodeButton(context, one.by)),
      ),
    ),
  );
}

function choke(context: Context, node: PictureNode): HTMLElement | null {
  const points = chokeChain(context.model, node.id);
  if (points.length === 0) return null;
  return section(
    'Every chain to an origin passes',
    h('ol', { class: 'plain' }, ...points.map((id) => h('li', {}, nodeButton(context, id)))),
  );
}

function circle(context: Context, node: PictureNode): HTMLElement | null {
  const round = node.circle === undefined ? undefined : context.model.circles[node.circle];
  if (!round) return null;
  return section(
    'On a circle of sources',
    h('p', { class: 'quiet' }, 'each leads to the next, and the last to the first'),
    h('ol', {}, ...round.round.map((id) => h('li', {}, nodeButton(context, id)))),
  );
}

function textElement(node: PictureNode, text: string): HTMLElement {
  const attributes = { dir: 'auto', ...(node.lang ? { lang: node.lang } : {}) };
  if (!isLong(text)) return h('p', { class: 'text', attributes }, text);
  return h(
    'details',
    {},
    h('summary', { attributes }, short(text)),
    h('p', { class: 'text', attributes }, text),
  );
}

function evidenceSection(context: Context, node: PictureNode): HTMLElement | null {
  const found = evidenceOfNode(context.model, node.id);
  if (found.length === 0) return null;
  return section(
    'Evidence in it',
    ...found.map(({ edge, evidence }) => evidenceItem(context, node, edge, evidence)),
  );
}

function evidenceItem(
  context: Context,
  node: PictureNode,
  edge: Edge,
  evidence: Evidence,
): HTMLElement {
  const passage = passageOf(context.model, evidence);
  const away = edge.from === node.id;
  return h(
    'div',
    { class: 'evidence' },
    passage ? passageElement(passage, node.lang) : null,
    h(
      'p',
      { class: 'quiet' },
      edgeButton(context, edge, !away),
      ' ',
      nodeButton(context, away ? edge.to : edge.from),
    ),
  );
}

function edgeButton(context: Context, edge: Edge, backwards: boolean): HTMLElement {
  return button(
    edgeVerb(edge, backwards),
    () => context.view.set({ selected: { edge: edge.key } }),
    { class: `edge-button ${edge.status}`, title: 'show this edge' },
  );
}

function edgeList(
  context: Context,
  node: PictureNode,
  title: string,
  edges: Edge[],
  backwards: boolean,
): HTMLElement | null {
  if (edges.length === 0) return null;
  // What is followed by tracing comes first.
  const sorted = [...edges].sort((a, b) => Number(b.sourcing) - Number(a.sourcing));
  return section(
    title,
    h(
      'ul',
      { class: 'plain edges' },
      ...sorted.map((edge) => {
        const other = backwards ? edge.from : edge.to;
        const status = edge.status === 'inferred' || edge.status === 'disputed' ? edge.status : '';
        return h(
          'li',
          { attributes: { 'data-other': other === node.id ? '' : other } },
          edgeButton(context, edge, backwards),
          ' ',
          nodeButton(context, other),
          status ? h('span', { class: 'quiet' }, ` ${status}`) : null,
          edge.inherited ? h('span', { class: 'quiet' }, ' taken over with the text') : null,
          edge.as_printed
            ? h('span', { class: 'quiet' }, ' as ', words(`“${edge.as_printed}”`))
            : null,
        );
      }),
    ),
  );
}

function fields(node: PictureNode): HTMLElement | null {
  const rows = Object.entries(node.fields ?? {})
    .filter(([, value]) => value !== node.label)
    .map(([name, value]): [string, Node] => [name, fieldValue(value)]);
  return rows.length > 0 ? section('Fields as stored', facts(rows)) : null;
}

function fieldValue(value: unknown): Node {
  if (typeof value === 'string') return link(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return h('span', {}, ...value.flatMap((one: string, i) => [i > 0 ? ', ' : '', link(one)]));
  }
  return words(JSON.stringify(value));
}
