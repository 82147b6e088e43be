// One finding of the audit: what differs, where, and why it is said.
import type { Finding, PictureNode, Span } from './data';
import { h, words } from './dom';
import { around, passageElement } from './evidence';
import { nodeButton, type Context } from './parts';

function spot(context: Context, span: Span, fallback?: string): HTMLElement | null {
  const node = context.model.nodes.get(span.node ?? fallback ?? '');
  if (node?.text !== undefined && typeof span.start === 'number' && typeof span.end === 'number') {
    return passageElement(around(node.text, span.start, span.end), node.lang);
  }
  if (!span.exact) return null;
  return passageElement({ before: '', exact: span.exact, after: '' }, node?.lang);
}

export function findingElement(context: Context, node: PictureNode, one: Finding): HTMLElement {
  return h(
    'div',
    { class: `finding ${one.severity}` },
    h('p', {}, h('b', {}, one.severity), ' ', h('code', {}, one.rule), ' ', words(one.message)),
    spot(context, one, node.id),
    one.suggestion ? h('p', {}, 'compare: ', words(one.suggestion)) : null,
    one.because?.length
      ? h('ul', { class: 'because' }, ...one.because.map((why) => h('li', {}, words(why))))
      : null,
    ...(one.related ?? []).flatMap((span) => [
      span.node ? h('p', {}, 'see ', nodeButton(context, span.node)) : null,
      spot(context, span),
    ]),
  );
}
