import type { Terms } from '../../shared/article/source';
import type { CheckState } from '../../shared/sources/checking';

const terms: Readonly<Record<Terms, string>> = {
  'on-the-record': 'on the record',
  'on-background': 'on background',
  'deep-background': 'deep background',
  'off-the-record': 'off the record',
};

const spokenCheck: Readonly<Record<CheckState, string>> = {
  unchecked: '',
  checked: ', checked',
  changed: ', changed since it was checked',
};

/** What the page and the window say of quotations from the start on, and of the terms that bind them. */
export const quotingWords = {
  terms,

  quotation: {
    roleDescription: 'quotation',
    nobody: 'nobody yet',
    spokenBy: (name: string, termsInForce: string, check: CheckState): string =>
      `${name}, ${termsInForce}${spokenCheck[check]}`,
  },

  attribution: {
    title: 'Who is quoted?',
    words: 'Attribution',
    inPlace: 'Who is quoted',
    placeholder: 'Who says so?',
    hint: 'Stands below the quotation. Where a source is chosen, its published name stands there instead.',
    source: 'Source',
    noSource: 'None of the sources',
    save: 'Save attribution',
  },

  sourceBook: {
    damaged: (reason: string) => `The source book (sources.json) cannot be used: ${reason}`,
    notSaved: (reason: string) => `The source book was not changed: ${reason}`,
  },
} as const;
