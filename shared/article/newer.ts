import type { JsonValue } from '../base/json';

/** What of a part that a newer version wrote are words, for its writer alone: they have the name that they have in every other part. */
export function wordsOfNewer(raw: JsonValue): string {
  const words: string[] = [];
  JSON.stringify(raw, (key, value: unknown) => {
    if (key === 'text') words.push(String(value));
    return value;
  });
  return words.join('');
}
