// What each key and the buttons for the same do.
import type { App } from './app';
import { byId } from './dom';
import { listenToKeys, nextNode } from './keyboard';

function selectedNode(app: App): string | null {
  const selected = app.view.get().selected;
  return selected && 'node' in selected ? selected.node : null;
}

function escape(app: App): void {
  const view = app.view.get();
  if (byId<HTMLDialogElement>('help').open) return; // the dialog closes itself
  if (view.selected) app.view.set({ selected: null });
  else if (view.chainOf !== null) app.view.set({ chainOf: null });
  byId('graph').focus({ preventScroll: true });
}

function move(app: App, way: 'up' | 'down' | 'left' | 'right'): void {
  if (!app.layout || app.view.get().mode === 'table') return;
  const next = nextNode(app.model, app.layout, app.shown, selectedNode(app), way);
  if (next === null) return;
  app.view.set({ selected: { node: next } });
  byId('graph').focus({ preventScroll: true });
}

function toggleChain(app: App): void {
  const view = app.view.get();
  const node = selectedNode(app);
  if (view.chainOf !== null) app.view.set({ chainOf: null });
  else if (node !== null) app.view.set({ chainOf: node });
}

export function connectKeys(app: App): void {
  const help = byId<HTMLDialogElement>('help');
  const openHelp = () => {
    if (!help.open) help.showModal();
  };
  listenToKeys(byId('graph'), {
    search: () => app.search.focus(),
    help: openHelp,
    escape: () => escape(app),
    table: () => app.view.set({ mode: app.view.get().mode === 'table' ? 'picture' : 'table' }),
    theme: () => byId('theme').click(),
    fit: () => app.graph?.fit(),
    chain: () => toggleChain(app),
    zoom: (factor) => app.graph?.zoomBy(factor),
    move: (way) => move(app, way),
    details: () => byId('side').focus(),
  });
  byId('help-open').addEventListener('click', openHelp);
  byId('zoom-in').addEventListener('click', () => app.graph?.zoomBy(1.25));
  byId('zoom-out').addEventListener('click', () => app.graph?.zoomBy(0.8));
  byId('fit').addEventListener('click', () => app.graph?.fit());
}
