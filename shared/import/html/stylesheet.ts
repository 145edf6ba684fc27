import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Declarations, readDeclarations, withoutComments } from './declarations';
import { attribute, classesOf } from './dom';

type Element = DefaultTreeAdapterTypes.Element;

interface Rule {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly weight: number;
  readonly declarations: Declarations;
}

/**
 * The rules of a document's `<style>` elements. Pages, Apple Notes and exported Google documents say bold, hidden
 * and `white-space` by class; only selectors of one element (`p`, `.c1`, `span.s1`, `#x`) are followed.
 */
export interface Stylesheet {
  declarationsFor(element: Element): readonly Declarations[];
}

export function readStylesheets(sheets: readonly string[]): Stylesheet {
  const byKey = new Map<string, Rule[]>();
  let count = 0;
  for (const sheet of sheets) {
    for (const rule of rulesOf(sheet)) {
      // Filed under its rarest part, so that an element meets few rules that do not fit it.
      const key = rule.id ? `#${rule.id}` : rule.classes[0] ? `.${rule.classes[0]}` : rule.tag;
      const filed = byKey.get(key) ?? [];
      count += 1;
      if (count > mostRules || filed.length >= mostRulesOfOneKey) continue;
      filed.push(rule);
      byKey.set(key, filed);
    }
  }
  if (byKey.size === 0) return { declarationsFor: () => [] };
  const remembered = new Map<string, readonly Declarations[]>();
  return {
    declarationsFor(element) {
      const [names, id] = [attribute(element, 'class'), attribute(element, 'id')];
      const key = `${element.tagName} ${id} ${names}`;
      const known = remembered.get(key);
      if (known) return known;
      const classes = classesOf(element);
      const named = new Set(classes);
      const found = [
        ...(byKey.get(element.tagName) ?? []),
        ...classes.flatMap((name) => byKey.get(`.${name}`) ?? []),
        ...(id ? (byKey.get(`#${id}`) ?? []) : []),
      ]
        .filter((rule) => fits(rule, element.tagName, id, named))
        .sort((a, b) => a.weight - b.weight)
        .map((rule) => rule.declarations);
      if (remembered.size < mostRemembered) remembered.set(key, found);
      return found;
    },
  };
}

/** More rules than any word processor writes; the rest of a hostile sheet is passed over. */
const mostRules = 50_000;
const mostRulesOfOneKey = 500;
const mostRemembered = 20_000;
/** The most classes of one selector. */
const mostNames = 20;

function fits(rule: Rule, tag: string, id: string, classes: ReadonlySet<string>): boolean {
  return (
    (rule.tag === '' || rule.tag === tag) &&
    (rule.id === '' || rule.id === id) &&
    rule.classes.every((name) => classes.has(name))
  );
}

/** The rules at the top level of a sheet; conditional groups (`@media print`) and page rules are passed over. */
function rulesOf(sheet: string): readonly Rule[] {
  const css = withoutComments(sheet).replace(/<!--|-->/g, ' ');
  const rules: Rule[] = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    // A statement such as @import ends with a semicolon and has no braces of its own.
    const before = css.slice(at, open);
    const prelude = before.slice(before.lastIndexOf(';') + 1).trim();
    const close = prelude.startsWith('@') ? endOfGroup(css, open) : css.indexOf('}', open);
    const end = close < 0 ? css.length : close;
    if (!prelude.startsWith('@')) {
      const declarations = readDeclarations(css.slice(open + 1, end));
      if (declarations.size > 0 && prelude.length < 5000) {
        for (const selector of prelude.split(',')) {
          const rule = readSelector(selector.trim(), declarations);
          if (rule) rules.push(rule);
        }
      }
    }
    at = end + 1;
  }
  return rules;
}

function readSelector(selector: string, declarations: Declarations): Rule | null {
  const parts = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i.exec(selector);
  if (!parts || selector === '') return null;
  const tag = (parts[1] ?? '').toLowerCase();
  const names = parts[2]?.match(/[.#][\w-]+/g) ?? [];
  if (names.length > mostNames) return null;
  const classes = names.filter((name) => name.startsWith('.')).map((name) => name.slice(1));
  const id = names.find((name) => name.startsWith('#'))?.slice(1) ?? '';
  return { tag, id, classes, weight: (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0), declarations };
}

function endOfGroup(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
