import { readdirSync } from 'node:fs';
import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import { $getSelection, $insertNodes, $isRangeSelection, FORMAT_TEXT_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { ArticleEditor } from '../../../renderer/editor/article-editor';
import { TURN_INTO_COMMAND } from '../../../renderer/editor/block-commands';
import { INSERT_EMBED_COMMAND } from '../../../renderer/editor/features/embed/embed';
import { $addNote } from '../../../renderer/editor/features/note/note';
import { $tagWords } from '../../../renderer/editor/features/quotation/tagging';
import type { WordBlock } from '../../../renderer/editor/turn-into';
import {
  adBreak,
  blockquote,
  bold,
  br,
  bullets,
  correction,
  deskNote,
  divider,
  embed,
  factBox,
  h,
  image,
  inlines,
  item,
  link,
  mention,
  note,
  numbers,
  p,
  pullQuote,
  quote,
  table,
  text,
  tk,
} from '../../../shared/article/build';
import type { Inline } from '../../../shared/article/inline';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { atEnd, bySlash, type Chapters, chapters } from '../../builders/feature-chapters';

/** Words as they stand in the file. */
const words = (given: string, ...marks: string[]) => ({
  kind: 'text',
  text: given,
  ...(marks[0] ? { marks } : {}),
});
const anId = expect.any(String);

/** Writes `given` into the empty page, selects it, and acts on it. */
const onWords =
  (given: string, $act: (page: ArticleEditor) => void) =>
  (page: ArticleEditor): void =>
    atEnd(page, () => {
      const caret = $getSelection();
      if (!$isRangeSelection(caret)) throw new Error('No caret');
      caret.insertText(given);
      const written = $getSelection();
      if (!$isRangeSelection(written)) throw new Error('No caret');
      written.anchor.set(written.focus.key, 0, 'text');
      $act(page);
    });

const turned = (given: string, kind: WordBlock) =>
  onWords(given, ({ lexical }) => lexical.dispatchCommand(TURN_INTO_COMMAND, kind));

const inserted = (inline: Inline) => (page: ArticleEditor) =>
  atEnd(page, () => $insertNodes(page.conversion.$inlinesToNodes([inline])));

const mary = newSource('s1', 'Mary Sinclair');

const blocks: readonly Chapters[] = [
  {
    feature: 'paragraph',
    block: p('The sea rose.'),
    create: onWords('The sea rose.', () => undefined),
    file: { kind: 'paragraph', children: [words('The sea rose.')] },
    html: '<p>The sea rose.</p>\n',
  },
  {
    feature: 'heading',
    block: h(3, 'At noon'),
    create: turned('At noon', 'heading3'),
    file: { kind: 'heading', level: 3, children: [words('At noon')] },
    html: '<h3>At noon</h3>\n',
  },
  {
    feature: 'list',
    block: bullets('One', item(['Two'], numbers('Inner'))),
    create: turned('One', 'bullets'),
    made: bullets('One'),
    file: {
      kind: 'list',
      ordered: false,
      items: [
        { children: [words('One')] },
        {
          children: [words('Two')],
          lists: [{ kind: 'list', ordered: true, items: [{ children: [words('Inner')] }] }],
        },
      ],
    },
    html: '<ul>\n<li>One</li>\n<li>Two<ol>\n<li>Inner</li>\n</ol></li>\n</ul>\n',
  },
  {
    feature: 'blockquote',
    block: blockquote('Minutes', 'It rose'),
    create: turned('It rose', 'blockquote'),
    made: blockquote('', 'It rose'),
    file: { kind: 'blockquote', children: [words('It rose')], attribution: 'Minutes' },
    html: '<figure>\n<blockquote>\n<p>It rose</p>\n</blockquote>\n<figcaption>Minutes</figcaption>\n</figure>\n',
  },
  {
    feature: 'pull-quote',
    block: pullQuote('Mary', 'It rose'),
    create: turned('It rose', 'pullQuote'),
    made: pullQuote('', 'It rose'),
    file: { kind: 'pullQuote', children: [words('It rose')], attribution: 'Mary' },
    html: '<figure data-kind="pull-quote">\n<blockquote>\n<p>It rose</p>\n</blockquote>\n<figcaption>Mary</figcaption>\n</figure>\n',
  },
  {
    feature: 'ad-break',
    block: adBreak({ slot: 's1', label: 'Ad', size: '300x250' }),
    create: bySlash('ad-break'),
    made: adBreak(),
    file: { kind: 'adBreak', slot: 's1', label: 'Ad', size: '300x250' },
    html: '<aside aria-label="Ad" data-ad-slot="s1" data-ad-size="300x250">\n<p data-ad-text="label">Ad</p>\n<p data-ad-text="continuation">Article continues after advertisement</p>\n</aside>\n',
  },
  {
    feature: 'image',
    block: image('a.png', {
      alt: 'A wall',
      credit: 'Okri',
      caption: inlines('At noon'),
      width: 2,
      height: 1,
    }),
    // Chosen by the system's dialog: tests/e2e/cards.spec.ts. What a chosen file becomes is the same block.
    create: (page) =>
      atEnd(page, () =>
        $insertNodes([page.conversion.$blockToNode(image('a.png', { width: 2, height: 1 }))]),
      ),
    made: image('a.png', { width: 2, height: 1 }),
    file: {
      kind: 'image',
      file: 'a.png',
      alt: 'A wall',
      caption: [words('At noon')],
      credit: 'Okri',
      width: 2,
      height: 1,
    },
    html: '<figure>\n<img src="media/a.png" alt="A wall" width="2" height="1">\n<figcaption>At noon <small>Okri</small></figcaption>\n</figure>\n',
    // A picture beside a page cannot be had from its address alone; its words arrive.
    fromHtml: [p('At noon'), p('Okri')],
  },
  {
    feature: 'fact-box',
    block: factBox('Tides', p('Twice a day.')),
    create: bySlash('fact-box'),
    made: factBox('', p()),
    file: {
      kind: 'factBox',
      title: 'Tides',
      body: [{ kind: 'paragraph', children: [words('Twice a day.')] }],
    },
    html: '<aside data-kind="fact-box" aria-label="Tides">\n<h2>Tides</h2>\n<p>Twice a day.</p>\n</aside>\n',
  },
  {
    feature: 'table',
    block: table(true, ['Day', 'Tide'], ['Monday', 'high']),
    create: bySlash('table'),
    made: expect.objectContaining({ kind: 'table', headerRow: true }),
    file: {
      kind: 'table',
      headerRow: true,
      rows: [
        [{ children: [words('Day')] }, { children: [words('Tide')] }],
        [{ children: [words('Monday')] }, { children: [words('high')] }],
      ],
    },
    html: '<table>\n<thead>\n<tr><th scope="col">Day</th><th scope="col">Tide</th></tr>\n</thead>\n<tbody>\n<tr><td>Monday</td><td>high</td></tr>\n</tbody>\n</table>\n',
  },
  {
    feature: 'embed',
    block: embed('https://example.org/', { title: 'Tables', description: 'Of tides', provider: 'Port' }),
    create: (page) =>
      atEnd(page, () => page.lexical.dispatchCommand(INSERT_EMBED_COMMAND, 'https://example.org/')),
    made: embed('https://example.org/'),
    file: {
      kind: 'embed',
      url: 'https://example.org/',
      title: 'Tables',
      description: 'Of tides',
      provider: 'Port',
    },
    html: '<figure data-kind="embed">\n<p><a href="https://example.org/" rel="noopener">Tables</a></p>\n<p>Of tides</p>\n<figcaption>Port</figcaption>\n</figure>\n',
  },
  {
    feature: 'divider',
    block: divider,
    create: bySlash('divider'),
    file: { kind: 'divider' },
    html: '<hr>\n',
  },
  {
    feature: 'correction',
    block: correction('2026-03-01T08:00:00Z', 'The day was wrong.'),
    create: bySlash('correction'),
    made: { kind: 'correction', type: 'correction', date: expect.stringMatching(/^20\d\d-/), children: [] },
    file: {
      kind: 'correction',
      type: 'correction',
      date: '2026-03-01T08:00:00Z',
      children: [words('The day was wrong.')],
    },
    html: '<p data-kind="correction"><b>Correction, <time datetime="2026-03-01T08:00:00Z">March 1, 2026</time>: </b>The day was wrong.</p>\n',
  },
  {
    feature: 'desk-note',
    block: deskNote('n1', 'Ask the port.'),
    create: bySlash('desk-note'),
    made: deskNote(anId),
    copy: deskNote(anId, 'Ask the port.'),
    file: { kind: 'deskNote', id: 'n1', children: [words('Ask the port.')] },
    html: '',
    fromHtml: [],
  },
  {
    feature: 'unknown-block',
    block: { kind: 'unknown', raw: { kind: 'hologram', depth: 3 } },
    create: null,
    file: { kind: 'hologram', depth: 3 },
    html: '',
    fromHtml: [],
  },
];

const marksAndSpans: readonly Chapters[] = [
  {
    feature: 'text',
    block: p('Plain ', bold('bold'), br, text('small', 'smallCaps')),
    create: onWords('bold', ({ lexical }) => lexical.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')),
    made: p(bold('bold')),
    file: {
      kind: 'paragraph',
      children: [words('Plain '), words('bold', 'bold'), { kind: 'lineBreak' }, words('small', 'smallCaps')],
    },
    html: '<p>Plain <strong>bold</strong><br><b class="small-caps">small</b></p>\n',
  },
  {
    feature: 'link',
    block: p('See ', link('https://example.org/', 'the sea')),
    create: onWords('the sea', ({ lexical }) =>
      lexical.dispatchCommand(TOGGLE_LINK_COMMAND, 'https://example.org/'),
    ),
    made: p(link('https://example.org/', 'the sea')),
    file: {
      kind: 'paragraph',
      children: [words('See '), { kind: 'link', url: 'https://example.org/', children: [words('the sea')] }],
    },
    html: '<p>See <a href="https://example.org/" rel="noopener">the sea</a></p>\n',
  },
  {
    feature: 'quotation',
    block: p(quote('q1', '“It rose,”'), ' she said.'),
    quotations: [newQuotation('q1', 's1')],
    sources: [mary],
    create: onWords('“It rose,”', () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $tagWords(selection, newQuotation('q9', 's1'));
    }),
    made: p(quote('q9', '“It rose,”')),
    copy: p({ ...quote('q1', '“It rose,”'), quoteId: anId }, ' she said.'),
    file: {
      kind: 'paragraph',
      children: [{ kind: 'quotation', quoteId: 'q1', children: [words('“It rose,”')] }, words(' she said.')],
    },
    html: '<p>“It rose,” she said.</p>\n',
    fromHtml: [p('“It rose,” she said.')],
  },
  {
    feature: 'mention',
    block: p(mention('s1', 'Ms. Sinclair'), ' left.'),
    sources: [mary],
    create: inserted(mention('s1', 'Ms. Sinclair')),
    made: p(mention('s1', 'Ms. Sinclair')),
    file: {
      kind: 'paragraph',
      children: [{ kind: 'mention', sourceId: 's1', children: [words('Ms. Sinclair')] }, words(' left.')],
    },
    html: '<p>Ms. Sinclair left.</p>\n',
    fromHtml: [p('Ms. Sinclair left.')],
  },
  {
    feature: 'note',
    block: p('It ', note('n1', 'Sure?', 'rose')),
    create: onWords('rose', () => $addNote({ id: 'n9', note: 'Sure?', author: '', resolved: false })),
    made: p(note('n9', 'Sure?', 'rose')),
    copy: p('It ', note(anId, 'Sure?', 'rose')),
    file: {
      kind: 'paragraph',
      children: [words('It '), { kind: 'note', id: 'n1', note: 'Sure?', children: [words('rose')] }],
    },
    html: '<p>It rose</p>\n',
    fromHtml: [p('It rose')],
  },
  {
    feature: 'to-come',
    block: p('It rose ', tk('TK metres')),
    create: inserted(tk('TK metres')),
    made: p(tk('TK metres')),
    file: { kind: 'paragraph', children: [words('It rose '), { kind: 'tk', text: 'TK metres' }] },
    html: '<p>It rose </p>\n',
    fromHtml: [p('It rose')],
  },
];

/** They make no block and no inline: what they do to others has tests of its own. */
const behaviours = {
  characters: 'tests/unit/editor/characters.test.ts',
  'markdown-starts': 'tests/e2e/typing.spec.ts',
  typography: 'tests/unit/typography',
} as const;

describe.each([
  ['blocks', blocks],
  ['marks and spans', marksAndSpans],
] as const)('%s', (_, all) => {
  for (const each of all) chapters(each);
});

describe('the chapters', () => {
  it('are there for every feature folder', () => {
    const folders = readdirSync('renderer/editor/features', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const written = [...blocks, ...marksAndSpans].map(({ feature }) => feature);
    expect([...written, ...Object.keys(behaviours)].sort()).toEqual(folders.sort());
  });
});
