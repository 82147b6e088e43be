// Asking the store that serves this page. Every failure becomes a sentence.
import type { Finding, Picture } from './data';
import type { Found, Hit } from './search';

async function ask<T>(path: string, parameters: [string, string][]): Promise<T> {
  const query = new URLSearchParams(parameters).toString();
  let response: Response;
  try {
    response = await fetch(`/api/${path}?${query}`, { headers: { accept: 'application/json' } });
  } catch {
    throw new Error('no answer: is stemma serve still running?');
  }
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    throw new Error(`an answer that is no JSON (status ${response.status})`);
  }
  const error = (body as { error?: unknown } | null)?.error;
  if (!response.ok || error !== undefined) {
    throw new Error(typeof error === 'string' ? error : `status ${response.status}`);
  }
  return body as T;
}

export async function findInStore(text: string): Promise<Found> {
  const { nodes, truncated } = await ask<{ nodes: Hit[]; truncated: boolean }>('find', [
    ['text', text],
    ['limit', '30'],
  ]);
  return { hits: nodes, more: truncated ? 'and others: more words find fewer' : '' };
}

export function loadPicture(ids: string[], hops?: number): Promise<Picture> {
  const parameters = ids.map((id): [string, string] => ['id', id]);
  if (hops !== undefined) parameters.push(['hops', String(hops)]);
  return ask<Picture>('picture', parameters);
}

/** What the audit finds in a work: it reads the work's whole chain, so only of one that is looked at. */
export async function loadFindings(id: string): Promise<Finding[]> {
  return (await ask<{ findings: Finding[] }>('audit', [['id', id]])).findings;
}
