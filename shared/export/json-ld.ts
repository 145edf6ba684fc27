import type { JsonObject, JsonValue } from '../base/json';
import { absoluteMedia } from './html-text';
import { counterFor } from './language';
import type { Crop } from './pictures/crops';
import { runningText } from './plain-text';
import { runText } from './publish-inlines';
import type {
  PublishedArticle,
  PublishedCorrection,
  PublishedPicture,
  PublishedQuotation,
  PublishedSpeaker,
} from './published';

/**
 * The article as schema.org `NewsArticle`: every property that Google's "Article structured data" recommends and the
 * article holds, one object an author, corrections as `CorrectionComment`, quotations as `Quotation`. `crops` are cuts of the
 * lead image that stand beside it.
 */
export function newsArticle(article: PublishedArticle, crops: readonly Crop[]): JsonObject {
  const pictures = picturesOf(article);
  const corrections = correctionsOf(article);
  const quotations = article.quotations.filter(({ kind }) => kind !== 'paraphrase');
  const text = runningText(article);
  const publisher = article.publication.name.trim()
    ? { '@type': 'NewsMediaOrganization', name: article.publication.name }
    : null;
  return held({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': article.canonicalUrl,
    url: article.canonicalUrl,
    mainEntityOfPage: article.canonicalUrl && { '@type': 'WebPage', '@id': article.canonicalUrl },
    identifier: articleUri(article),
    headline: article.headline,
    description: article.deck,
    inLanguage: article.language,
    datePublished: article.published,
    dateModified: article.modified,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher,
    dateline: article.dateline,
    articleSection: article.section,
    keywords: article.subjects.filter(({ uri }) => uri === null).map(({ name }) => name),
    about: article.subjects
      .filter(({ uri }) => uri !== null)
      .map(({ uri, name }) => ({ '@type': 'DefinedTerm', '@id': uri, termCode: name })),
    image: pictures.flatMap((picture) => {
      const cuts = crops.filter(({ of }) => of === picture.file).map((crop) => ({ ...picture, ...crop }));
      return [picture, ...cuts].map((shown) => imageObject(shown, article.canonicalUrl));
    }),
    articleBody: text,
    wordCount: counterFor(article.language).ofText(text).words,
    correction: corrections.map(correctionComment),
    hasPart: quotations.map(quotation),
    isBasedOn: documentsOf(quotations).map(document),
  });
}

/** The value as the text of a `script` element: no "<", so that no content can close the element or open a comment. */
export function scriptJson(value: JsonValue): string {
  const escaped = (character: string): string =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

/** The name of the article for machines: its address, or else its identifier as a URN. */
export function articleUri({ canonicalUrl, id }: PublishedArticle): string {
  if (canonicalUrl !== null) return canonicalUrl;
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? `urn:uuid:${id}`
    : `urn:x-standfirst:${id}`;
}

/** The lead image and the images of the body, each file once. */
export function picturesOf({ leadImage, body }: PublishedArticle): readonly PublishedPicture[] {
  const all = [...(leadImage ? [leadImage] : []), ...body.filter((block) => block.kind === 'image')];
  return all.filter((picture, index) => all.findIndex(({ file }) => file === picture.file) === index);
}

/** The corrections in the text and those of the whole article. */
export function correctionsOf({ body, corrections }: PublishedArticle): readonly PublishedCorrection[] {
  return [...body.filter((block) => block.kind === 'correction'), ...corrections];
}

/** The value without what the article does not hold: null, empty texts and empty lists. */
export function held(values: Readonly<Record<string, JsonValue>>): JsonObject {
  const isHeld = (value: JsonValue): boolean =>
    value !== null &&
    !(typeof value === 'string' && value.trim() === '') &&
    !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isHeld(value)));
}

function imageObject(picture: PublishedPicture, page: string | null): JsonObject {
  return held({
    '@type': 'ImageObject',
    url: absoluteMedia(picture.file, page),
    width: picture.width > 0 ? picture.width : null,
    height: picture.height > 0 ? picture.height : null,
    caption: runText(picture.caption),
    description: picture.alt,
    creditText: picture.credit,
  });
}

function correctionComment({ type, date, children }: PublishedCorrection): JsonObject {
  return held({
    '@type': 'CorrectionComment',
    text: runText(children),
    datePublished: date,
    // schema.org has one type for both; the name keeps them apart.
    name: type === 'clarification' ? 'Clarification' : null,
  });
}

function quotation({ text, date, speaker }: PublishedQuotation): JsonObject {
  return held({
    '@type': 'Quotation',
    text,
    dateCreated: date,
    spokenByCharacter: speaker.kind === 'document' ? null : character(speaker),
    isBasedOn: speaker.kind === 'document' ? document(speaker) : null,
  });
}

function character({ kind, name, role, organisation }: PublishedSpeaker): JsonObject {
  if (kind === 'organisation') return held({ '@type': 'Organization', name, description: role });
  return held({
    '@type': 'Person',
    name,
    jobTitle: role,
    affiliation: organisation === null ? null : { '@type': 'Organization', name: organisation },
  });
}

const document = ({ name, url }: PublishedSpeaker): JsonObject =>
  held({ '@type': 'CreativeWork', name, url });

function documentsOf(quotations: readonly PublishedQuotation[]): readonly PublishedSpeaker[] {
  const documents = quotations.map(({ speaker }) => speaker).filter(({ kind }) => kind === 'document');
  const key = ({ name, url }: PublishedSpeaker): string => `${name}\n${url ?? ''}`;
  return documents.filter((one, index) => documents.findIndex((other) => key(other) === key(one)) === index);
}
