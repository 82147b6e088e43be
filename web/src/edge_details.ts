// What is known of the selected edge: both passages side by side, and who or what says so.
import { sideBySide, type Side } from './compare';
import { h, words } from './dom';
import { passageOf, type Passage } from './evidence';
import type { Edge, Model } from './model';
import { closeButton, facts, nodeButton, section, type Context } from './parts';
import { confidenceWords, counted, edgeVerb, kindWords, statusWords } from './words';

export function edgeDetails(context: Context, edge: Edge): HTMLElement {
  return h(
    'article',
    { class: 'details' },
    closeButton(context),
    h('p', { class: 'over' }, `${edge.status} edge · `, h('code', {}, edge.kind)),
    h(
      'h2',
      { class: 'relation' },
      nodeButton(context, edge.from),
      h('span', { class: 'verb' }, edgeVerb(edge)),
      nodeButton(context, edge.to),
    ),
    section('Both passages', ...pairs(context.model, edge).map(([a, b]) => sideBySide(a, b))),
    facts([
      ['status', `${edge.status}: ${statusWords[edge.status] ?? ''}`],
      ['how', edge.how ?? null],
      ['judged', edge.judgement ?? null],
      ['as printed', edge.as_printed ? words(`“${edge.as_printed}”`) : null],
      ['confidence', confidenceWords(edge)],
      ['method', edge.method ? words(edge.method) : null],
      ['because', edge.because ? words(edge.because) : null],
      ['taken over', edge.inherited ? 'with its source’s text: not followed as a hop' : null],
      ['followed', edge.sourcing ? 'yes, one hop of a chain' : 'no, it is beside the chains'],
      ['only for', edge.claims?.length ? claims(context, edge.claims) : null],
      ['said by', edge.by ? words(edge.by) : null],
      ['said at', edge.at ? words(edge.at.replace(/(:\d\d)\.\d+Z$/, '$1Z')) : null],
      ['assertions', edge.assertions > 1 ? counted(edge.assertions, 'assertion') : null],
    ]),
  );
}

function claims(context: Context, ids: string[]): HTMLElement {
  return h('ul', { class: 'plain' }, ...ids.map((id) => h('li', {}, nodeButton(context, id))));
}

/** What an end says by itself where no passage of it is on record: quotes and claims have words. */
function ownWords(model: Model, id: string): Passage | null {
  const node = model.nodes.get(id);
  if (!node || (node.kind !== 'quote' && node.kind !== 'claim')) return null;
  return { before: '', exact: node.text ?? node.label, after: '' };
}

/** The passages of both ends, the first with the first and so on. */
function pairs(model: Model, edge: Edge): [Side, Side][] {
  const passages = (id: string) =>
    edge.evidence
      .filter((one) => one.in === id || (one.in === undefined && id === edge.from))
      .map((one) => passageOf(model, one))
      .filter((one) => one !== null);
  const ours = passages(edge.from);
  const theirs = passages(edge.to);
  const side = (id: string, passage: Passage | undefined): Side => {
    const node = model.nodes.get(id);
    const title = node ? `${kindWords[node.kind].one} ${id}` : id;
    return { title, passage: passage ?? ownWords(model, id), lang: node?.lang };
  };
  const result: [Side, Side][] = [];
  for (let i = 0; i < Math.max(1, ours.length, theirs.length); ++i) {
    result.push([side(edge.from, ours[i]), side(edge.to, theirs[i])]);
  }
  return result;
}
