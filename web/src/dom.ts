// Making elements. Whatever comes from the data goes in as text, never as markup.

type Child = Node | string | null | undefined | false;

export interface Properties {
  class?: string;
  title?: string;
  attributes?: Record<string, string>;
  on?: Record<string, (event: Event) => void>;
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (properties.class) element.className = properties.class;
  if (properties.title) element.title = properties.title;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  for (const [name, listener] of Object.entries(properties.on ?? {})) {
    element.addEventListener(name, listener);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Words of the data inside ours: they keep their own direction of writing. */
export function words(text: string, name?: string): HTMLElement {
  return h('bdi', name ? { class: name } : {}, text);
}

/** A link where it is one that a reader may follow; else its text. */
export function link(url: string): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return words(url);
  return h(
    'a',
    {
      attributes: {
        href: url,
        rel: 'noreferrer noopener',
        target: '_blank',
        dir: 'ltr',
      },
    },
    url,
  );
}

export function byId<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element as T;
}

export function button(
  text: string,
  act: () => void,
  properties: Properties = {},
): HTMLButtonElement {
  return h(
    'button',
    {
      ...properties,
      attributes: { type: 'button', ...properties.attributes },
      on: { click: act, ...properties.on },
    },
    text,
  );
}
