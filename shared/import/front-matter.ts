/** What stands in the block of `key: value` lines at the head of a file, as static site generators write it. */
export interface FrontMatter {
  readonly title: string;
  readonly description: string;
  /** Each author once, in order. */
  readonly authors: readonly string[];
  readonly language: string;
}

const none: FrontMatter = { title: '', description: '', authors: [], language: '' };

/**
 * Parts a Markdown file from its front matter: YAML between lines of `---`, or TOML between lines of `+++`. Of both only
 * the shapes are read in which people write a title, a description and names: plain and quoted texts, texts over several
 * lines, lists, and people with a `name`.
 */
export function partFrontMatter(text: string): { readonly body: string; readonly frontMatter: FrontMatter } {
  const head =
    /^---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ??
    /^\+\+\+[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.exec(text);
  const lines = head?.[1]?.split(/\r?\n/) ?? [];
  // A thematic break at the head of a file is no front matter: that has keys.
  if (!head || !lines.some((line) => keyAtStart.test(line))) return { body: text, frontMatter: none };
  const entries = entriesOf(lines);
  const texts = (...keys: readonly string[]): readonly string[] => {
    const key = keys.find((candidate) => entries.has(candidate));
    return key === undefined ? [] : (entries.get(key) ?? []).filter(Boolean);
  };
  return {
    body: text.slice(head[0].length),
    frontMatter: {
      title: texts('title', 'headline').join(' '),
      description: texts('description', 'subtitle', 'deck', 'summary', 'standfirst').join(' '),
      authors: [...new Set(texts('author', 'authors', 'byline'))],
      language: texts('lang', 'language').join(' '),
    },
  };
}

const keyAtStart = /^["']?([A-Za-z_-]+)["']?[ \t]*[:=]/;

/** The texts of each key; one key has several where it holds a list. */
function entriesOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, readonly string[]>();
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    at += 1;
    const key = keyAtStart.exec(line);
    if (!key?.[1]) continue;
    const below: string[] = [];
    // An item of a list may stand as far left as its key.
    while (at < lines.length && /^(?:\s|-\s|$)/.test(lines[at] ?? '')) {
      below.push(lines[at] ?? '');
      at += 1;
    }
    const name = key[1].toLowerCase();
    if (!entries.has(name)) entries.set(name, valueTexts(line.slice(key[0].length).trim(), below));
  }
  return entries;
}

/** The texts of a value: what stands behind its key and in the lines below. */
function valueTexts(first: string, below: readonly string[]): readonly string[] {
  const words = below.map((line) => line.trim()).filter(Boolean);
  // YAML 1.2, 8.1: a text over several lines, which a field has in one.
  if (/^[|>][-+\d]*(?:\s+#.*)?$/.test(first)) return [words.join(' ')];
  if (first.startsWith('[')) return flowTexts([first, ...words].join(' '));
  if (withoutRemark(first) !== '') return [scalar([first, ...words].join(' '))];
  if (words.some((line) => line.startsWith('- ')))
    return words.flatMap((line) =>
      named(line.startsWith('- ') ? line.slice(2).trim() : line, !line.startsWith('- ')),
    );
  return words.flatMap((line) => named(line, true));
}

/** A text, or the name of somebody who is told with more than a name. `isPart`: the line can be nothing but an entry. */
function named(line: string, isPart: boolean): readonly string[] {
  const entry = /^["']?([A-Za-z_-]+)["']?:(?:\s+(.*))?$/.exec(line);
  if (!entry) return isPart ? [] : [scalar(line)];
  return entry[1]?.toLowerCase() === 'name' ? [scalar(entry[2] ?? '')] : [];
}

/** The texts of `[Ann Bell, "Bo Cole"]`. */
const flowTexts = (list: string): readonly string[] =>
  (list.slice(1).match(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,\]]+/g) ?? [])
    .map((text) => scalar(text.trim()))
    .filter(Boolean);

/** A plain or quoted text as it is meant. */
function scalar(written: string): string {
  const double = /^"((?:\\.|[^"\\])*)"/.exec(written)?.[1];
  if (double !== undefined) return double.replace(/\\u([0-9a-f]{4})|\\(.)/gi, unescaped);
  const single = /^'((?:''|[^'])*)'/.exec(written)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  return withoutRemark(written);
}

const unescaped = (_whole: string, code: string | undefined, sign: string | undefined): string =>
  code === undefined
    ? sign === 'n' || sign === 't'
      ? ' '
      : (sign ?? '')
    : String.fromCharCode(Number.parseInt(code, 16));

/** A plain text ends where a remark begins: white space and "#". */
const withoutRemark = (text: string): string => text.replace(/(?:^|\s)#.*$/, '').trim();
