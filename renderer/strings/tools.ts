import { many, wordsIn } from './counts';

/** The panes, bars, menus and dialogs in which one works on the words. */
export const toolWords = {
  length: {
    title: 'Length',
    article: 'Article',
    selection: 'Selection',
    words: 'Words',
    characters: 'Characters',
    minutes: 'Minutes to read',
    counted: 'Desk notes, ad breaks and TK are not counted.',
    target: 'Target length in words',
    targetHint: 'What was agreed on. Kept with the article, never published.',
    progress: (words: number, target: number): string =>
      words > target
        ? `${wordsIn(words - target)} over.`
        : words === target
          ? 'Exactly there.'
          : `${wordsIn(target - words)} to go.`,
    refused: 'Give a whole number up to 1,000,000, or leave it empty.',
    save: 'Set target',
  },

  find: {
    region: 'Find and replace',
    find: 'Find',
    replace: 'Replace with',
    matches: 'Matches',
    count: (at: number, all: number): string => (all === 0 ? 'No matches' : `${at} of ${many(all)}`),
    unreadable: 'Unfinished pattern',
    neverEnds: 'This pattern takes too long. Make it simpler.',
    previous: 'Previous match',
    next: 'Next match',
    matchCase: 'Match case',
    wholeWords: 'Whole words',
    pattern: 'Pattern',
    replaceOne: 'Replace',
    replaceAll: 'Replace all',
    replaced: (count: number): string => (count === 1 ? '1 replaced' : `${count} replaced`),
  },

  link: {
    title: 'Link',
    address: 'Address',
    hint: 'https://',
    apply: 'Set link',
    remove: 'Remove link',
    refused: 'A link needs an address that begins with https:, http:, mailto: or tel:.',
    credentials: 'The user name and password are left out: whoever follows the link would be given them.',
    noWords: 'Select the words to link first.',
  },

  notes: {
    region: 'Notes',
    none: 'No open notes.',
    gaps: (count: number): string => `${count} TK`,
    kinds: { comment: 'Comment', 'desk-note': 'Desk note', gap: 'To come' },
    resolve: 'Resolve',
    reopen: 'Open again',
    edit: 'Edit comment',
    resolved: (count: number): string => `${count} resolved`,
    more: (count: number): string => `and ${count} more`,
    title: 'Comment',
    field: 'Words for the desk',
    hint: 'Never published, printed or exported.',
    save: 'Save comment',
    remove: 'Remove comment',
    added: 'Comment added',
    changed: 'Note changed',
    nothingSelected: 'Select the words to comment on first.',
    noGap: 'No TK left.',
    gap: (at: number, all: number): string => `TK ${at} of ${all}`,
  },

  linkCard: {
    title: 'Link card',
    insert: 'Insert link card',
    hint: 'Nothing is loaded from there, now or on the published page.',
  },

  slash: { region: 'Insert block', none: 'No block by that name' },

  blocks: {
    menu: 'Block menu',
    turnInto: 'Turn into',
    selected: (count: number, words: string): string =>
      `${count === 1 ? '1 block selected' : `${count} blocks selected`}${words ? `: ${words}` : ''}`,
  },

  outline: { region: 'Outline', empty: 'Empty heading' },

  toolbar: { region: 'Formatting' },

  palette: { title: 'Command palette', search: 'Find a command', none: 'No command by that name' },

  adBreaks: {
    region: 'Ad breaks',
    count: 'Breaks',
    density: 'Share on a phone',
    share: (density: number, limit: number): string =>
      `${(density * 100).toFixed(1)} % of ${Math.round(limit * 1000) / 10} %`,
    gaps: 'Text between the ad breaks',
    gap: (words: number, pixels: number): string => `${many(words)} words, about ${many(pixels)} px`,
    show: 'Next break',
    moreGaps: (count: number): string => (count === 1 ? '1 more stretch' : `${count} more stretches`),
    policy: 'Ad policy…',
    policyTitle: 'Ad policy',
    scope: 'Holds for',
    scopes: { desk: 'Every article of this desk', article: 'This article only' },
    followDesk: 'Follow the desk again',
    defaults: 'Defaults',
    save: 'Save policy',
    size: 'Size of an advertisement',
    sizeHint: 'Width and height in CSS pixels, such as 300x250. A break can name its own.',
    placed: (count: number): string =>
      count === 1 ? '1 ad break set automatically.' : `${count} ad breaks set automatically.`,
    why: 'Why each break stands where it does',
    refused: 'The ad policy holds impossible figures; no ad break was set.',
  },

  checks: {
    none: 'Nothing to mend.',
    more: (count: number): string => (count === 1 ? '1 more finding' : `${count} more findings`),
    running: 'Checking…',
    severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
    show: 'Show',
    learn: 'Add to dictionary',
    ignore: 'Leave it…',
    reason: 'Why it may stay',
    ignoreConfirm: 'Leave it',
  },
} as const;
