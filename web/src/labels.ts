// The lines that stand beside a symbol: its label in at most two, and one of marks.
import type { PictureNode } from './data';
import { columnWidth, symbolSize } from './layout';
import { fontFamily, fontSize } from './look';
import type { Model } from './model';
import { placedBy } from './steps';
import { counted } from './words';

export const labelWidth = columnWidth - symbolSize - 24;

let pen: CanvasRenderingContext2D | null = null;

function widthOf(text: string): number {
  if (!pen) {
    pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = `${fontSize}px ${fontFamily}`;
  }
  return pen ? pen.measureText(text).width : text.length * fontSize * 0.55;
}

/** As much of `text` as fits, by whole characters; at least one. */
function fitting(text: string, width: number): string {
  const characters = Array.from(text);
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(characters.slice(0, middle).join('')) <= width) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}

function wrapped(text: string, width: number, most: number): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  while (words.length > 0) {
    const word = words.shift()!;
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
    } else if (line === '') {
      line = fitting(word, width); // a word longer than the line, or a script without spaces
      words.unshift(word.slice(line.length));
      lines.push(line);
      line = '';
    } else {
      lines.push(line);
      line = '';
      words.unshift(word);
    }
    if (lines.length === most && (line !== '' || words.length > 0)) {
      const last = [lines[most - 1], line, ...words].filter(Boolean).join(' ');
      lines[most - 1] = `${fitting(last, width - widthOf('…')).trimEnd()}…`;
      return lines;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** What the axis does not say of a date: that it is open, or finer or coarser than the step. */
export function dateMark(node: PictureNode, tick: string | undefined): string {
  const date = node.date;
  if (!date || date === tick) return '';
  const [from = '', to] = date.split('/');
  const open = (bound: string) => bound === '..' || bound === '';
  const bound = placedBy(date) === tick ? '' : `${placedBy(date)} `;
  if (to === undefined) return date;
  if (open(from)) return `↓ ${bound}or earlier`;
  return open(to) ? `↑ ${bound}or later` : `${from} to ${to}`;
}

function marks(model: Model, node: PictureNode, tick: string | undefined): string {
  const parts: string[] = [];
  const hows = new Set((node.corrected ?? []).map((one) => one.how ?? 'correction'));
  if (hows.has('retraction') || hows.has('kill')) parts.push('retracted');
  else if (hows.size > 0) parts.push('corrected');
  if (node.findings?.length) parts.push(counted(node.findings.length, 'finding'));
  const date = dateMark(node, tick);
  if (date) parts.push(date);
  if (node.outlet && node.outlet !== node.label) parts.push(model.label(node.outlet));
  return parts.join(' · ');
}

export function labelLines(model: Model, node: PictureNode, tick: string | undefined): string[] {
  const text = node.label.trim() === '' ? node.id : node.label;
  const lines = wrapped(node.kind === 'quote' ? `“${text}”` : text, labelWidth, 2);
  const mark = marks(model, node, tick);
  if (mark) lines.push(...wrapped(mark, labelWidth, 1));
  return lines;
}
