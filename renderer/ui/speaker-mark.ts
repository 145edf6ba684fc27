/** How many tones the design has for telling speakers apart (tokens.css: --tone-0 …). */
const tones = 8;

/** How a speaker is marked: a tone by its place among the sources, and initials, so that colour is never alone. */
export interface SpeakerMark {
  readonly tone: number;
  readonly initials: string;
}

/** The mark of the source called `name` at `index` in the article's list; no name gives "?". */
export function speakerMark(name: string, index: number): SpeakerMark {
  const words = name
    .replace(/[^\p{L}\p{N}\s'’-]/gu, '')
    .split(/\s+/u)
    .filter(Boolean);
  const capital = (word: string | undefined) =>
    word ? (Array.from(word)[0]?.toLocaleUpperCase() ?? '') : '';
  const initials = words.length > 1 ? capital(words[0]) + capital(words.at(-1)) : capital(words[0]);
  return { tone: index % tones, initials: initials || '?' };
}
