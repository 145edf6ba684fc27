import type { JsonObject } from '../base/json';
import { fragment } from './fragment';
import { absoluteMedia, ascii } from './html-text';
import { articleUri, correctionsOf, held, picturesOf } from './json-ld';
import { counterFor, namesInRow } from './language';
import { plainBody } from './plain-text';
import { runText } from './publish-inlines';
import type { PublishedArticle, PublishedPicture, PublishedSpeaker } from './published';

const schema = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';

/** The article as an IPTC ninjs 3.1 item. Bodies carry no advertisements: a feed is text. */
export function ninjs(article: PublishedArticle): string {
  return `${JSON.stringify(ninjsItem(article), null, 2)}\n`;
}

function ninjsItem(article: PublishedArticle): JsonObject {
  const text = plainBody(article);
  const { words, characters } = counterFor(article.language).ofText(text);
  const pictures = picturesOf(article);
  const corrections = correctionsOf(article).map(({ children }) => runText(children));
  return held({
    standard: { name: 'ninjs', version: '3.1', schema },
    uri: ascii(articleUri(article)),
    type: 'text',
    representationType: 'full',
    profile: pictures.length > 0 ? 'text-photo' : 'text-only',
    version: article.modified,
    firstCreated: article.published === null ? null : seconds(article.published),
    versionCreated: seconds(article.modified),
    embargoedUntil: article.embargo === null ? null : seconds(article.embargo),
    pubStatus: article.usability,
    language: article.language,
    // For the desk that receives the item; readers find the corrections in the body.
    edNote: corrections.map((correction) => `Corrected: ${correction}`).join('\n'),
    title: article.headline,
    slugline: article.slug,
    by: namesInRow(article.authors, article.language),
    located: article.dateline,
    headlines: [
      ...role('main', article.headline, 'text/plain'),
      ...role('kicker', article.kicker, 'text/plain'),
    ],
    descriptions: role('summary', article.deck, 'text/plain'),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        wordCount: words,
        charCount: characters,
        value: fragment(article, 'none'),
      },
      { role: 'main', contentType: 'text/plain', wordCount: words, charCount: characters, value: text },
    ],
    people: speakers(article, 'person').map(({ name }) => ({ name, rel: 'quoted' })),
    organisations: speakers(article, 'organisation').map(({ name }) => ({ name, rel: 'quoted' })),
    objects: speakers(article, 'document').map(({ name, url }) =>
      held({ name, rel: 'quoted', uri: url === null ? null : ascii(url) }),
    ),
    infoSources:
      article.publication.name.trim() === '' ? [] : [{ name: article.publication.name, role: 'publisher' }],
    subjects: [
      ...article.subjects.map(({ name, uri }) => held({ name, uri })),
      ...(article.section.trim() === '' ? [] : [{ name: article.section, rel: 'section' }]),
    ],
    associations: pictures.map((picture, index) => association(picture, index, article)),
  });
}

function role(name: string, value: string, contentType: string): readonly JsonObject[] {
  return value.trim() === '' ? [] : [{ role: name, contentType, value }];
}

/** Speakers who are named, each once. A description such as "a senior official" identifies nobody. */
function speakers(article: PublishedArticle, kind: PublishedSpeaker['kind']): readonly PublishedSpeaker[] {
  const named = article.quotations
    .map(({ speaker }) => speaker)
    .filter((one) => one.named && one.kind === kind);
  return named.filter((one, index) => named.findIndex(({ name }) => name === one.name) === index);
}

/** RFC 3339, which JSON Schema's "date-time" follows, wants seconds; our moments may leave them out. */
const seconds = (moment: string): string => moment.replace(/^(.{10}T\d\d:\d\d)(?!:)/, '$1:00');

const pictureTypes: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['svg', 'image/svg+xml'],
]);

function association(picture: PublishedPicture, index: number, article: PublishedArticle): JsonObject {
  const caption = runText(picture.caption);
  const isLead = index === 0 && article.leadImage !== null;
  return held({
    name: isLead ? 'lead' : `picture-${index + 1}`,
    rel: isLead ? 'featuremedia' : 'media',
    uri: `${ascii(articleUri(article))}#picture-${index + 1}`,
    type: 'picture',
    by: picture.credit,
    descriptions: [
      ...role('caption', caption, 'text/plain'),
      ...role('alternate', picture.alt, 'text/plain'),
    ],
    renditions: [
      held({
        name: 'original',
        // The schema wants a full address; without one for the page the receiver finds the file by its path.
        href: article.canonicalUrl === null ? null : ascii(absoluteMedia(picture.file, article.canonicalUrl)),
        title: absoluteMedia(picture.file, null),
        contentType: pictureTypes.get(picture.file.split('.').at(-1)?.toLowerCase() ?? '') ?? null,
        width: picture.width > 0 ? picture.width : null,
        height: picture.height > 0 ? picture.height : null,
      }),
    ],
  });
}
