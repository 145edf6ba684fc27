import { defaultAdPolicy } from '../article/ad-policy';
import type { Article } from '../article/article';
import type { ImageContent } from '../article/block';
import type { DeskSettings } from '../article/desk-settings';
import { canonicalLanguage } from '../article/language';
import { assertNever } from '../base/assert-never';
import { leftUnread } from '../base/codec';
import { fail, ok, type Result } from '../base/result';
import { unnamedSources } from '../sources/unnamed';
import { cleanLine } from './clean';
import { directionOf } from './language';
import { findNames, type PublishedPart } from './name-scan';
import { beginPublication, type Publication } from './publication';
import { publishBlock, publishPicture } from './publish-blocks';
import { publishRun, runText } from './publish-inlines';
import type {
  PublishedArticle,
  PublishedBlock,
  PublishedCorrection,
  PublishedPicture,
  PublishedSubject,
} from './published';
import type { Omission, Part, Place, Refusal } from './refusal';

export interface PublishOptions {
  /** The address of the page; null: the desk's base with the slug appended, or none. */
  readonly canonicalUrl: string | null;
}

/** The published article, and what was rightly left out of it. */
export interface Publishable {
  readonly article: PublishedArticle;
  readonly omitted: readonly Omission[];
}

/**
 * The one gate to the outside: turns an article into the form that may leave, or refuses and names every place.
 * It refuses words off the record, the name of a source that may not be named, and references that lead nowhere
 * (whose terms nobody knows). Notes, desk notes, gaps to come and unknown blocks are left out and counted.
 */
export function publish(
  article: Article,
  desk: DeskSettings,
  options: PublishOptions,
): Result<Publishable, readonly Refusal[]> {
  const publication = beginPublication(article);
  const leadImage = article.leadImage && publishLeadImage(article.leadImage, publication);
  const policy = article.adPolicy ?? desk.adPolicy;
  const ads = { wording: desk.adWording, size: policy.size || defaultAdPolicy.size };
  let adNumber = 0;
  const body = article.body.flatMap((block, index) => {
    if (block.kind === 'adBreak') adNumber += 1;
    const published = publishBlock(block, { part: 'body', block: index }, publication, ads, adNumber);
    return published ? [{ index, block: published }] : [];
  });
  const corrections = article.corrections.flatMap((correction): readonly PublishedCorrection[] => {
    if (leftUnread(correction, 'text') !== undefined) publication.omit('unknown-block', at('corrections'));
    const { type, date, text } = correction;
    const children = publishRun(text, at('corrections'), publication);
    return runText(children).trim() === '' ? [] : [{ kind: 'correction', type, date, children }];
  });
  const published: PublishedArticle = {
    ...head(article, desk, options),
    leadImage,
    body: body.map(({ block }) => block),
    corrections,
    correctionsAt: desk.correctionsAt,
    quotations: publication.quotations(),
  };
  const names = findNames(unnamedSources(article), partsOf(published, body));
  const refusals = [...publication.refusals, ...names];
  return refusals.length > 0 ? fail(refusals) : ok({ article: published, omitted: publication.omissions() });
}

/** A picture whose caption a newer version wrote is left out with it, as in the body: nobody knows what it says of the picture. */
function publishLeadImage(picture: ImageContent, publication: Publication): PublishedPicture | null {
  if (leftUnread(picture, 'caption') === undefined)
    return publishPicture(picture, at('lead image'), publication);
  publication.omit('unknown-block', at('lead image'));
  return null;
}

const at = (part: Part): Place => ({ part, block: null });

function head(
  article: Article,
  desk: DeskSettings,
  options: PublishOptions,
): Omit<PublishedArticle, 'leadImage' | 'body' | 'corrections' | 'correctionsAt' | 'quotations'> {
  const language = canonicalLanguage(article.language);
  return {
    id: article.id,
    slug: article.slug,
    language,
    direction: directionOf(language),
    publication: { name: cleanLine(desk.masthead.name), tagline: cleanLine(desk.masthead.tagline) },
    canonicalUrl:
      options.canonicalUrl === null
        ? addressOf(article.slug, desk.canonicalBase)
        : cleanLine(options.canonicalUrl),
    usability: usability(article),
    kicker: cleanLine(article.kicker),
    headline: cleanLine(article.headline),
    deck: cleanLine(article.deck),
    authors: article.bylines.map(({ name }) => cleanLine(name)).filter((name) => name.trim() !== ''),
    dateline: cleanLine(article.dateline),
    section: cleanLine(article.section),
    subjects: article.subjects.map((subject) => publishSubject(cleanLine(subject))),
    embargo: article.embargo,
    modified: article.modified,
    published: article.published,
  };
}

function addressOf(slug: string, base: string | null): string | null {
  if (base === null) return null;
  return `${base}${/[/=]$/.test(base) ? '' : '/'}${slug}`;
}

function usability({ status }: Article): PublishedArticle['usability'] {
  switch (status) {
    case 'draft':
    case 'editing':
      return 'withheld';
    case 'ready':
    case 'published':
      return 'usable';
    case 'withdrawn':
      return 'canceled';
    default:
      return assertNever(status);
  }
}

/** IPTC NewsCodes guidelines: the alias "medtop" stands for the address of the Media Topic scheme. */
function publishSubject(subject: string): PublishedSubject {
  const code = /^medtop:(\d{8})$/.exec(subject)?.[1];
  return { name: subject, uri: code ? `http://cv.iptc.org/newscodes/mediatopic/${code}` : null };
}

/** Everything that is published, each with the place where the writer can change it. */
function partsOf(
  article: PublishedArticle,
  body: readonly { readonly index: number; readonly block: PublishedBlock }[],
): readonly PublishedPart[] {
  const { body: _, ...rest } = article;
  const places: Record<keyof typeof rest, Part> = {
    id: 'slug',
    slug: 'slug',
    language: 'headline',
    direction: 'headline',
    publication: 'masthead',
    canonicalUrl: 'address',
    usability: 'headline',
    kicker: 'kicker',
    headline: 'headline',
    deck: 'deck',
    authors: 'byline',
    dateline: 'dateline',
    section: 'section',
    subjects: 'subjects',
    embargo: 'dateline',
    modified: 'dateline',
    published: 'dateline',
    leadImage: 'lead image',
    corrections: 'corrections',
    correctionsAt: 'corrections',
    quotations: 'attribution',
  };
  return [
    ...(Object.keys(places) as (keyof typeof rest)[]).map((key) => ({
      place: at(places[key]),
      // The key goes with the value: it tells addresses from prose.
      value: { [key]: rest[key] },
    })),
    ...body.map(({ index, block }) => ({ place: { part: 'body' as const, block: index }, value: block })),
  ];
}
