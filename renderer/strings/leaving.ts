import type { Omission } from '../../shared/export/refusal';

const omissions: Readonly<Record<Omission['code'], readonly [one: string, many: string]>> = {
  'unknown-block': ['block of a newer version', 'blocks of a newer version'],
  'to-come': ['TK', 'TKs'],
  'desk-note': ['desk note', 'desk notes'],
  note: ['comment', 'comments'],
  'empty-block': ['empty block', 'empty blocks'],
  'withheld-attribution': ['attribution withheld by its terms', 'attributions withheld by their terms'],
};

/** What leaves the desk: exports, corrections, the clipboard. */
export const leavingWords = {
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
    picture: {
      missing: (file: string) =>
        `Not exported: the picture “${file}” is missing from the article’s media folder.`,
      damaged: (file: string) => `Not exported: the picture “${file}” is damaged. Replace it or take it out.`,
    },
    refused: 'This article cannot leave yet',
    warnings: (count: number): string =>
      count === 1 ? '1 thing to look at before it leaves' : `${count} things to look at before it leaves`,
    omitted: 'Left out',
    close: 'Close',
    goTo: 'Show in the article',
  },

  adTargets: { neutral: 'Neutral markup', gpt: 'Google Publisher Tag', amp: 'AMP', none: 'None' },

  omission: (code: Omission['code'], count: number): string => {
    const [one, many] = omissions[code];
    return count === 1 ? `1 ${one}` : `${count} ${many}`;
  },

  corrections: {
    title: 'Corrections',
    none: 'Nothing had to be corrected.',
    type: 'Kind',
    types: { correction: 'Correction', clarification: 'Clarification' },
    words: 'What was wrong, and what is right',
    hint: 'Shown to readers with today’s date, and told to search engines.',
    add: 'Add correction',
    remove: 'Remove',
  },

  copiedInsideOnly:
    'Copied for this window only: the words are off the record or name an unnamed source, so other programs get nothing.',
} as const;
