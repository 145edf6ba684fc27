import type { Result } from '../../shared/base/result';
import type { Omission } from '../../shared/export/refusal';
import { actions } from '../../shared/ipc/actions';
import type {
  CallFailure,
  FileFailureCode,
  PrintFailure,
  StylesheetFailure,
} from '../../shared/ipc/failures';
import { callFailure, fileFailure, readFailure } from './failures';

const omissions: Readonly<Record<Omission['code'], readonly [one: string, many: string]>> = {
  'unknown-block': ['part of a newer version', 'parts of a newer version'],
  'to-come': ['TK', 'TKs'],
  'desk-note': ['desk note', 'desk notes'],
  note: ['comment', 'comments'],
  'empty-block': ['empty block', 'empty blocks'],
  'withheld-attribution': ['attribution withheld by its terms', 'attributions withheld by their terms'],
};

/** What leaves the desk: exports, corrections, the clipboard. */
export const leavingWords = {
  /** The source book cannot be read: no article leaves. */
  termsUnknown: (reason: string): string =>
    `The source book (sources.json) cannot be used: ${reason} It holds the terms of your sources, so nothing leaves the desk without it. Bring back an older copy of the file, or choose “${actions['sources.book'].label}” in the menu Story.`,
  clipboard: {
    insideOnly:
      'Copied for this window only: the words are off the record, name an unnamed source or stand in a desk note, so other programs get nothing.',
    /** `reason`: why the source book cannot be used. */
    termsUnknown: (reason: string): string =>
      `Copied for this window only: the source book (sources.json) holds the terms of your sources, and it cannot be used: ${reason}`,
    bookNotReadYet: 'it is still being read. Copy again in a moment.',
  },
  preview: {
    region: 'Preview',
    hint: 'As it would be published now. Escape leads back.',
    widths: 'Screens',
    width: { phone: 'On a phone', tablet: 'On a tablet', desktop: 'On a desktop' },
    close: 'Close the preview',
    refused: 'The article cannot be published as it is',
  },
  exportDialog: {
    title: 'Export',
    format: 'Format',
    ads: 'Ad breaks',
    preview: 'Preview',
    look: 'Look',
    looks: { broadsheet: 'Broadsheet', review: 'Review', wire: 'Wire' },
    width: 'Preview at the width of a',
    widths: { phone: 'Phone (360 px)', tablet: 'Tablet (768 px)', desktop: 'Desktop' },
    files: (count: number): string => (count === 1 ? '1 file left the desk' : `${count} files left the desk`),
    save: 'Save…',
    word: 'Save as Word…',
    pdf: 'Save as PDF…',
    copySource: 'Copy HTML',
    copyRich: 'Copy as rich text',
    copied: 'Copied',
    saved: (path: string) => `Written to ${path}`,
    notExported: (reason: string) => `Not exported: ${reason}`,
    notWritten: (reason: string) => `Not written: ${reason}`,
    picture: {
      'missing-picture': (file: string) =>
        `the picture “${file}” is missing from the article’s media folder. Put it back or take it out.`,
      'damaged-picture': (file: string) => `the picture “${file}” is damaged. Replace it or take it out.`,
    },
    copyManifest: 'Copy this list',
    noHouseStyle: (reason: string) => `The house stylesheet is not used: ${reason}`,
    ignoredStyle: (count: number): string =>
      count === 1
        ? '1 part of the house stylesheet is ignored'
        : `${count} parts of the house stylesheet are ignored`,
    refused: 'This article cannot leave yet',
    warnings: (count: number): string =>
      count === 1 ? '1 thing to look at before it leaves' : `${count} things to look at before it leaves`,
    omitted: 'Left out',
    close: 'Close',
    goTo: 'Show in the article',
  },

  /** Several articles at once. */
  sendOut: {
    title: 'Send out several articles',
    ways: { word: 'Word', pdf: 'PDF' },
    filter: 'Show articles with',
    filterHint: 'words of the headline, section or status',
    list: 'Articles to send out',
    chooseAll: (count: number): string => (count === 1 ? 'Choose the one' : `Choose all ${count}`),
    chooseNone: 'Choose none',
    chosen: (count: number, of: number): string => `${count} of ${of} chosen`,
    more: (count: number): string => `${count} more are not shown. Type some words above to find them.`,
    nothing: 'No article fits these words.',
    unreadable: (count: number): string =>
      count === 1
        ? '1 article cannot be opened and is not listed.'
        : `${count} articles cannot be opened and are not listed.`,
    go: 'Choose a folder…',
    taken: (count: number, path: string): string =>
      `${count === 1 ? 'A file of this name is' : `${count} files of these names are`} already in ${path}:`,
    andMore: (count: number): string => `and ${count} more`,
    notSaved: 'The open article could not be saved. See why at the foot of the window, then try again.',
    finish: 'Done',
    replace: 'Replace',
    keep: 'Leave those articles out',
    stop: 'Stop',
    stopping: 'Stopping after this article…',
    at: (done: number, of: number, headline: string): string => `${done + 1} of ${of}: ${headline}`,
    written: (count: number, path: string): string =>
      count === 1 ? `1 article is in ${path}` : `${count} articles are in ${path}`,
    none: 'Nothing was written.',
    stayed: (count: number): string =>
      count === 1 ? '1 article stayed here' : `${count} articles stayed here`,
    notReached: (count: number): string =>
      count === 1 ? '1 article was not reached.' : `${count} articles were not reached.`,
    takenBefore: 'A file of that name is already there.',
    clash: (file: string): string =>
      `The picture “${file}” has the name of another article’s picture. Send this one out by itself.`,
    openArticle: 'Open',
    back: 'Back to the list',
    manifestNotWritten: (reason: string): string => `The list of what left was not written: ${reason}`,
  },

  adTargets: { neutral: 'Neutral markup', gpt: 'Google Publisher Tag', amp: 'AMP', none: 'None' },

  omission: (code: Omission['code'], count: number): string => {
    const [one, many] = omissions[code];
    return count === 1 ? `1 ${one}` : `${count} ${many}`;
  },

  corrections: {
    title: 'Corrections',
    none: 'No corrections so far.',
    newer: 'made by a newer version of Standfirst: it is kept as it is and is not exported',
    inText: (count: number): string =>
      count === 1
        ? '1 correction stands in the text and is changed there.'
        : `${count} corrections stand in the text and are changed there.`,
    type: 'Kind',
    types: { correction: 'Correction', clarification: 'Clarification' },
    words: 'What was wrong, and what is right',
    hint: 'Shown to readers with today’s date, and told to search engines.',
    add: 'Add correction',
    remove: 'Remove',
  },
} as const;

/** What became of a page that was to be printed; nothing where the writer left the system's dialog. */
export function printAnswer(
  answer: Result<{ readonly printed: boolean }, PrintFailure | CallFailure>,
): string | undefined {
  if (answer.ok) return answer.value.printed ? 'Handed to the printer' : undefined;
  return notPrinted(answer.error);
}

/** Why a page was not printed, by the code of whatever the call answered. */
export const notPrinted = (failure: { readonly code: string; readonly reason?: string }): string =>
  `Not printed: ${failure.code === 'not-printed' ? (failure.reason ?? '') : callFailure(failure)}`;

/** Why the files of an export were not written: the desk is not at fault, and nothing is written later by itself. */
const exportFailure: Readonly<Record<FileFailureCode, string>> = {
  ...fileFailure,
  'disk-full': 'the disk is full. Nothing was left half-written. Free some space or choose another folder.',
  'read-only': 'the folder is read-only. Choose another one.',
  'no-permission': 'you may not write there. Choose another folder.',
  vanished: 'the folder is gone. Choose another one.',
  exists: 'a file of that name is already there.',
  busy: 'another program holds the file. Close it there and try again.',
  io: 'the disk reported an error. Choose another folder.',
};

/** Words for a failure of writing an export. */
export function deliveryFailure(failure: { readonly code: string }): string {
  if (Object.hasOwn(exportFailure, failure.code)) return exportFailure[failure.code as FileFailureCode];
  return callFailure(failure);
}

/** Why the house's stylesheet cannot be read, copied or removed. */
export function stylesheetFailure(
  failure: StylesheetFailure | { readonly code: 'bad-argument' | 'internal' },
): string {
  switch (failure.code) {
    case 'too-large':
      return 'it is too large for a stylesheet. Shorten it.';
    case 'not-text':
      return 'it is not text. Save it as CSS in UTF-8.';
    case 'no-desk':
      return 'no desk folder is open.';
    case 'bad-argument':
    case 'internal':
      return callFailure(failure);
    default:
      return readFailure[failure.code];
  }
}
