import { assertNever } from '../base/assert-never';
import type { DocxRefusal } from './docx/refusal';
import type { NotText } from './encoding';
import type { HtmlRefusal } from './html/parse';
import type { MarkdownRefusal } from './markdown';

/** Formats we recognise and do not read. */
export type ForeignFormat = 'doc' | 'rtf' | 'pdf' | 'odt' | 'pages';

/** The largest file that is read, in bytes: a long Word document with all its photographs. */
export const mostFileBytes = 200_000_000;

/** Why a document cannot be imported. The file itself stays as it is. */
export type ImportRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'unsupported'; readonly format: ForeignFormat }
  | { readonly code: 'file-too-large'; readonly bytes: number }
  /** Reading it took more time or memory than any document should. */
  | { readonly code: 'too-costly' }
  | NotText
  | HtmlRefusal
  | MarkdownRefusal
  | DocxRefusal;

const foreign: Readonly<Record<ForeignFormat, string>> = {
  doc: 'is in the Word format used before 2007; open it in Word or LibreOffice and save it as .docx',
  rtf: 'is a rich text file; open it in Word or LibreOffice and save it as .docx',
  pdf: 'is a PDF, which holds printed pages and not text; copy the text out of it and paste it',
  odt: 'is an OpenDocument file; open it in LibreOffice and save it as .docx',
  pages: 'is a Pages document; export it from Pages as Word (.docx)',
};

const megabytes = (count: number): string => `${Math.max(1, Math.round(count / 1_000_000))}`;

/** What went wrong with the file called `name` and what to do, as one sentence for the window and standard error. */
export function importRefusalSentence(refusal: ImportRefusal, name: string): string {
  switch (refusal.code) {
    case 'empty':
      return `${name} is empty: there is nothing to import.`;
    case 'unsupported':
      return `${name} ${foreign[refusal.format]}.`;
    case 'file-too-large':
      return `${name} is too large: ${megabytes(refusal.bytes)} MB, and at most ${megabytes(mostFileBytes)} MB can be read. Import it in parts.`;
    case 'too-costly':
      return `${name} takes more time or memory to read than a document should. Import it in parts, or copy its text and paste it.`;
    case 'not-text':
      return `${name} is not a text: choose a .docx, .html, .md or .txt file.`;
    case 'too-large':
      return `${name} is too large: ${megabytes(refusal.characters)} million characters, and at most ${megabytes(refusal.most)} million can be read. Import it in parts.`;
    case 'too-many-elements':
    case 'too-many-attributes':
    case 'too-deep':
      return `${name} holds too much markup to be read safely. Open it in a browser, copy the text and paste it.`;
    case 'too-many-signs':
      return `${name} has too many signs of Markdown in one paragraph to be read safely. Part it with empty lines, or rename it to .txt to bring it in as plain text.`;
    case 'not-a-docx':
      return `${name} is not a Word document (.docx), or it was cut off. Open it in Word or LibreOffice and save it again.`;
    case 'password-protected':
      return `${name} is protected by a password. Open it in Word, remove the password (File, Info, Protect Document) and save it.`;
    case 'zip-bomb':
      return `${name} unpacks to more than a document can hold, and was not opened. Do not trust where it came from.`;
    case 'damaged-docx':
      return `${name} is damaged (${refusal.part}). Open it in Word or LibreOffice, let it be repaired and save it again.`;
    default:
      return assertNever(refusal);
  }
}
