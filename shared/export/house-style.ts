/** A house stylesheet made safe, and what had to be taken out of it. */
export interface HouseStyle {
  readonly css: string;
  /** What was ignored, as it was written; at most 80 characters each. */
  readonly removed: readonly string[];
}

/**
 * Makes a house stylesheet safe to stand in a `style` element of its own: it cannot end that element, it cannot
 * fetch anything (the page works offline and tells nobody who reads it), and it cannot lift anything out of the flow of
 * the page to lay it over the article (`position` other than static and relative). Escapes of ordinary characters are resolved
 * first, so that `\75rl(` is seen as what it is. Errors of grammar stay: CSS recovers by itself, and the element
 * ends where it ends, so that a broken stylesheet cannot break the article. What is taken out leaves a space, so that
 * its neighbours do not join to what was taken out.
 */
export function safeHouseStyle(css: string): HouseStyle {
  const removed: string[] = [];
  const take = (instead: string) => (found: string) => {
    removed.push(found.slice(0, 80));
    return instead;
  };
  const safe = css
    .replace(/[\u0000\ufeff]/g, '')
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (written, code: string) => {
      const character = Number.parseInt(code, 16);
      return character >= 0x20 && character < 0x7f && !staysEscaped.has(character)
        ? plain(character)
        : written;
    })
    .replace(/\\([g-z@:()<-])/gi, '$1')
    .replace(/@import[^;]*(?:;|$)/gi, take(' '))
    .replace(/url\(\s*(?!\s|["']?data:)[^)]*\)?/gi, take('none'))
    .replace(/(?:-[a-z]+-)?(?:image-set|cross-fade|src|image)\([^)]*\)?/gi, take('none'))
    .replace(outOfFlow, take(' '))
    .replace(/<\/|<!--|-->/g, take(' '));
  return { css: safe.trim(), removed };
}

/** `position` that takes an element out of the flow, or whose value nobody can see here (`var()`). */
const outOfFlow =
  /(?<![\w-])position\s*:(?!\s*(?:static|relative|inherit|initial|unset|revert|revert-layer)\s*(?:!\s*important\s*)?(?:[;}]|$))[^;{}]*/gi;

/** `\\`, and `/` and `*`: bare, they would begin a comment, which hides from what is looked for here and not from browsers. */
const staysEscaped = new Set([0x5c, 0x2f, 0x2a]);

/** Quotation marks stay escaped: bare, they would end a string that they are part of. */
const plain = (code: number): string => {
  const character = String.fromCharCode(code);
  return character === '"' || character === "'" ? `\\${character}` : character;
};
