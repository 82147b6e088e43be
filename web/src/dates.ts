// Where a node stands in time, and how times are written: ISO, as in the data.
import { isWork, type PictureNode } from './data';
import type { Model } from './model';

export const dayMs = 86_400_000;
export type StepSize = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';
export const stepSizes: readonly StepSize[] = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
];

const stepDays: Record<StepSize, number> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
  decade: 3652.5,
  century: 36525,
};

/** The instant that a dated node is placed at: its start, else, when that is open, its end. */
function ownTime(node: PictureNode): number | null {
  if (node.start !== null) return node.start;
  return node.end === null ? null : node.end - 1;
}

const naming = new Set([
  'quotes',
  'states',
  'spoken_by',
  'published_by',
  'written_by',
  'obtained_by',
  'cites',
  'mentions',
  'denies',
  'supports',
  'quoted_from',
  'same_as',
]);

/**
 * Times of all nodes: their own; for a quote, claim or agent without one that of the earliest node
 * that prints, states or names it. Null where nothing dates it.
 */
export function timesOf(model: Model): Map<string, number | null> {
  const times = new Map<string, number | null>();
  for (const node of model.nodes.values()) times.set(node.id, ownTime(node));
  // Works first, then what works print, then what those name: two rounds reach all of it.
  for (let round = 0; round < 3; ++round) {
    const found = new Map<string, number>();
    for (const node of model.nodes.values()) {
      if (isWork(node) || times.get(node.id) !== null) continue;
      let earliest = Infinity;
      for (const edge of model.intoOf(node.id)) {
        if (naming.has(edge.kind)) earliest = Math.min(earliest, times.get(edge.from) ?? Infinity);
      }
      if (earliest < Infinity) found.set(node.id, earliest);
    }
    for (const [id, time] of found) times.set(id, time);
    if (found.size === 0) break;
  }
  return times;
}

function floorTo(date: Date, size: StepSize): number {
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const at = (y: number, m: number) => new Date(0).setUTCFullYear(y, m, 1);
  switch (size) {
    case 'day':
      return Math.floor(date.getTime() / dayMs) * dayMs;
    case 'week': {
      // from Monday
      const day = Math.floor(date.getTime() / dayMs);
      return (day - ((((day + 3) % 7) + 7) % 7)) * dayMs;
    }
    case 'month':
      return at(year, month);
    case 'quarter':
      return at(year, month - (month % 3));
    case 'year':
      return at(year, 0);
    case 'decade':
      return at(Math.floor(year / 10) * 10, 0);
    case 'century':
      return at(Math.floor(year / 100) * 100, 0);
  }
}

export function stepStart(time: number, size: StepSize): number {
  return floorTo(new Date(time), size);
}

/** How many steps lie between the starts of two of them. */
export function stepsBetween(older: number, newer: number, size: StepSize): number {
  return Math.round((newer - older) / dayMs / stepDays[size]);
}

export function dayText(time: number): string {
  return new Date(time).toISOString().replace(/T.*/, '');
}

export function stepText(start: number, size: StepSize): string {
  const day = dayText(start);
  const year = day.replace(/-\d\d-\d\d$/, '');
  const month = Number(day.slice(-5, -3));
  switch (size) {
    case 'day':
      return day;
    case 'week':
      return `week of ${day}`;
    case 'month':
      return day.slice(0, -3);
    case 'quarter':
      return `${year}, months ${month}–${month + 2}`;
    case 'year':
      return year;
    case 'decade':
      return `${year}s`;
    case 'century':
      return `${year}–${Number(year) + 99}`;
  }
}

export function spanText(ms: number): string {
  const days = ms / dayMs;
  if (days < 60) return `${Math.round(days)} days`;
  if (days < 730) return `${Math.round(days / 30.44)} months`;
  return `${Math.round(days / 365.25)} years`;
}

/** "2019-11-27 or later": a date as a reader says it. */
export function dateWords(date: string): string {
  const [from = '', to] = date.split('/');
  if (to === undefined) return date;
  if (from === '..' || from === '') return `${to} or earlier`;
  if (to === '..' || to === '') return `${from} or later`;
  return `${from} to ${to}`;
}
