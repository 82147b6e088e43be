// The page's own messages: a notice at the top, and words for those who listen.
import { byId } from './dom';

export function notice(text: string): void {
  const line = byId('notice');
  line.textContent = text;
  line.hidden = text === '';
}

export function speak(text: string): void {
  byId('spoken').textContent = text;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
