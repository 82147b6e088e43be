// Pieces that both kinds of details are made of.
import { button, h, words } from './dom';
import type { Model } from './model';
import { symbolSvg } from './symbols';
import type { ViewStore } from './view';

export interface Context {
  model: Model;
  view: ViewStore;
  /** Fetches what is beside a node; null in a page that was saved. */
  loadNeighbours: ((id: string) => Promise<string>) | null;
}

/** A node's symbol and label, to be chosen. */
export function nodeButton(context: Context, id: string, withSymbol = true): HTMLElement {
  const node = context.model.nodes.get(id);
  if (!node) return words(id, 'id');
  return h(
    'button',
    {
      class: 'node-button',
      attributes: { type: 'button' },
      on: { click: () => context.view.set({ selected: { node: id } }) },
    },
    withSymbol && symbolSvg(node.kind),
    words(node.kind === 'quote' ? `“${node.label}”` : node.label),
  );
}

export function section(title: string, ...children: (Node | null | false)[]): HTMLElement {
  return h('section', {}, h('h3', {}, title), ...children);
}

/** Rows of a name and a value; those without a value are left out. */
export function facts(rows: [string, Node | string | null | undefined][]): HTMLElement {
  const list = h('dl', { class: 'facts' });
  for (const [name, value] of rows) {
    if (value === null || value === undefined || value === '') continue;
    list.append(h('dt', {}, name), h('dd', {}, value));
  }
  return list;
}

export function closeButton(context: Context): HTMLElement {
  return button('×', () => context.view.set({ selected: null }), {
    class: 'close',
    title: 'close (Esc)',
    attributes: { 'aria-label': 'close details' },
  });
}
