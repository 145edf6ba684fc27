import type { Byline } from '../article/article';
import { inlineText, publishedPieces } from '../article/traverse';
import { boilerplateRule } from './boilerplate';
import { bylineLanguage, readByline } from './byline';
import type { Passage, PassageRole } from './html/passage';
import type { SetAside } from './report';
import { readStory, type Story, type StoryHints } from './story';

/**
 * The story of a web page or word processor's file: what the page itself says of its parts (`article`, `nav`, `h1`, the
 * classes of our own export) comes first, then the rules for plain text. `hasFrame`: whether lines of a site may stand
 * around the story; a document of a word processor has none, and all its words are its writer's.
 */
export function pageStory(
  passages: readonly Passage[],
  hints: Omit<StoryHints, 'headlineBlock' | 'headEnd' | 'named'>,
  hasFrame: boolean,
): Story {
  const { story: inside, apart } = partPage(passages);
  const title = titleOf(inside, hasFrame);
  const fields = readRoles(inside);
  const parts = inside.filter(({ role }) => !isField(role));
  // A picture or table that a writer sets above the headline opens the story; on a site it belongs to the frame.
  const opening = new Set(hasFrame ? [] : openingOf(parts, title));
  const rest = parts.filter((passage) => !opening.has(passage));
  const headlineBlock = title ? rest.indexOf(title) : firstHeading(rest, hasFrame);
  const story = readStory(
    rest.map(({ block }) => block),
    { ...hints, headlineBlock, headEnd: title ? endOfHead(rest, title) : null, named: fields },
  );
  return {
    ...story,
    kicker: fields.kicker || story.kicker,
    deck: fields.deck || story.deck,
    bylines: fields.bylines.length > 0 ? fields.bylines : story.bylines,
    bylineLanguage: fields.bylineLanguage ?? story.bylineLanguage,
    dateline: fields.dateline || story.dateline,
    body: [...[...opening].map(({ block }) => block), ...story.body],
    setAside: [
      ...apart,
      ...story.setAside.map((aside) =>
        aside.place === 'before' ? aside : { ...aside, before: aside.before + opening.size },
      ),
    ],
  };
}

/** The passage that the document marks as its title, or its first heading of the first level. */
function titleOf(passages: readonly Passage[], hasFrame: boolean): Passage | undefined {
  const at = passages.findIndex(({ role, headingLevel }) => role === 'title' || headingLevel === 1);
  const found = passages[at];
  if (!found || hasFrame || found.role === 'title' || !isAfterStory(passages, at)) return found;
  return passages.find(({ role }) => role === 'title');
}

/** What stands above the headline and is no line of words; without a marked headline, pictures at the very top. */
function openingOf(passages: readonly Passage[], title: Passage | undefined): readonly Passage[] {
  if (title) return passages.slice(0, passages.indexOf(title)).filter(isNoLine);
  const end = passages.findIndex(({ block }) => block.kind !== 'image' && block.kind !== 'deskNote');
  return passages.slice(0, Math.max(0, end));
}

const isNoLine = ({ block }: Passage): boolean => block.kind !== 'paragraph' && block.kind !== 'heading';

/** Where the page has a header for headline, deck and byline, what stands after it is the story. */
function endOfHead(passages: readonly Passage[], title: Passage): number | null {
  if (title.region !== 'article-head') return null;
  return passages.findLastIndex(({ region }) => region === 'article-head') + 1;
}

const isField = (role: PassageRole): boolean =>
  role === 'kicker' || role === 'deck' || role === 'byline' || role === 'dateline';

const wordsOf = ({ block }: Passage): string =>
  'children' in block ? inlineText(block.children).replace(/\s+/g, ' ').trim() : '';

function readRoles(passages: readonly Passage[]): {
  readonly kicker: string;
  readonly deck: string;
  readonly bylines: readonly Byline[];
  readonly bylineLanguage: string | null;
  readonly dateline: string;
} {
  const each = (role: PassageRole): readonly string[] =>
    passages
      .filter((passage) => passage.role === role)
      .map(wordsOf)
      .filter(Boolean);
  const all = (role: PassageRole): string => each(role).join(' ');
  // A page may name its writers once above the story and once below it.
  const lines = [...new Set(each('byline'))];
  return {
    kicker: all('kicker'),
    deck: all('deck'),
    bylines: lines.flatMap((line) => readByline(line) ?? [{ name: line }]),
    bylineLanguage: lines[0] === undefined ? null : bylineLanguage(lines[0]),
    dateline: all('dateline'),
  };
}

/** Parts a page into its story and its frame. Without any structure all of it is story. */
function partPage(passages: readonly Passage[]): {
  readonly story: readonly Passage[];
  readonly apart: readonly SetAside[];
} {
  const hasArticle = passages.some(({ region }) => region === 'article' || region === 'article-head');
  const hasBody = passages.some(({ region }) => region === 'body');
  const isStory = ({ region, role, block }: Passage): boolean => {
    if (role === 'masthead') return false;
    if (region === 'article' || region === 'article-head') return true;
    if (hasArticle || !hasBody) return !hasArticle;
    return (
      region === 'body' ||
      (region === 'header' && block.kind === 'heading') ||
      isStandingInside(region, block)
    );
  };
  const flags = passages.map(isStory);
  const first = flags.indexOf(true);
  const last = flags.lastIndexOf(true);
  const apart: SetAside[] = [];
  let before = 0;
  passages.forEach((passage, at) => {
    if (flags[at]) {
      before += 1;
      return;
    }
    const text = textOf(passage);
    if (text === '') return;
    const place = at < first ? 'before' : at > last ? 'after' : 'inside';
    apart.push({ text, place, reason: 'page-frame', before });
  });
  return { story: passages.filter((_, at) => flags[at]), apart };
}

/** A box beside the text is the story's own unless it is a list of other stories. */
const isStandingInside = (region: Passage['region'], block: Passage['block']): boolean =>
  region === 'aside' &&
  (block.kind === 'paragraph' ||
    block.kind === 'blockquote' ||
    block.kind === 'image' ||
    block.kind === 'adBreak') &&
  (block.kind !== 'paragraph' || boilerplateRule(inlineText(block.children), 'inside') === null);

/** All words of a passage, those of what stands in it too. A note that stands for a picture says what is missing. */
function textOf({ block }: Passage): string {
  switch (block.kind) {
    case 'deskNote':
      return inlineText(block.children);
    case 'table':
      return block.rows.map((row) => row.map((cell) => inlineText(cell.children)).join('\t')).join('\n');
    case 'embed':
      return publishedPieces(block).join('\n') || block.url;
    default:
      return publishedPieces(block).join('\n');
  }
}

/**
 * Whether running text stands before a heading. Many writers type their headline as a plain line and use the first
 * level for what stands between the paragraphs.
 */
function isAfterStory(passages: readonly Passage[], at: number): boolean {
  const sentences = passages
    .slice(0, at)
    .filter(({ block, role }) => block.kind === 'paragraph' && role === '')
    .map(wordsOf)
    .filter((words) => words.length > 60 && /[.!?]["”’)]*$/.test(words));
  // A line or two above the headline are a kicker or a word to the desk.
  return sentences.join(' ').length > 180;
}

/** A heading near the top of a document without a first-level heading, before any running text. */
function firstHeading(passages: readonly Passage[], hasFrame: boolean): number | null {
  const at = passages.slice(0, 6).findIndex(({ block }) => block.kind === 'heading');
  if (at < 0) return null;
  const isAfterProse = passages
    .slice(0, at)
    .some(({ block }) => block.kind !== 'paragraph' || inlineText(block.children).length > 200);
  return isAfterProse || (!hasFrame && isAfterStory(passages, at)) ? null : at;
}
