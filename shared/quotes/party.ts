/** A person or body of the text, under the fullest name the text gives. */
export interface Party {
  name: string;
  /** Lower-case words of the name, without titles and suffixes. */
  words: readonly string[];
  /** Unknown until the name speaks, has a title or a role: it may be a place. */
  kind: 'person' | 'body' | 'unknown';
  gender: 'he' | 'she' | null;
  role: string;
  roleFrom: 'apposition' | 'title' | 'none';
  /** Index of the last mention read so far; -1 while only a later part of the text names it. */
  lastSeen: number;
  /** Words of every role seen, for "the senator". */
  readonly roleWords: Set<string>;
}
