import { deepestList, type List } from '../../article/block';
import type { Inline } from '../../article/inline';
import type { Entry, ListLine, Passage } from './passage';

interface OpenList {
  readonly list: string;
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
  readonly items: OpenItem[];
}
interface OpenItem {
  readonly children: readonly Inline[];
  readonly lists: OpenList[];
}

/**
 * Makes nested lists of lines that stand side by side. Lists arrive in three shapes: properly nested elements, lists
 * set directly into lists (Google Docs), and flat paragraphs or one-item lists that name their level (Word); as lines
 * with a level they are all the same.
 */
export function withLists(entries: readonly Entry[]): readonly Passage[] {
  const passages: Passage[] = [];
  let lines: ListLine[] = [];
  const closeLists = (): void => {
    for (const passage of listsOf(lines)) passages.push(passage);
    lines = [];
  };
  for (const entry of entries) {
    if (entry.kind === 'line') lines.push(entry);
    else {
      closeLists();
      passages.push(entry);
    }
  }
  closeLists();
  return passages;
}

function listsOf(lines: readonly ListLine[]): readonly Passage[] {
  const tops: { readonly list: OpenList; readonly region: ListLine['region'] }[] = [];
  let open: OpenList[] = [];
  for (const line of lines) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > line.level) open.pop();
    const innermost = open.at(-1);
    if (innermost && innermost.level === line.level && continues(innermost, line)) {
      innermost.items.push({ children: line.children, lists: [] });
      continue;
    }
    if (innermost?.level === line.level) open.pop();
    const list: OpenList = {
      list: line.list,
      level: line.level,
      ordered: line.ordered,
      start: line.ordered ? line.number : 1,
      items: [{ children: line.children, lists: [] }],
    };
    const parent = open.length < deepestList ? open.at(-1)?.items.at(-1) : open.at(-1);
    if (parent === undefined) {
      tops.push({ list, region: line.region });
      open = [list];
    } else if ('lists' in parent) {
      parent.lists.push(list);
      open.push(list);
    } else parent.items.push({ children: line.children, lists: [] });
  }
  return tops
    .filter(({ list }) => hasContent(list))
    .map(({ list, region }) => ({
      kind: 'passage',
      block: closed(list),
      region,
      role: '',
      headingLevel: 0,
    }));
}

/** A list of empty items shows nothing but bullets. */
const hasContent = (list: OpenList): boolean =>
  list.items.some((item) => item.children.length > 0 || item.lists.some(hasContent));

const continues = (list: OpenList, line: ListLine): boolean =>
  list.list === line.list && list.ordered === line.ordered;

function closed(list: OpenList): List {
  return {
    kind: 'list',
    ordered: list.ordered,
    start: list.start,
    items: list.items.map((item) => ({ children: item.children, lists: item.lists.map(closed) })),
  };
}
