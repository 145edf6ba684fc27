const SAY_EVERY_MILLISECONDS = 3_000;

/** Megabytes (10^6 bytes) without decimals. */
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/**
 * One line of progress.
 * @param bytes done so far
 * @param expected in all, or null where nobody knows
 */
export const describeProgress = (what: string, bytes: number, expected: number | null): string => {
  if (expected === null || bytes > expected) return `   ${what}: ${megabytes(bytes)}`;
  const percent = Math.floor((bytes / expected) * 100);
  return `   ${what}: ${percent} % (${megabytes(bytes)} of ${megabytes(expected)})`;
};

/**
 * Says how far something is, at most once every three seconds and only when it moved.
 * @param now gives milliseconds since any fixed moment
 */
export const sayProgress = (
  say: (line: string) => void,
  what: string,
  expected: number | null,
  now: () => number,
): ((bytes: number) => void) => {
  let lastSaid = now();
  let lastBytes = 0;
  return (bytes) => {
    if (bytes === lastBytes || now() - lastSaid < SAY_EVERY_MILLISECONDS) return;
    lastSaid = now();
    lastBytes = bytes;
    say(describeProgress(what, bytes, expected));
  };
};
