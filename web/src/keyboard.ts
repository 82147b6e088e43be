// Keys: along the edges with the arrows, and a letter for what else is done often.
import type { Layout } from './layout';
import type { Model } from './model';
import type { Shown } from './visible';

export interface Keys {
  search: () => void;
  help: () => void;
  escape: () => void;
  table: () => void;
  theme: () => void;
  fit: () => void;
  chain: () => void;
  zoom: (factor: number) => void;
  move: (way: 'up' | 'down' | 'left' | 'right') => void;
  details: () => void;
}

const arrowWays: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

export function listenToKeys(graph: HTMLElement, keys: Keys): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      keys.escape();
      return;
    }
    if (isTyping(event.target)) return;
    const act: Record<string, () => void> = {
      '/': keys.search,
      '?': keys.help,
      t: keys.table,
      d: keys.theme,
      f: keys.fit,
      c: keys.chain,
      '+': () => keys.zoom(1.25),
      '=': () => keys.zoom(1.25),
      '-': () => keys.zoom(0.8),
    };
    const one = act[event.key];
    if (one) {
      event.preventDefault();
      one();
      return;
    }
    const way = arrowWays[event.key];
    const inGraph = event.target === graph || event.target === document.body;
    if (way && inGraph) {
      event.preventDefault();
      keys.move(way);
    } else if (event.key === 'Enter' && event.target === graph) {
      event.preventDefault();
      keys.details();
    }
  });
}

/**
 * The node that a key leads to: down along an edge to what this one leads to, up to what leads here
 * (sources first, then the nearest), left and right in its row. From nothing, the first node.
 */
export function nextNode(
  model: Model,
  layout: Layout,
  shown: Shown,
  from: string | null,
  way: 'up' | 'down' | 'left' | 'right',
): string | null {
  const visible = layout.ids.filter((id) => shown.nodes.has(id));
  if (from === null || !shown.nodes.has(from)) {
    const asked = model.asked.find((id) => shown.nodes.has(id));
    return asked ?? visible[0] ?? null;
  }
  if (way === 'left' || way === 'right') {
    const y = layout.at.get(from)?.y;
    const row = visible.filter((id) => layout.at.get(id)?.y === y);
    return row[row.indexOf(from) + (way === 'right' ? 1 : -1)] ?? null;
  }
  const edges = (way === 'down' ? model.outOf(from) : model.intoOf(from)).filter((edge) =>
    shown.edges.has(edge.key),
  );
  const x = layout.at.get(from)?.x ?? 0;
  const other = (edge: { from: string; to: string }) => (way === 'down' ? edge.to : edge.from);
  const away = (id: string) => Math.abs((layout.at.get(id)?.x ?? 0) - x);
  edges.sort((a, b) => Number(b.sourcing) - Number(a.sourcing) || away(other(a)) - away(other(b)));
  return edges[0] ? other(edges[0]) : null;
}
