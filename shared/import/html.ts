import type { Correction } from '../article/article';
import type { Block } from '../article/block';
import { inlineText } from '../article/traverse';
import { ok, type Result } from '../base/result';
import { attribute, type Document, descendants, isComment, isElement } from './html/dom';
import { type HtmlRefusal, parseHtml, styleTexts } from './html/parse';
import type { Passage } from './html/passage';
import type { Attachment } from './html/pictures';
import type { ReadHtmlOptions, Reading } from './html/reading';
import { readShortcodes } from './html/shortcodes';
import { readStylesheets } from './html/stylesheet';
import { walk } from './html/walk';
import { createFindingCounter, type Finding } from './report';

/** What stands in an HTML text, in our model. */
export interface HtmlReading {
  readonly blocks: readonly Block[];
  /** The blocks again, each with where on the page it stood. */
  readonly passages: readonly Passage[];
  /** Headings that may be the headline, best first. */
  readonly titles: readonly TitleCandidate[];
  /** Pictures inside the document; image blocks name them by `file` until they are stored. */
  readonly attachments: readonly Attachment[];
  /** Corrections of the whole article, on import of our own page. */
  readonly corrections: readonly Correction[];
  /** `lang` of the document or its body, or "". */
  readonly language: string;
  /** Whether a word processor wrote the document: it is all of it text of its writer and has no frame of a site. */
  readonly isWordProcessed: boolean;
  readonly findings: readonly Finding[];
}

/** A heading that may be the headline. */
export interface TitleCandidate {
  readonly text: string;
  /** The heading's level as written. */
  readonly level: number;
  /** Index into `blocks`. */
  readonly block: number;
}

/**
 * Reads HTML of any origin into blocks by an allow-list: what has no place in the model does not enter. Paste, drop,
 * file import, Markdown and the command line all come through here. Nothing is fetched, nothing runs.
 */
export function readHtml(html: string, options: ReadHtmlOptions): Result<HtmlReading, HtmlRefusal> {
  const parsed = parseHtml(withoutClipboardHeader(html), options.progress);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const findings = createFindingCounter();
  let adBreaks = 0;
  const reading: Reading = {
    nextAdBreak: () => {
      adBreaks += 1;
      return adBreaks;
    },
    options,
    sheet: readStylesheets(styleTexts(document)),
    findings,
    attachments: [],
    corrections: [],
    isOfficeDocument: isOfficeDocument(html),
    hasFragmentMarks: options.purpose === 'paste' && hasFragmentMarks(document),
  };
  readShortcodes(document, findings);
  const passages = walk(document, reading);
  return ok({
    blocks: passages.map(({ block }) => block),
    passages,
    titles: titlesOf(passages),
    attachments: reading.attachments,
    corrections: reading.corrections,
    language: languageOf(document),
    isWordProcessed: isWordProcessed(html),
    findings: findings.findings(),
  });
}

/** Windows' clipboard format begins with lines such as "StartHTML:0000000105". */
function withoutClipboardHeader(html: string): string {
  if (!/^Version:[\d.]+\s+StartHTML:/i.test(html)) return html;
  const start = html.indexOf('<');
  return start < 0 ? html : html.slice(start);
}

const isOfficeDocument = (html: string): boolean =>
  /urn:schemas-microsoft-com:office/.test(html.slice(0, 5000));

/** By the name that a word processor signs with in the head of its document. */
function isWordProcessed(html: string): boolean {
  const head = html.slice(0, 5000);
  return (
    isOfficeDocument(html) ||
    /<meta\b[^<>]*\bname="?generator"?[^<>]*\b(?:LibreOffice|OpenOffice|Microsoft Word|AbiWord|Cocoa HTML Writer)\b/i.test(
      head,
    ) ||
    /\bopenoffice\.org\/odf2xhtml\b/.test(head)
  );
}

function hasFragmentMarks(document: Document): boolean {
  let hasStart = false;
  for (const node of descendants(document)) {
    if (!isComment(node)) continue;
    if (/^\s*StartFragment\s*$/i.test(node.data)) hasStart = true;
    else if (hasStart && /^\s*EndFragment\s*$/i.test(node.data)) return true;
  }
  return false;
}

/** LibreOffice names the language on `body`. */
function languageOf(document: Document): string {
  const root = document.childNodes.find((node) => isElement(node) && node.tagName === 'html');
  if (!root || !isElement(root)) return '';
  const body = root.childNodes.find((node) => isElement(node) && node.tagName === 'body');
  return attribute(root, 'lang') || (body && isElement(body) ? attribute(body, 'lang') : '');
}

function titlesOf(passages: readonly Passage[]): readonly TitleCandidate[] {
  return passages
    .flatMap(({ block, headingLevel }, index) =>
      block.kind === 'heading'
        ? [{ text: inlineText(block.children), level: headingLevel, block: index }]
        : [],
    )
    .sort((a, b) => a.level - b.level || a.block - b.block);
}
