/** The declarations of one rule or `style` attribute that say something about text: property → value, lower case. */
export type Declarations = ReadonlyMap<string, string>;

/** The properties that can show, hide or mark text. Everything else of a style never enters. */
const read = new Set([
  'display',
  'visibility',
  'white-space',
  'white-space-collapse',
  'text-wrap-mode',
  'font-weight',
  'font-style',
  'font-variant',
  'font-variant-caps',
  'font-size',
  'font',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'opacity',
  'clip',
  'clip-path',
  'left',
  'top',
  'position',
  'text-indent',
  'overflow',
  'max-height',
  'width',
  'height',
  'mso-hide',
  'mso-list',
  'mso-element',
  'mso-spacerun',
  'mso-tab-count',
  'mso-special-character',
  'mso-comment-reference',
  'mso-comment-author',
  'mso-outline-level',
]);

export const noDeclarations: Declarations = new Map();

/** Reads `a: b; c: d`. Semicolons inside quotes and brackets do not part declarations. Linear in the text. */
export function readDeclarations(css: string): Declarations {
  const found = new Map<string, string>();
  for (const declaration of partsOf(withoutComments(css))) {
    const colon = declaration.indexOf(':');
    if (colon < 1) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    if (!read.has(property)) continue;
    const value = declaration
      .slice(colon + 1, colon + 200)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (property === 'font') readFont(value, found);
    else found.set(property, value);
  }
  return found;
}

/** A style with a space for every remark. One that is not closed reaches to the end. */
export function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  let kept = '';
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    kept += `${css.slice(at, open)} `;
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return kept;
    at = close + 2;
  }
  return kept + css.slice(at);
}

/** The shorthand `font: italic bold 12px Helvetica` resets weight and style. */
function readFont(value: string, found: Map<string, string>): void {
  const beforeFamily = value.split(/["',]/)[0] ?? '';
  found.set('font-weight', /\b(?:bold|bolder|[6-9]00)\b/.test(beforeFamily) ? 'bold' : 'normal');
  found.set('font-style', /\b(?:italic|oblique)\b/.test(beforeFamily) ? 'italic' : 'normal');
  if (/\bsmall-caps\b/.test(beforeFamily)) found.set('font-variant', 'small-caps');
}

function partsOf(css: string): readonly string[] {
  if (!/["'(]/.test(css)) return css.split(';');
  const parts: string[] = [];
  let start = 0;
  let quote = '';
  let depth = 0;
  for (let at = 0; at < css.length; at += 1) {
    const character = css[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ';' && depth === 0) {
      parts.push(css.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(css.slice(start));
  return parts;
}
