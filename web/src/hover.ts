// One line about what the pointer is over.
import type { PictureNode } from './data';
import { dateWords } from './dates';
import type { Edge, Model } from './model';
import { confidenceWords, depthWords, edgeVerb, kindWords } from './words';

export function nodeLine(node: PictureNode): string {
  const parts = [node.kind === 'quote' ? `“${node.label}”` : node.label, kindWords[node.kind].one];
  if (node.date) parts.push(dateWords(node.date));
  const depth = depthWords(node);
  if (depth) parts.push(depth);
  return parts.join(' · ');
}

export function edgeLine(model: Model, edge: Edge): string {
  const confidence = edge.counts || edge.confidence !== null ? ` · ${confidenceWords(edge)}` : '';
  return (
    `${model.label(edge.from)} — ${edgeVerb(edge)} — ${model.label(edge.to)} · ` +
    `${edge.status}${confidence}`
  );
}

export function showHover(box: HTMLElement, text: string | null, x: number, y: number): void {
  if (text === null) {
    box.hidden = true;
    return;
  }
  box.textContent = text;
  box.hidden = false;
  const width = box.parentElement?.clientWidth ?? 0;
  const left = Math.max(4, Math.min(x + 14, width - box.offsetWidth - 4));
  box.style.left = `${left}px`;
  box.style.top = `${Math.max(4, y > 60 ? y - box.offsetHeight - 12 : y + 22)}px`;
}
