// The search box: ids, labels, other names and texts of what is in the page; live, the whole store.
import type { NodeKind, PictureNode } from './data';
import { byId, h, words } from './dom';
import { symbolSvg } from './symbols';
import { counted } from './words';

export interface Hit {
  id: string;
  kind: NodeKind;
  label: string;
}

export interface Found {
  hits: Hit[];
  more: string; // "and 12 others"; "" when these are all
}

const hitsMax = 30;

/** Letters without their marks, in lower case, so that "Xinjiang" finds "XINJIĀNG". */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 0 for what fits best; null for no match. */
function rank(node: PictureNode, query: string): number | null {
  const id = folded(node.id);
  if (id === query) return 0;
  if (folded(node.label).includes(query)) return 1;
  if (id.includes(query)) return 2;
  if (node.fields && folded(JSON.stringify(Object.values(node.fields))).includes(query)) return 3;
  if (node.text && folded(node.text).includes(query)) return 4;
  return null;
}

export function findIn(nodes: Iterable<PictureNode>, text: string): Found {
  const query = folded(text.trim());
  if (query === '') return { hits: [], more: '' };
  const found: { node: PictureNode; rank: number }[] = [];
  for (const node of nodes) {
    const at = rank(node, query);
    if (at !== null) found.push({ node, rank: at });
  }
  found.sort((a, b) => a.rank - b.rank || (a.node.id < b.node.id ? -1 : 1));
  const more = found.length - hitsMax;
  return {
    hits: found.slice(0, hitsMax).map(({ node }) => node),
    more: more > 0 ? `and ${counted(more, 'other')}` : '',
  };
}

/** `find` may take a while; `choose` is called with what the reader picks. */
export class SearchBox {
  private readonly input = byId<HTMLInputElement>('search');
  private readonly list = byId('hits');
  private asked = 0;
  private timer = 0;

  constructor(
    private readonly find: (text: string) => Promise<Found>,
    private readonly choose: (hit: Hit) => void,
    private readonly delayMs: number,
  ) {
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => {
      if (this.input.value) this.later();
    });
    this.list.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('pointerdown', (event) => {
      const inside =
        event.target instanceof Node &&
        (this.list.contains(event.target) || event.target === this.input);
      if (!inside) this.close();
    });
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  close(): void {
    ++this.asked; // an answer that is still to come is not shown
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }

  private later(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.run(), this.delayMs);
  }

  private async run(): Promise<void> {
    const mine = ++this.asked;
    const text = this.input.value;
    if (text.trim() === '') {
      this.close();
      return;
    }
    try {
      const { hits, more } = await this.find(text);
      if (mine === this.asked) this.show(hits, more);
    } catch (error) {
      if (mine === this.asked) this.say(error instanceof Error ? error.message : String(error));
    }
  }

  private say(text: string): void {
    this.list.replaceChildren(h('p', { class: 'quiet' }, text));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  private show(hits: Hit[], more: string): void {
    if (hits.length === 0) {
      this.say('nothing found');
      return;
    }
    this.list.replaceChildren(
      ...hits.map((hit) =>
        h(
          'button',
          {
            class: 'hit',
            attributes: { type: 'button', 'data-id': hit.id },
            on: { click: () => this.pick(hit) },
          },
          symbolSvg(hit.kind),
          words(hit.label),
          words(hit.id, 'id'),
        ),
      ),
    );
    if (more) this.list.append(h('p', { class: 'quiet' }, more));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  private pick(hit: Hit): void {
    this.close();
    this.choose(hit);
  }

  private key(event: KeyboardEvent): void {
    const buttons = [...this.list.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      this.input.blur();
      byId('graph').focus();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      (buttons[at + 1] ?? buttons[0])?.focus();
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      if (at <= 0) this.input.focus();
      else buttons[at - 1]?.focus();
    } else if (event.key === 'Enter' && at < 0) {
      event.preventDefault();
      if (!this.list.hidden && buttons[0]) buttons[0].click();
      else void this.run();
    }
  }
}
