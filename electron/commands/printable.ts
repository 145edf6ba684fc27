/**
 * What a terminal obeys instead of showing it: control characters, with which a text can clear the screen, write to the
 * clipboard or pass for other output (ECMA-48), and marks that turn the order of what is read.
 */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Words of an article or a name of a file as a terminal may show them: what it would obey stands as "\u001b". */
export const printable = (text: string): string => text.replace(obeyed, escaped);

/** A value as JSON on one line, or with `indent` spaces on several; the same value, whoever reads it. */
export const printableJson = (value: unknown, indent: number): string =>
  printable(JSON.stringify(value, null, indent));
