import type { Article } from '../article/article';
import type { Block } from '../article/block';
import { canonicalLanguage } from '../article/language';
import type { Quotation } from '../article/quotation';
import type { Source, Terms } from '../article/source';
import { inlineText, quotationPlaces, quotationWords } from '../article/traverse';
import { checkState } from '../sources/checking';
import { evidenceInWords, kindsInWords, mediaInWords, termsInWords } from '../sources/labels';
import { termsInForce } from '../sources/terms';
import { clean, cleanLine } from './clean';
import { escapeText } from './html-text';
import { counterFor, dayInWords } from './language';
import { sheetCss } from './source-sheet-style';

/*
 * The one export that is not for readers: it names unnamed sources and shows evidence, for the desk and the lawyer.
 * It is made from the article itself, not from a PublishedArticle. Contacts and notes stay private here too: the
 * sheet is about what was said, and is printed, mailed and left on desks.
 */

/** One quotation, or one block quote, as a row of the sheet. */
interface Row {
  readonly words: string;
  readonly source: Source | null;
  /** Who is quoted as typed, where no source is set. */
  readonly typed: string;
  readonly terms: Terms;
  readonly quotation: Quotation | null;
  readonly place: string;
}

/** The source sheet of an article as an HTML page to read and print, in English as the app is. */
export function sourceSheet(article: Article): string {
  const rows = rowsOf(article);
  const headline = cleanLine(article.headline).trim() || 'Untitled';
  return `${[
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    `<title>Source sheet: ${escapeText(headline)}</title>`,
    `<style>\n${sheetCss}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<p class="warning">Not for publication</p>',
    '<h1>Source sheet</h1>',
    `<p class="story" lang="${canonicalLanguage(article.language)}">${escapeText(headline)}</p>`,
    `<p class="facts">${escapeText(facts(article, rows))}</p>`,
    ...quotationsHtml(rows, article),
    ...sourcesHtml(rows, article),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function facts(article: Article, rows: readonly Row[]): string {
  const quoted = rows.filter(({ quotation }) => quotation);
  const checked = quoted.filter((row) => row.quotation && checkState(row.quotation, row.words) === 'checked');
  return [
    `Article “${article.slug}”, ${article.status}, last changed ${day(article.modified)}`,
    `${count(rows.length, 'quotation')}, ${checked.length} of ${quoted.length} tagged ones checked`,
  ].join('. ');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
const day = (moment: string): string => dayInWords(moment, 'en-GB');

/** Quotations and attributed block quotes in reading order; at the end those whose words stand nowhere any more. */
function rowsOf(article: Article): readonly Row[] {
  const words = quotationWords(article);
  const places = quotationPlaces(article);
  const byId = new Map(article.quotations.map((quotation) => [quotation.id, quotation]));
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const [index, block] of article.body.entries()) {
    if (block.kind === 'blockquote' || block.kind === 'pullQuote') {
      const source = sourceOf(article, block.sourceId);
      if (source || block.attribution.trim() !== '') {
        rows.push({
          words: inlineText(block.children),
          source,
          typed: block.attribution,
          terms: termsInForce(null, source),
          quotation: null,
          place: describePlace(block, index),
        });
      }
    }
    for (const { quoteId } of places.filter((place) => place.block === index)) {
      const quotation = byId.get(quoteId);
      if (!quotation || seen.has(quoteId)) continue;
      seen.add(quoteId);
      rows.push(rowOf(quotation, words.get(quoteId) ?? '', describePlace(block, index), article));
    }
  }
  const elsewhere = article.quotations.filter(({ id }) => !seen.has(id));
  return [
    ...rows,
    ...elsewhere.map((quotation) =>
      rowOf(quotation, quotation.checked?.text ?? '', 'Not in the body', article),
    ),
  ];
}

function rowOf(quotation: Quotation, words: string, place: string, article: Article): Row {
  const source = sourceOf(article, quotation.sourceId);
  return { words, source, typed: '', terms: termsInForce(quotation, source), quotation, place };
}

const sourceOf = (article: Article, id: string | null): Source | null =>
  article.sources.find((source) => source.id === id) ?? null;

function describePlace(block: Block, index: number): string {
  const names: Partial<Record<Block['kind'], string>> = {
    blockquote: 'block quote',
    pullQuote: 'pull quote',
    factBox: 'fact box',
    image: 'caption',
    deskNote: 'desk note, not published',
  };
  return `Block ${index + 1}, ${names[block.kind] ?? block.kind}`;
}

function quotationsHtml(rows: readonly Row[], article: Article): readonly string[] {
  if (rows.length === 0) return ['<p>This article holds no quotations.</p>'];
  const language = canonicalLanguage(article.language);
  const head = ['No.', 'Words', 'Speaker', 'Terms', 'Evidence', 'Checked', 'Place'];
  return [
    '<h2>Quotations in order</h2>',
    '<table>',
    '<thead>',
    `<tr>${head.map((title) => `<th scope="col">${title}</th>`).join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...rows.map((row, index) => {
      const bound = row.terms === 'on-the-record' ? '' : ' class="bound"';
      const cells = [
        `<td>${index + 1}</td>`,
        `<td lang="${language}">${lines([row.words])}</td>`,
        `<td>${lines(speakerLines(row))}</td>`,
        `<td${bound}>${lines(termsLines(row))}</td>`,
        `<td>${lines(evidenceLines(row))}</td>`,
        `<td>${lines(checkLines(row))}</td>`,
        `<td>${lines([row.place])}</td>`,
      ];
      return `<tr>${cells.join('')}</tr>`;
    }),
    '</tbody>',
    '</table>',
  ];
}

const lines = (texts: readonly string[]): string =>
  texts
    .map((text) => escapeText(clean(text)).replaceAll('\n', '<br>'))
    .filter((text) => text.trim() !== '')
    .join('<br>');

function speakerLines({ source, typed, quotation }: Row): readonly string[] {
  if (!source) {
    if (quotation && quotation.sourceId !== null) return ['Source missing'];
    return [typed.trim() === '' ? 'No speaker' : `${typed} (typed)`];
  }
  const name = source.kind === 'document' && source.title ? `${source.title} (document)` : source.name;
  return [name, source.role, source.organisation, source.deleted ? 'Deleted from the source book' : ''];
}

function termsLines({ terms, source }: Row): readonly string[] {
  if (terms !== 'on-background' || !source) return [termsInWords[terms]];
  return [
    termsInWords[terms],
    source.publishedAs.trim() === '' ? 'No description yet' : `as “${source.publishedAs}”`,
  ];
}

function evidenceLines({ quotation }: Row): readonly string[] {
  if (!quotation) return [];
  const { kind, medium, date, evidence } = quotation;
  const about = [kindsInWords[kind], medium ? mediaInWords[medium] : '', date ? day(date) : ''];
  return [
    about.filter((part) => part !== '').join(', '),
    ...(evidence.length === 0 ? ['No evidence noted'] : []),
    ...evidence.map((entry) => `${evidenceInWords[entry.kind]}: ${entry.reference}`),
  ];
}

function checkLines({ quotation, words }: Row): readonly string[] {
  if (!quotation?.checked) return ['Not checked'];
  const { by, at, text } = quotation.checked;
  const signed = `${by}, ${day(at)}`;
  return checkState(quotation, words) === 'checked'
    ? [signed]
    : ['Changed since the check', signed, `Checked words: ${text}`];
}

function sourcesHtml(rows: readonly Row[], article: Article): readonly string[] {
  const used = article.sources.filter((source) => rows.some((row) => row.source?.id === source.id));
  if (used.length === 0) return [];
  const counter = counterFor(canonicalLanguage(article.language));
  const head = ['Source', 'Role', 'Terms', 'Published as', 'Why unnamed', 'Quotations', 'Words'];
  return [
    '<h2>Sources</h2>',
    '<table>',
    '<thead>',
    `<tr>${head.map((title) => `<th scope="col">${title}</th>`).join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...used.map((source) => {
      const own = rows.filter((row) => row.source?.id === source.id);
      const words = own.reduce((sum, row) => sum + counter.ofText(row.words).words, 0);
      const cells = [
        sourceLines(source),
        [source.role],
        [termsInWords[source.terms]],
        [source.publishedAs],
        [source.reasonUnnamed],
        [String(own.length)],
        [String(words)],
      ];
      return `<tr>${cells.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`;
    }),
    '</tbody>',
    '</table>',
  ];
}

/** The name; for a document also where it was found, when, and by which hash the stored copy is known. */
function sourceLines(source: Source): readonly string[] {
  if (source.kind !== 'document') return [source.name];
  return [
    source.title || source.name,
    source.url ?? '',
    source.retrieved ? `Retrieved ${day(source.retrieved)}` : '',
    source.sha256 ? `Copy: SHA-256 ${source.sha256}` : '',
  ];
}
