// A passage in its context. Positions in the data count Unicode code points, as Array.from does.
import type { Evidence } from './data';
import { h } from './dom';
import type { Model } from './model';

export interface Passage {
  before: string;
  exact: string;
  after: string;
}

const context = 160;

/** Words around [start, end) of `text`; cut at most `context` code points away on either side. */
export function around(text: string, start: number, end: number): Passage {
  const points = Array.from(text);
  const from = Math.max(0, start - context);
  const to = Math.min(points.length, end + context);
  return {
    before: (from > 0 ? '…' : '') + points.slice(from, start).join(''),
    exact: points.slice(start, end).join(''),
    after: points.slice(end, to).join('') + (to < points.length ? '…' : ''),
  };
}

/** From the text where the page has it, else from the words that stand beside it; null for none. */
export function passageOf(model: Model, evidence: Evidence): Passage | null {
  const text = evidence.in === undefined ? undefined : model.nodes.get(evidence.in)?.text;
  if (text !== undefined && evidence.start !== undefined && evidence.end !== undefined) {
    return around(text, evidence.start, evidence.end);
  }
  if (evidence.exact === undefined) return null;
  if (text !== undefined && evidence.prefix === undefined && evidence.suffix === undefined) {
    const at = text.indexOf(evidence.exact);
    if (at >= 0 && text.indexOf(evidence.exact, at + 1) < 0) {
      const start = Array.from(text.slice(0, at)).length;
      return around(text, start, start + Array.from(evidence.exact).length);
    }
  }
  return { before: evidence.prefix ?? '', exact: evidence.exact, after: evidence.suffix ?? '' };
}

export function passageElement(passage: Passage, lang?: string): HTMLElement {
  return h(
    'blockquote',
    { class: 'passage', attributes: { dir: 'auto', ...(lang ? { lang } : {}) } },
    h('span', { class: 'context' }, passage.before),
    h('mark', {}, passage.exact),
    h('span', { class: 'context' }, passage.after),
  );
}
