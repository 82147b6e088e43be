// To what was searched for, and to what is beside a node; live, with loading what is not here yet.
import type { App } from './app';
import { byId } from './dom';
import { loadPicture } from './live';
import { messageOf, notice, speak } from './notes';
import type { Hit } from './search';
import { noFilters } from './view';
import { counted } from './words';

export async function goTo(app: App, hit: Hit): Promise<void> {
  notice('');
  if (!app.model.nodes.has(hit.id)) {
    try {
      const isFirst = app.model.nodes.size === 0;
      app.add(await loadPicture([hit.id]));
      app.rebuild(isFirst);
    } catch (error) {
      notice(`“${hit.label}” was not loaded: ${messageOf(error)}`);
      return;
    }
  }
  if (!app.shown.nodes.has(hit.id)) app.view.set(noFilters());
  app.view.set({ selected: { node: hit.id } });
  app.graph?.reveal(hit.id);
  byId('graph').focus({ preventScroll: true });
}

/** Returns what was found, in words. */
export async function loadNeighbours(app: App, id: string): Promise<string> {
  try {
    const added = app.add(await loadPicture([id], 1));
    if (added.nodes + added.edges === 0) return 'all of them are here already';
    app.rebuild(false);
    app.graph?.reveal(id);
    const text = `${counted(added.nodes, 'node')} and ${counted(added.edges, 'edge')} more`;
    speak(text);
    return text;
  } catch (error) {
    return `not loaded: ${messageOf(error)}`;
  }
}
