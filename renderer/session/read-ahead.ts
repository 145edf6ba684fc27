/** So long an article that was read ahead may be shown, in milliseconds; a press of the pointer takes a tenth of it. */
const lasts = 1000;

/** Reads what is about to be asked for, so that it is there when it is. */
export interface ReadAhead<Answer> {
  /** Reads `slug` now. Whoever presses on an article lets go a moment later, and it opens then. */
  begin(slug: string): void;
  /** What was read of `slug` ahead, once; otherwise it is read now. */
  take(slug: string): Promise<Answer>;
  /** What was read of `slug` is no longer true. */
  forget(slug: string): void;
}

/** Reads ahead by `read`; `now` is in milliseconds. */
export function createReadAhead<Answer>(
  read: (slug: string) => Promise<Answer>,
  now: () => number,
): ReadAhead<Answer> {
  let ahead: { readonly slug: string; readonly answer: Promise<Answer>; readonly at: number } | null = null;
  return {
    begin(slug) {
      ahead = { slug, answer: read(slug), at: now() };
    },
    take(slug) {
      const taken = ahead;
      ahead = null;
      return taken?.slug === slug && now() - taken.at < lasts ? taken.answer : read(slug);
    },
    forget(slug) {
      if (ahead?.slug === slug) ahead = null;
    },
  };
}
