import { assertNever } from '../base/assert-never';
import { dayInWords, namesInRow, wordingIn } from './language';
import { runText } from './publish-inlines';
import {
  inReadingOrder,
  type PublishedArticle,
  type PublishedBlock,
  type PublishedCorrection,
  type PublishedList,
  type PublishedPicture,
} from './published';

/**
 * The article as plain text: paragraphs parted by an empty line, headline, deck and byline first. Ad breaks, alt
 * texts and addresses of links are no text and are left out; a divider is "* * *".
 */
export function plainText(article: PublishedArticle): string {
  const { language, authors, dateline, leadImage } = article;
  const { by } = wordingIn(language);
  const parts = [
    article.kicker,
    article.headline,
    article.deck,
    authors.length > 0 ? `${by} ${namesInRow(authors, language)}` : '',
    dateline,
    ...(leadImage ? [pictureText(leadImage)] : []),
    plainBody(article),
  ];
  return `${joined(parts)}\n`;
}

/** Body and corrections alone. */
export function plainBody(article: PublishedArticle): string {
  return joined(inReadingOrder(article).map((block) => blockText(block, article.language)));
}

/**
 * The running text for search engines and feeds: what the story says, once. Pull quotes repeat it, captions and link
 * cards stand beside it, so they are not in it.
 */
export function runningText({ body, language }: PublishedArticle): string {
  const beside = new Set<PublishedBlock['kind']>(['pullQuote', 'image', 'embed', 'correction', 'divider']);
  return joined(body.filter((block) => !beside.has(block.kind)).map((block) => blockText(block, language)));
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('\n\n');

function blockText(block: PublishedBlock, language: string): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return runText(block.children);
    case 'list':
      return listText(block, '');
    case 'blockquote':
    case 'pullQuote':
      return joined([
        ...block.paragraphs.map(runText),
        block.attribution ? `— ${block.attribution.name}` : '',
      ]);
    case 'image':
      return pictureText(block);
    case 'adBreak':
      return '';
    case 'factBox':
      return joined([block.title, ...block.body.map((part) => blockText(part, language))]);
    case 'embed':
      return [block.title, block.description, block.provider, block.url]
        .filter((part) => part.trim() !== '')
        .join('\n');
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => runText(cell).replace(/\s+/g, ' ')).join('\t'))
        .join('\n');
    case 'divider':
      return '* * *';
    case 'correction':
      return correctionText(block, language);
    default:
      return assertNever(block);
  }
}

const pictureText = ({ caption, credit }: PublishedPicture): string =>
  [runText(caption), credit].filter((part) => part.trim() !== '').join(' ');

function listText(list: PublishedList, indent: string): string {
  return list.items
    .flatMap(({ children, lists }, index) => {
      const bullet = list.ordered ? `${list.start + index}. ` : '- ';
      const inner = indent + ' '.repeat(bullet.length);
      const words = runText(children).replaceAll('\n', `\n${inner}`);
      return [`${indent}${bullet}${words}`, ...lists.map((nested) => listText(nested, inner))];
    })
    .join('\n');
}

function correctionText({ type, date, children }: PublishedCorrection, language: string): string {
  return `${wordingIn(language)[type]}, ${dayInWords(date, language)}: ${runText(children)}`;
}
