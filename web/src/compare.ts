// Two passages side by side, with the words that differ marked in each.
import { diffWordsWithSpace } from 'diff';
import { h } from './dom';
import type { Passage } from './evidence';

export interface Side {
  title: string;
  passage: Passage | null; // null: none is recorded
  lang?: string | undefined;
}

const longest = 20_000; // code units; above, comparing takes longer than a reader waits

/** Whether marking differences says anything: not across languages. */
export function comparable(left: Side, right: Side): boolean {
  if (left.passage === null || right.passage === null) return false;
  if (left.passage.exact.length + right.passage.exact.length > longest) return false;
  return !left.lang || !right.lang || left.lang.split('-')[0] === right.lang.split('-')[0];
}

function column(side: Side, parts: (Node | string)[]): HTMLElement {
  return h(
    'div',
    { class: 'side' },
    h('h4', {}, h('bdi', {}, side.title)),
    side.passage === null
      ? h('p', { class: 'quiet' }, 'no passage is recorded')
      : h(
          'blockquote',
          {
            class: 'passage',
            attributes: { dir: 'auto', ...(side.lang ? { lang: side.lang } : {}) },
          },
          h('span', { class: 'context' }, side.passage.before),
          ...parts,
          h('span', { class: 'context' }, side.passage.after),
        ),
  );
}

/** Both columns, and a line below that says whether and how they differ. */
export function sideBySide(left: Side, right: Side): HTMLElement {
  const columns = h('div', { class: 'sides' });
  const whole = h('div', { class: 'compared' }, columns);
  if (!comparable(left, right)) {
    columns.append(
      column(left, [left.passage?.exact ?? '']),
      column(right, [right.passage?.exact ?? '']),
    );
    if (left.passage !== null && right.passage !== null) {
      const languages = left.lang && right.lang && left.lang !== right.lang;
      whole.append(
        h(
          'p',
          { class: 'quiet' },
          languages
            ? `in two languages (${left.lang}, ${right.lang}): differences are not marked`
            : 'too long to compare: differences are not marked',
        ),
      );
    }
    return whole;
  }
  const ours: (Node | string)[] = [];
  const theirs: (Node | string)[] = [];
  let differs = false;
  for (const part of diffWordsWithSpace(left.passage!.exact, right.passage!.exact)) {
    if (part.removed) ours.push(h('del', {}, part.value));
    else if (part.added) theirs.push(h('ins', {}, part.value));
    else {
      ours.push(part.value);
      theirs.push(part.value);
    }
    differs ||= part.removed || part.added;
  }
  columns.append(column(left, ours), column(right, theirs));
  whole.append(
    h(
      'p',
      { class: 'quiet' },
      differs ? 'words that the other side has not are marked' : 'word for word the same',
    ),
  );
  return whole;
}
