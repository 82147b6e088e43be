// Light or dark: as the reader's system says, until the reader says otherwise.
import { byId } from './dom';
import type { ViewStore } from './view';

const query = '(prefers-color-scheme: dark)';

export function startingTheme(): boolean {
  return window.matchMedia(query).matches;
}

export function listenToTheme(view: ViewStore): void {
  const button = byId('theme');
  let chosen = false;
  const apply = (dark: boolean) => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    button.setAttribute('aria-pressed', String(dark));
  };
  button.addEventListener('click', () => {
    chosen = true;
    view.set({ dark: !view.get().dark });
  });
  window.matchMedia(query).addEventListener('change', (event) => {
    if (!chosen) view.set({ dark: event.matches });
  });
  view.subscribe((now, changed) => {
    if (changed.has('dark')) apply(now.dark);
  });
  apply(view.get().dark);
}
