// What the reader has chosen: filters, selection, mode. Parts of the page subscribe to it.
import type { NodeKind, Status } from './data';

export type Selection = { node: string } | { edge: string } | null;

export interface View {
  asOf: number | null; // the end of the day chosen; null = all dates
  hiddenKinds: ReadonlySet<NodeKind>;
  hiddenEdgeKinds: ReadonlySet<string>;
  hiddenStatuses: ReadonlySet<Status>;
  minConfidence: number;
  chainOf: string | null;
  selected: Selection;
  mode: 'picture' | 'table';
  dark: boolean;
}

type Listener = (view: View, changed: ReadonlySet<keyof View>) => void;

export class ViewStore {
  private view: View;
  private readonly listeners: Listener[] = [];

  constructor(dark: boolean) {
    this.view = { ...noFilters(), selected: null, mode: 'picture', dark };
  }

  get(): View {
    return this.view;
  }

  set(patch: Partial<View>): void {
    const changed = new Set<keyof View>();
    for (const key of Object.keys(patch) as (keyof View)[]) {
      if (patch[key] !== this.view[key]) changed.add(key);
    }
    if (changed.size === 0) return;
    this.view = { ...this.view, ...patch };
    for (const listener of this.listeners) listener(this.view, changed);
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
}

type FilterKeys =
  'asOf' | 'hiddenKinds' | 'hiddenEdgeKinds' | 'hiddenStatuses' | 'minConfidence' | 'chainOf';

export const filterKeys: readonly FilterKeys[] = [
  'asOf',
  'hiddenKinds',
  'hiddenEdgeKinds',
  'hiddenStatuses',
  'minConfidence',
  'chainOf',
];

export function noFilters(): Pick<View, FilterKeys> {
  return {
    asOf: null,
    hiddenKinds: new Set(),
    hiddenEdgeKinds: new Set(),
    hiddenStatuses: new Set(),
    minConfidence: 0,
    chainOf: null,
  };
}
