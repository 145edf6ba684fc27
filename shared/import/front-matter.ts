import { parse as parseToml } from 'smol-toml';
import { isMap, isScalar, parseDocument } from 'yaml';

/** What stands at the head of a file beside its text, as static site generators write it. */
export interface FrontMatter {
  readonly title: string;
  readonly description: string;
  /** Each author once, in order. */
  readonly authors: readonly string[];
  readonly language: string;
  /** The names of all that no field of an article takes, as they are written, in order. */
  readonly leftOut: readonly string[];
}

const none: FrontMatter = { title: '', description: '', authors: [], language: '', leftOut: [] };

/** The names under which a field is looked for; the first that says something counts. */
const namesOf = {
  title: ['title', 'headline'],
  description: ['description', 'subtitle', 'deck', 'summary', 'standfirst'],
  authors: ['author', 'authors', 'byline'],
  language: ['lang', 'language'],
} as const;

/**
 * Parts a Markdown file from its front matter: YAML between lines of `---`, or TOML between lines of `+++`. What cannot be
 * read as such stays in the text, so that nothing of it is lost.
 */
export function partFrontMatter(text: string): { readonly body: string; readonly frontMatter: FrontMatter } {
  const yaml = /^---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  const toml = yaml ? null : /^\+\+\+[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.exec(text);
  const head = yaml ?? toml;
  const entries = yaml ? entriesOfYaml(yaml[1] ?? '') : entriesOfToml(toml?.[1] ?? '');
  // A thematic break at the head of a file is no front matter: that has keys.
  if (!head || entries.size === 0) return { body: text, frontMatter: none };
  const taken = new Set<string>();
  const texts = (field: keyof typeof namesOf): readonly string[] => {
    const name = namesOf[field].find((one) => textsOf(entries.get(one)?.value).length > 0);
    if (name === undefined) return [];
    taken.add(name);
    return textsOf(entries.get(name)?.value);
  };
  const fields = {
    title: texts('title').join(' '),
    description: texts('description').join(' '),
    authors: [...new Set(texts('authors'))],
    language: texts('language').join(' '),
  };
  const leftOut = [...entries].filter(([name, { value }]) => !taken.has(name) && saysSomething(value));
  return {
    body: text.slice(head[0].length),
    frontMatter: { ...fields, leftOut: leftOut.map(([, { written }]) => written) },
  };
}

/** By their names in small letters. */
type Entries = ReadonlyMap<string, { readonly written: string; readonly value: unknown }>;

/** "tags:" with nothing behind it has nothing to lose. */
const saysSomething = (value: unknown): boolean =>
  value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Every plain value is a text: a title of digits, or a "no", is no number and no truth. Of a key twice, the first counts. */
function entriesOfYaml(head: string): Entries {
  const document = parseDocument(quoted(head), { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  const entries = new Map<string, { written: string; value: unknown }>();
  if (document.errors.length > 0 || !isMap(document.contents)) return entries;
  for (const { key, value } of document.contents.items) {
    const written = isScalar(key) ? String(key.value) : '';
    const name = written.toLowerCase();
    if (!entries.has(name)) entries.set(name, { written, value: plainValue(value, document) });
  }
  return entries;
}

/** What a node of YAML holds, in plain values; nothing where its aliases grow beyond all measure. */
function plainValue(node: unknown, document: ReturnType<typeof parseDocument>): unknown {
  try {
    return node instanceof Object && 'toJS' in node && typeof node.toJS === 'function'
      ? node.toJS(document, { maxAliasCount: 10 })
      : null;
  } catch {
    return null;
  }
}

/** A title with a colon in it, in quotation marks as YAML wants it: "title: The gate: it held" is what people write. */
const quoted = (head: string): string =>
  head.replace(
    /^([A-Za-z_-]+:[ \t]+)([^\s"'[\]{}|>&*!%@`#-].*?: .*?)([ \t]+#.*)?$/gm,
    (_line, key: string, value: string, remark: string | undefined) =>
      `${key}${JSON.stringify(value.trim())}${remark ?? ''}`,
  );

function entriesOfToml(head: string): Entries {
  try {
    return new Map(
      Object.entries(parseToml(head)).map(([written, value]) => [written.toLowerCase(), { written, value }]),
    );
  } catch {
    return new Map();
  }
}

/** The texts of a value: of a list each, of somebody who is told with more than a name, the name. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value instanceof Object && 'name' in value) return textsOf(value.name);
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? [] : [text];
}
