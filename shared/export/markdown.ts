import { trimmedEnd } from '../article/characters';
import { assertNever } from '../base/assert-never';
import { mediaAddress } from './html-text';
import { dayInWords, namesInRow, wordingIn } from './language';
import { escapeMarkdown, runMarkdown } from './markdown-inlines';
import { runText } from './publish-inlines';
import {
  inReadingOrder,
  type PublishedArticle,
  type PublishedBlock,
  type PublishedCorrection,
  type PublishedList,
  type PublishedPicture,
  type PublishedRun,
  type PublishedTable,
} from './published';

/**
 * The article as Markdown (CommonMark with the tables and strike-through of GitHub): headline as the first heading,
 * then deck, byline and dateline, then the body. Ad breaks are left out; pictures lie in `media/` beside the file.
 */
export function markdown(article: PublishedArticle): string {
  const { language, authors, leadImage, headline } = article;
  const { by } = wordingIn(language);
  const parts = [
    line(article.kicker),
    headline.trim() === '' ? '' : heading(1, line(headline)),
    line(article.deck),
    authors.length === 0 ? '' : line(`${by} ${namesInRow(authors, language)}`),
    line(article.dateline),
    ...(leadImage ? [picture(leadImage)] : []),
    ...blocksMarkdown(inReadingOrder(article), language),
  ];
  return `${joined(parts)}\n`;
}

const line = (text: string): string => escapeMarkdown(text.trim());

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** A run as a block: white space at the edges of lines means something in Markdown and nothing to a reader. */
const words = (run: PublishedRun): string =>
  runMarkdown(run, 'block')
    .split('\n')
    .map((each) => trimmedEnd(each, ' \t').replace(/^[ \t]+/, ''))
    .join('\n');

const oneLine = (run: PublishedRun): string => runMarkdown(run, 'line').trim();

function blocksMarkdown(blocks: readonly PublishedBlock[], language: string): readonly string[] {
  // An ad break leaves nothing that would part the lists around it.
  const written = blocks.filter(({ kind }) => kind !== 'adBreak');
  const others = otherSigns(written.map((block) => (block.kind === 'list' ? block : null)));
  return written.map((block, at) =>
    block.kind === 'list' ? list(block, others[at] ?? false) : blockMarkdown(block, language),
  );
}

/**
 * Which of these lists have the other sign of their kind. CommonMark 5.3: a list ends only where the sign changes, so of two
 * side by side the second has it.
 */
function otherSigns(lists: readonly (PublishedList | null)[]): readonly boolean[] {
  const others: boolean[] = [];
  for (const [at, each] of lists.entries()) {
    others.push(each !== null && lists[at - 1]?.ordered === each.ordered && others[at - 1] !== true);
  }
  return others;
}

function blockMarkdown(block: Exclude<PublishedBlock, PublishedList>, language: string): string {
  switch (block.kind) {
    case 'paragraph':
      return words(block.children);
    case 'heading':
      return heading(block.level, oneLine(block.children));
    case 'blockquote':
    case 'pullQuote':
      return quoted(
        joined([
          ...block.paragraphs.map(words),
          block.attribution ? `— ${line(block.attribution.name)}` : '',
        ]),
      );
    case 'image':
      return picture(block);
    case 'adBreak':
      return '';
    case 'factBox':
      return quoted(
        joined([
          block.title.trim() === '' ? '' : `**${line(block.title)}**`,
          ...blocksMarkdown(block.body, language),
        ]),
      );
    case 'embed':
      return joined([
        `[${line(block.title) || escapeMarkdown(block.url)}](<${block.url}>)`,
        line(block.description),
        line(block.provider),
      ]);
    case 'table':
      return table(block);
    case 'divider':
      return '---';
    case 'correction':
      return correctionMarkdown(block, language);
    default:
      return assertNever(block);
  }
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((each) => (each === '' ? '>' : `> ${each}`))
    .join('\n');

/** CommonMark 4.2: signs at the end of a heading close it and are not printed. */
const heading = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${text.replace(/(?<=\s)(#+)$/, '\\$1')}`;

function list({ ordered, start, items }: PublishedList, otherSign: boolean): string {
  const [after, dash] = otherSign ? [')', '*'] : ['.', '-'];
  return items
    .map(({ children, lists }, index) => {
      const bullet = ordered ? `${start + index}${after} ` : `${dash} `;
      const own = words(children);
      const others = otherSigns(lists);
      const inner =
        own + lists.map((nested, at) => between(own, nested) + list(nested, others[at] ?? false)).join('');
      return `${bullet}${inner.replaceAll('\n', `\n${' '.repeat(bullet.length)}`)}`;
    })
    .join('\n');
}

/** CommonMark 5.2: a list that begins with an empty item, or with another number than 1, ends no paragraph. */
function between(before: string, { ordered, start, items }: PublishedList): string {
  const beginsEmpty = words(items[0]?.children ?? []) === '';
  return before !== '' && (beginsEmpty || (ordered && start !== 1)) ? '\n\n' : '\n';
}

function picture({ file, alt, caption, credit }: PublishedPicture): string {
  const below = [runText(caption).trim() === '' ? '' : words(caption), line(credit)];
  return joined([`![${escapeMarkdown(alt)}](<${mediaAddress(file)}>)`, below.filter(Boolean).join(' ')]);
}

/** A table of GitHub's Markdown always has a head; one without a head row gets an empty one. */
function table({ headerRow, rows }: PublishedTable): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const row = (cells: readonly PublishedRun[]): string =>
    `| ${Array.from({ length: columns }, (_, column) => oneLine(cells[column] ?? [])).join(' | ')} |`;
  const [head = [], ...body] = headerRow ? rows : [[], ...rows];
  return [row(head), `|${' --- |'.repeat(columns)}`, ...body.map(row)].join('\n');
}

function correctionMarkdown({ type, date, children }: PublishedCorrection, language: string): string {
  return `**${wordingIn(language)[type]}, ${dayInWords(date, language)}:** ${words(children)}`;
}
