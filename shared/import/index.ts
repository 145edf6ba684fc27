import type { Article } from '../article/article';
import type { DeskSettings } from '../article/desk-settings';
import { canonicalLanguage, isLanguageTag } from '../article/language';
import { publishedPieces } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import { fail, ok, type Result } from '../base/result';
import { readDocx } from './docx';
import { decodeHtml, decodeText } from './encoding';
import { detectFormat, type ImportFormat } from './format';
import type { FrontMatter } from './front-matter';
import { readHtml } from './html';
import type { Attachment } from './html/pictures';
import { type ImportRefusal, mostFileBytes } from './import-refusal';
import { guessLanguage } from './language-guess';
import { markdownToHtml } from './markdown';
import { pageStory } from './page-story';
import { type Finding, frontMatterFindings, type ImportReport } from './report';
import { nothingNamed, readStory, type Story, type StoryHints } from './story';
import { readText } from './text';

/** A document to import: a file's bytes. `from` 'auto' tells the format by bytes and name. */
export interface ImportInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly from: 'auto' | ImportFormat;
}

export interface ImportOptions {
  readonly desk: Pick<DeskSettings, 'language' | 'masthead' | 'adWording' | 'cleanLinks'>;
  /** Makes identifiers for desk notes. */
  readonly ids: () => string;
  /** Answers the media file that a relative picture address of an HTML or Markdown file stands for, or null. */
  readonly localPicture: (address: string) => string | null;
  /** Hears the share that was read, from 0 to 1. */
  readonly progress: (share: number) => void;
}

/** The fields of an article that an import fills. */
export type ImportedFields = Pick<
  Article,
  'language' | 'kicker' | 'headline' | 'deck' | 'bylines' | 'dateline' | 'body' | 'corrections'
>;

export interface Imported {
  readonly format: ImportFormat;
  readonly fields: ImportedFields;
  /** Pictures to be stored; see `withStoredPictures`. */
  readonly attachments: readonly Attachment[];
  readonly report: ImportReport;
}

/** What every reader answers. */
interface Document {
  readonly story: Story;
  readonly language: string;
  readonly attachments: readonly Attachment[];
  readonly findings: readonly Finding[];
  readonly corrections: Article['corrections'];
}

/**
 * Reads one document into the fields of an article. Window, command line and tests call this and nothing else; it reads
 * no file, fetches nothing and keeps every visible character: in a field, in the body, or in the report's `setAside`.
 */
export function importDocument(input: ImportInput, options: ImportOptions): Result<Imported, ImportRefusal> {
  if (input.bytes.length === 0) return fail({ code: 'empty' });
  if (input.bytes.length > mostFileBytes) return fail({ code: 'file-too-large', bytes: input.bytes.length });
  const format = input.from === 'auto' ? detectFormat(input.name, input.bytes) : input.from;
  if (format === 'doc' || format === 'rtf' || format === 'pdf' || format === 'odt' || format === 'pages') {
    return fail({ code: 'unsupported', format });
  }
  const read = readAs(format, input.bytes, options);
  if (!read.ok) return read;
  const { story, attachments, findings, corrections } = read.value;
  if (isEmpty(story)) return fail({ code: 'empty' });
  return ok({
    format,
    fields: {
      language: languageOf(read.value, options.desk.language),
      kicker: story.kicker,
      headline: story.headline,
      deck: story.deck,
      bylines: story.bylines,
      dateline: story.dateline,
      body: story.body,
      corrections,
    },
    attachments,
    report: { findings, setAside: story.setAside },
  });
}

const isEmpty = (story: Story): boolean =>
  story.body.length === 0 && story.headline === '' && story.setAside.length === 0;

function readAs(
  format: ImportFormat,
  bytes: Uint8Array,
  options: ImportOptions,
): Result<Document, ImportRefusal> {
  switch (format) {
    case 'text':
      return readTextFile(bytes, options);
    case 'html':
      return readHtmlFile(bytes, options);
    case 'md':
      return readMarkdownFile(bytes, options);
    case 'docx':
      return readDocxFile(bytes, options);
    default:
      return assertNever(format);
  }
}

const hintsOf = ({ desk }: ImportOptions): Omit<StoryHints, 'headlineBlock' | 'headEnd' | 'named'> => ({
  mastheadLines: [desk.masthead.name, desk.masthead.tagline].filter(Boolean),
  adWording: [desk.adWording.label, desk.adWording.continuation].filter(Boolean),
});

function readTextFile(bytes: Uint8Array, options: ImportOptions): Result<Document, ImportRefusal> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (text.length > mostTextCharacters) {
    return fail({ code: 'too-large', characters: text.length, most: mostTextCharacters });
  }
  const { blocks, findings } = readText(text);
  const story = readStory(blocks, {
    ...hintsOf(options),
    headlineBlock: null,
    headEnd: null,
    named: nothingNamed,
  });
  return ok({ story, language: '', attachments: [], findings, corrections: [] });
}

/** The longest plain text that is read, in characters. */
const mostTextCharacters = 40_000_000;

function readHtmlFile(bytes: Uint8Array, options: ImportOptions): Result<Document, ImportRefusal> {
  const decoded = decodeHtml(bytes);
  if (!decoded.ok) return decoded;
  return readPage(decoded.value.text, true, options);
}

function readPage(html: string, hasFrame: boolean, options: ImportOptions): Result<Document, ImportRefusal> {
  const read = readHtml(html, {
    purpose: 'import',
    cleanLinks: options.desk.cleanLinks,
    ids: options.ids,
    localPicture: options.localPicture,
    progress: options.progress,
  });
  if (!read.ok) return read;
  const { passages, attachments, findings, corrections, language, isWordProcessed } = read.value;
  const story = pageStory(passages, hintsOf(options), hasFrame && !isWordProcessed);
  return ok({ story, language, attachments, findings, corrections });
}

function readMarkdownFile(bytes: Uint8Array, options: ImportOptions): Result<Document, ImportRefusal> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const converted = markdownToHtml(decoded.value.text);
  if (!converted.ok) return converted;
  const { html, frontMatter } = converted.value;
  const page = readPage(frontMatterHtml(frontMatter, html) + html, false, options);
  if (!page.ok) return page;
  return ok({
    ...page.value,
    language: frontMatter.language || page.value.language,
    findings: [...page.value.findings, ...frontMatterFindings(frontMatter.leftOut)],
  });
}

/** The head of a Markdown file as the head of a page, unless the text begins with the same headline. */
function frontMatterHtml({ title, description, authors }: FrontMatter, html: string): string {
  const element = (tag: string, name: string, words: string): string =>
    words === '' ? '' : `<${tag} class="${name}">${escapeText(words)}</${tag}>`;
  const isRepeated = html.trimStart().startsWith(`<h1>${escapeText(title)}</h1>`);
  return [
    isRepeated ? '' : element('h1', 'headline', title),
    element('p', 'deck', description),
    ...authors.map((name) => element('p', 'byline', name)),
  ].join('');
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function readDocxFile(bytes: Uint8Array, options: ImportOptions): Result<Document, ImportRefusal> {
  const read = readDocx(bytes, { cleanLinks: options.desk.cleanLinks, ids: options.ids });
  if (!read.ok) return read;
  const { passages, attachments, findings, language } = read.value;
  return ok({
    story: pageStory(passages, hintsOf(options), false),
    language,
    attachments,
    findings,
    corrections: [],
  });
}

/** What the document says, what its commonest words say, and else the desk's language. */
function languageOf({ story, language }: Document, deskLanguage: string): string {
  if (isLanguageTag(language)) return canonicalLanguage(language);
  const sample = story.body.slice(0, 40).flatMap(publishedPieces).join(' ');
  const guessed = guessLanguage(sample) ?? story.bylineLanguage;
  if (guessed === null || deskLanguage.split('-')[0] === guessed) return deskLanguage;
  return guessed;
}
