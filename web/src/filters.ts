// The filters: kinds of nodes, kinds and statuses of edges, confidence, and the date to look from.
import { nodeKinds, statuses } from './data';
import { dayMs, dayText } from './dates';
import { byId, h } from './dom';
import { edgeLook } from './look';
import type { Model } from './model';
import { paletteOf } from './palette';
import { edgeSvg, symbolSvg } from './symbols';
import type { ViewStore } from './view';
import { counted, edgeKindWords, kindWords } from './words';

/** A set with or without a member. */
function toggled<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}

function box(
  name: string,
  value: string,
  isOn: boolean,
  flip: (on: boolean) => void,
  ...label: (Node | string)[]
): HTMLElement {
  const input = h('input', {
    attributes: { type: 'checkbox', name, value },
    on: { change: () => flip(input.checked) },
  });
  input.checked = isOn;
  return h('label', { class: 'check' }, input, ...label);
}

function group(title: string, ...boxes: HTMLElement[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, title), ...boxes);
}

function countBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** Fills the panel anew: after loading, or when the filters were cleared elsewhere. */
export function fillFilters(model: Model, view: ViewStore): void {
  const now = view.get();
  const palette = paletteOf(now.dark);
  const kinds = countBy(model.nodes.values(), (node) => node.kind);
  const edges = countBy(model.edges.values(), (edge) => edge.kind);
  const states = countBy(model.edges.values(), (edge) => edge.status);
  const count = (n: number | undefined) => h('small', {}, ` ${n ?? 0}`);
  byId('filter-kinds').replaceChildren(
    group(
      'Nodes',
      ...nodeKinds
        .filter((kind) => kinds.has(kind))
        .map((kind) =>
          box(
            'kind',
            kind,
            !now.hiddenKinds.has(kind),
            (on) => view.set({ hiddenKinds: toggled(view.get().hiddenKinds, kind, !on) }),
            symbolSvg(kind),
            kindWords[kind].many,
            count(kinds.get(kind)),
          ),
        ),
    ),
    group(
      'Edges',
      ...[...edges.keys()].sort().map((kind) => {
        const sample = [...model.edges.values()].find((edge) => edge.kind === kind)!;
        const look = edgeLook({ ...sample, status: 'asserted', inherited: false }, palette);
        return box(
          'edge-kind',
          kind,
          !now.hiddenEdgeKinds.has(kind),
          (on) => view.set({ hiddenEdgeKinds: toggled(view.get().hiddenEdgeKinds, kind, !on) }),
          edgeSvg(look),
          edgeKindWords(kind),
          count(edges.get(kind)),
        );
      }),
    ),
    group(
      'Status of edges',
      ...statuses
        .filter((status) => states.has(status))
        .map((status) =>
          box(
            'status',
            status,
            !now.hiddenStatuses.has(status),
            (on) => view.set({ hiddenStatuses: toggled(view.get().hiddenStatuses, status, !on) }),
            status,
            count(states.get(status)),
          ),
        ),
    ),
  );
}

export function listenToConfidence(view: ViewStore): void {
  const slider = byId<HTMLInputElement>('confidence');
  slider.addEventListener('input', () => view.set({ minConfidence: Number(slider.value) / 100 }));
  view.subscribe((now) => {
    slider.value = String(Math.round(now.minConfidence * 100));
    byId('confidence-value').textContent = now.minConfidence.toFixed(2);
  });
}

/** The slider steps over the dates that are in the data; its last place is "all dates". */
export class AsOfSlider {
  private days: number[] = [];
  private undated = 0; // works

  constructor(private readonly view: ViewStore) {
    const slider = byId<HTMLInputElement>('as-of');
    slider.addEventListener('input', () => {
      const day = this.days[Number(slider.value)];
      view.set({ asOf: day === undefined ? null : day + dayMs - 1 });
    });
    view.subscribe(() => this.tell());
  }

  /** Called again when more was loaded. */
  setDates(model: Model): void {
    const days = new Set<number>();
    this.undated = 0;
    for (const node of model.nodes.values()) {
      if (node.start !== null) days.add(Math.floor(node.start / dayMs) * dayMs);
      else if (node.date === null && (node.kind === 'article' || node.kind === 'document')) {
        ++this.undated;
      }
    }
    this.days = [...days].sort((a, b) => a - b);
    const slider = byId<HTMLInputElement>('as-of');
    slider.max = String(this.days.length);
    slider.disabled = this.days.length === 0;
    this.tell();
  }

  private tell(): void {
    const asOf = this.view.get().asOf;
    const slider = byId<HTMLInputElement>('as-of');
    const at = asOf === null ? -1 : this.days.indexOf(Math.floor(asOf / dayMs) * dayMs);
    slider.value = String(at < 0 ? this.days.length : at);
    const text = asOf === null ? 'all dates' : dayText(asOf);
    slider.setAttribute('aria-valuetext', text);
    byId('as-of-value').textContent = text;
    const notes = this.undated > 0 ? [`${counted(this.undated, 'undated work')} always shown`] : [];
    if (asOf !== null) notes.push('depth and choke points stay those of all dates');
    byId('as-of-note').textContent = notes.join('; ');
  }
}
