import type {
  Block,
  Blockquote,
  CorrectionBlock,
  FactBox,
  ImageContent,
  List,
  ListItem,
  PullQuote,
} from '../article/block';
import type { DeskSettings } from '../article/desk-settings';
import { inlineText } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import { mayBePublished, publishedSpeaker } from '../sources/terms';
import { clean, cleanLine, publishedAddress } from './clean';
import type { Publication } from './publication';
import { paragraphsOf, publishRun, runText } from './publish-inlines';
import type {
  PublishedAttribution,
  PublishedBlock,
  PublishedList,
  PublishedParagraph,
  PublishedPicture,
} from './published';
import { excerpt, type Place } from './refusal';

/** What ad breaks take from the desk and the article's policy. */
export interface AdDefaults {
  readonly wording: DeskSettings['adWording'];
  /** "300x250". */
  readonly size: string;
}

/** Turns one block into its published form, or null if there is nothing of it to publish. */
export function publishBlock(
  block: Block,
  place: Place,
  publication: Publication,
  ads: AdDefaults,
  adNumber: number,
): PublishedBlock | null {
  switch (block.kind) {
    case 'paragraph': {
      const children = publishRun(block.children, place, publication);
      return runText(children).trim() === '' ? null : { kind: 'paragraph', children };
    }
    case 'heading': {
      const children = publishRun(block.children, place, publication);
      return runText(children).trim() === '' ? null : { kind: 'heading', level: block.level, children };
    }
    case 'list':
      return publishList(block, place, publication);
    case 'blockquote':
    case 'pullQuote':
      return publishQuote(block, place, publication);
    case 'image':
      return { kind: 'image', ...publishPicture(block, place, publication) };
    case 'adBreak': {
      const [width = 0, height = 0] = (block.size || ads.size).split('x').map(Number);
      return {
        kind: 'adBreak',
        number: adNumber,
        slot: block.slot || `article-${adNumber}`,
        label: cleanLine(block.label || ads.wording.label),
        continuation: cleanLine(ads.wording.continuation),
        width,
        height,
      };
    }
    case 'factBox':
      return publishFactBox(block, place, publication);
    case 'embed': {
      const url = publishedAddress(block.url);
      return url === null
        ? null
        : {
            kind: 'embed',
            url,
            title: cleanLine(block.title),
            description: cleanLine(block.description),
            provider: cleanLine(block.provider),
          };
    }
    case 'table': {
      const rows = block.rows
        .filter((row) => row.length > 0)
        .map((row) => row.map((cell) => publishRun(cell.children, place, publication)));
      const isEmpty = rows.every((row) => row.every((cell) => runText(cell).trim() === ''));
      return isEmpty ? null : { kind: 'table', headerRow: block.headerRow, rows };
    }
    case 'divider':
      return { kind: 'divider' };
    case 'correction':
      return publishCorrection(block, place, publication);
    case 'deskNote':
      publication.omit('desk-note', place);
      return null;
    case 'unknown':
      publication.omit('unknown-block', place);
      return null;
    default:
      return assertNever(block);
  }
}

/** Empty items at the end of a list were begun and not written: readers would see bare bullets. */
function publishList(list: List, place: Place, publication: Publication): PublishedList | null {
  const item = ({ children, lists }: ListItem) => ({
    children: publishRun(children, place, publication),
    lists: lists.flatMap((nested) => publishList(nested, place, publication) ?? []),
  });
  const items = list.items.map(item);
  const end = items.findLastIndex(
    ({ children, lists }) => lists.length > 0 || runText(children).trim() !== '',
  );
  return end < 0
    ? null
    : { kind: 'list', ordered: list.ordered, start: list.start, items: items.slice(0, end + 1) };
}

function publishQuote(
  block: Blockquote | PullQuote,
  place: Place,
  publication: Publication,
): PublishedBlock | null {
  const attribution = publishAttribution(block, place, publication);
  const paragraphs = paragraphsOf(publishRun(block.children, place, publication));
  if (paragraphs.length > 0) return { kind: block.kind, paragraphs, attribution };
  if (attribution) publication.omit('empty-block', place);
  return null;
}

/** DESIGN 2: where a source is set, its published name stands instead of the typed attribution. */
function publishAttribution(
  block: Blockquote | PullQuote,
  place: Place,
  publication: Publication,
): PublishedAttribution | null {
  if (block.sourceId === null) {
    const name = cleanLine(block.attribution);
    return name.trim() === '' ? null : { kind: 'text', name, url: null };
  }
  const words = clean(inlineText(block.children));
  const source = publication.source(block.sourceId);
  if (!source) {
    publication.refuse({
      code: 'missing-reference',
      reference: 'source',
      place,
      excerpt: excerpt(words || block.attribution),
    });
    return null;
  }
  const terms = publication.termsOfQuote(block, source);
  if (!mayBePublished(terms) && words.trim() !== '') {
    publication.refuse({ code: 'off-the-record', place, excerpt: excerpt(words) });
  }
  const speaker = publishedSpeaker(source, terms);
  if (!speaker) {
    publication.omit('withheld-attribution', place);
    return null;
  }
  return {
    kind: speaker.kind,
    name: cleanLine(speaker.name),
    url: speaker.url === null ? null : publishedAddress(speaker.url),
  };
}

/** A picture with its caption. */
export function publishPicture(
  picture: ImageContent,
  place: Place,
  publication: Publication,
): PublishedPicture {
  return {
    file: cleanLine(picture.file),
    alt: cleanLine(picture.alt),
    caption: publishRun(picture.caption, place, publication),
    credit: cleanLine(picture.credit),
    width: picture.width,
    height: picture.height,
  };
}

function publishFactBox(box: FactBox, place: Place, publication: Publication): PublishedBlock | null {
  const title = cleanLine(box.title);
  const body = box.body.flatMap((part): readonly (PublishedParagraph | PublishedList)[] => {
    if (part.kind === 'list') {
      const list = publishList(part, place, publication);
      return list ? [list] : [];
    }
    const children = publishRun(part.children, place, publication);
    return runText(children).trim() === '' ? [] : [{ kind: 'paragraph', children }];
  });
  return title.trim() === '' && body.length === 0 ? null : { kind: 'factBox', title, body };
}

function publishCorrection(
  { type, date, children }: Pick<CorrectionBlock, 'type' | 'date' | 'children'>,
  place: Place,
  publication: Publication,
): PublishedBlock | null {
  const words = publishRun(children, place, publication);
  return runText(words).trim() === '' ? null : { kind: 'correction', type, date, children: words };
}
