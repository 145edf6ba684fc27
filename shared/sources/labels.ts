import type { Evidence, Medium, QuotationKind } from '../article/quotation';
import type { Terms } from '../article/source';

/* What window and source sheet call the facts of a quotation. */

export const termsInWords: Readonly<Record<Terms, string>> = {
  'on-the-record': 'On the record',
  'on-background': 'On background',
  'deep-background': 'Deep background',
  'off-the-record': 'Off the record',
};

export const mediaInWords: Readonly<Record<Medium, string>> = {
  interview: 'Interview',
  statement: 'Statement',
  'press-conference': 'Press conference',
  document: 'Document',
  broadcast: 'Broadcast',
  'social-post': 'Social post',
  court: 'Court',
  correspondence: 'Correspondence',
};

export const evidenceInWords: Readonly<Record<Evidence['kind'], string>> = {
  recording: 'Recording',
  notes: 'Notes',
  transcript: 'Transcript',
  link: 'Link',
  file: 'File',
};

export const kindsInWords: Readonly<Record<QuotationKind, string>> = {
  direct: 'Direct',
  partial: 'Partial',
  paraphrase: 'Paraphrase',
};
