import type { Status } from '../../shared/article/article';
import type { ParseRefusal } from '../../shared/article/file';
import type { Terms } from '../../shared/article/source';
import type { Omission } from '../../shared/export/refusal';
import type { FileFailureCode, MediaFailure, ReadProblem, SaveFailure } from '../../shared/ipc/failures';

/*
 * Every word the window shows that is not an action's label (those stand in shared/ipc/actions.ts). Failures say
 * what happened and what to do.
 */

const terms: Readonly<Record<Terms, string>> = {
  'on-the-record': 'on the record',
  'on-background': 'on background',
  'deep-background': 'deep background',
  'off-the-record': 'off the record',
};

const termsHint: Readonly<Record<Terms, string>> = {
  'on-the-record': 'May be published with the name.',
  'on-background': 'May be published under a description, never with the name.',
  'deep-background': 'May be used, but attributed to nobody.',
  'off-the-record': 'May not be published. Exports refuse while these words are in the article.',
};

const status: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  editing: 'Editing',
  ready: 'Ready',
  published: 'Published',
  withdrawn: 'Withdrawn',
};

const fileFailure: Readonly<Record<FileFailureCode, string>> = {
  'disk-full':
    'the disk is full. Free some space; your words stay here and are written as soon as there is room.',
  'read-only': 'the folder is read-only. Make it writable or choose another desk folder.',
  'no-permission': 'you may not write there. Change the folder’s permissions or choose another desk folder.',
  vanished: 'the folder is gone. Put it back, or choose another desk folder.',
  'not-a-folder': 'something that is not a folder stands at its place. Choose another folder.',
  'is-a-folder': 'a folder stands at the place of the file. Rename it and try again.',
  exists: 'the name is taken. Choose another name.',
  'name-too-long': 'the name is too long for this disk. Choose a shorter one.',
  'too-many-open-files': 'the system has too many files open. Close some programs and try again.',
  busy: 'another program holds the file. Close it there; we keep trying.',
  io: 'the disk reported an error. Copy your words to another disk.',
};

function readProblem(problem: ReadProblem | ParseRefusal): string {
  switch (problem.code) {
    case 'empty':
      return 'The file is empty. If a sync client is still writing it, wait a moment.';
    case 'too-large':
      return 'The file is far larger than any article. It may not be one.';
    case 'not-json':
      return 'The file is cut off or damaged. Restore a copy from a backup or from the sync client.';
    case 'not-an-article':
      return 'The file is not a Standfirst article.';
    case 'newer-format':
      return `The file was written by a newer version of Standfirst (format ${problem.version}). Update to open it.`;
    case 'damaged':
      return `The file is damaged at “${problem.where}”: ${problem.expected} should stand there.`;
    default:
      return `The file could not be read: ${fileFailure[problem.code]}`;
  }
}

function saveFailure(
  failure: Exclude<SaveFailure, { code: 'conflict' | 'orphan' }> | { code: 'bad-argument' | 'internal' },
): string {
  switch (failure.code) {
    case 'no-desk':
      return 'no desk folder is open. Choose one.';
    case 'bad-argument':
    case 'internal':
      return 'Standfirst made a mistake. Copy your words to a safe place and restart.';
    default:
      return fileFailure[failure.code];
  }
}

function mediaFailure(failure: MediaFailure): string {
  switch (failure.code) {
    case 'not-a-picture':
      return `“${failure.name}” is not a picture that browsers can show. Use JPEG, PNG, GIF, WebP or AVIF.`;
    case 'too-large':
      return 'The picture is too large. Scale it down and try again.';
    case 'no-desk':
      return 'No desk folder is open.';
    default:
      return `The picture was not stored: ${fileFailure[failure.code]}`;
  }
}

const omissions: Readonly<Record<Omission['code'], readonly [one: string, many: string]>> = {
  'unknown-block': ['block of a newer version', 'blocks of a newer version'],
  'to-come': ['TK', 'TKs'],
  'desk-note': ['desk note', 'desk notes'],
  note: ['comment', 'comments'],
  'empty-block': ['empty block', 'empty blocks'],
  'withheld-attribution': ['attribution withheld by its terms', 'attributions withheld by their terms'],
};

export const strings = {
  appName: 'Standfirst',
  terms,
  termsHint,
  status,
  fileFailure,
  readProblem,
  saveFailure,
  mediaFailure,

  fields: {
    kicker: 'Kicker',
    headline: 'Headline',
    deck: 'Deck',
    byline: 'Byline',
    dateline: 'Dateline',
    body: 'Article body',
    kickerHint: 'Kicker',
    headlineHint: 'Headline',
    deckHint: 'Deck: one sentence that tells the story',
    bylineHint: 'By …',
    datelineHint: 'Place',
    bodyHint: 'Write the story. Type / for blocks.',
  },

  library: {
    title: 'Articles',
    search: 'Search articles',
    empty: 'No articles yet.',
    emptyHint: 'Begin one with New article.',
    noMatch: (query: string) => `Nothing matches “${query}”.`,
    untitled: 'Untitled',
    words: (count: number) => (count === 1 ? '1 word' : `${count.toLocaleString('en')} words`),
    cannotOpen: 'Cannot be opened',
    menu: (headline: string) => `More for ${headline}`,
  },

  save: {
    region: 'Save state',
    clean: 'Saved',
    dirty: 'Unsaved changes',
    saving: 'Saving…',
    conflict: 'Conflict',
    orphan: 'Not saved: the article’s folder was moved or deleted.',
    error: (reason: string) => `Not saved: ${reason}`,
    rescue: 'Write it again',
    retry: 'Try again',
    resolve: 'Compare',
  },

  counts: {
    region: 'Word count',
    line: (words: number, minutes: number) =>
      `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'} · ${minutes} min read`,
  },

  quotation: {
    roleDescription: 'quotation',
    nobody: 'nobody yet',
    spokenBy: (name: string, termsInForce: string) => `${name}, ${termsInForce}`,
  },

  tag: {
    title: 'Who said it?',
    nameField: 'Speaker',
    nameHint: 'Name or description',
    role: 'Role',
    roleHint: 'the harbour master',
    terms: 'Terms',
    termsDefault: (name: string) => `As agreed with the source (${name})`,
    publishedAs: 'Published as',
    publishedAsHint: 'a senior official',
    reasonUnnamed: 'Why unnamed',
    create: (name: string) => `New source “${name}”`,
    apply: 'Confirm',
    change: 'Save changes',
    remove: 'Remove tag',
    cancel: 'Cancel',
    nothingSelected: 'Select the words of the quotation first, or put the caret inside its quotation marks.',
    done: (name: string) => `Quotation tagged: ${name}`,
    removed: 'Tag removed',
  },

  sources: {
    region: 'Sources',
    empty: 'No sources yet. Select a quotation and press Tag quote.',
    quotations: (count: number) => (count === 1 ? '1 quotation' : `${count} quotations`),
    words: (count: number, share: number) =>
      `${count.toLocaleString('en')} words, ${Math.round(share * 100)} % of quoted words`,
    edit: (name: string) => `Edit ${name}`,
    goTo: 'Go to the quotation',
    unnamed: 'Unnamed source',
    nobody: 'No speaker yet',
    privateNote: 'Private. Never leaves this desk.',
    contact: 'Contact',
    notes: 'Notes',
    kind: 'Kind',
    kinds: { person: 'Person', organisation: 'Organisation', document: 'Document' },
    organisation: 'Organisation',
    title: (name: string) => `Source: ${name}`,
    save: 'Save source',
    deleteSource: 'Remove from article',
  },

  find: {
    region: 'Find and replace',
    find: 'Find',
    replace: 'Replace with',
    matches: 'Matches',
    count: (at: number, all: number): string =>
      all === 0 ? 'No matches' : `${at} of ${all.toLocaleString('en')}`,
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

  suggest: {
    count: (at: number, all: number) => `Quotation ${at} of ${all} without a tag`,
    none: 'Every quotation in this article is tagged.',
    nobody: 'Nobody was recognised. Skip it, or tag it by hand.',
    accept: 'Accept',
    skip: 'Skip',
    all: (count: number) => `Accept ${count} sure ones`,
    done: 'Done',
    accepted: (count: number) => (count === 1 ? 'Quotation tagged' : `${count} quotations tagged`),
  },

  link: {
    title: 'Link',
    address: 'Address',
    hint: 'https://',
    apply: 'Set link',
    remove: 'Remove link',
    refused: 'A link needs an address that begins with https:, http:, mailto: or tel:.',
    noWords: 'Select the words to link first.',
  },

  slash: { region: 'Insert block', none: 'No block by that name' },

  toolbar: { region: 'Formatting' },

  palette: { title: 'Command palette', search: 'Find a command', none: 'No command by that name' },

  inspector: {
    region: 'Inspector',
    article: 'Article',
    status: 'Status',
    section: 'Section',
    slug: 'Slug',
    embargo: 'Embargo',
    notes: 'Notes (private)',
  },

  exportDialog: {
    title: 'Export',
    format: 'Format',
    ads: 'Ad breaks',
    preview: 'Preview',
    save: 'Save…',
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
    omitted: 'Left out',
    close: 'Close',
    goTo: 'Show in the article',
  },

  adTargets: { neutral: 'Neutral markup', gpt: 'Google Publisher Tag', amp: 'AMP', none: 'None' },
  omission: (code: Omission['code'], count: number): string => {
    const [one, many] = omissions[code];
    return count === 1 ? `1 ${one}` : `${count} ${many}`;
  },

  adBreaks: {
    region: 'Ad breaks',
    count: 'Breaks',
    density: 'Share on a phone',
    share: (density: number, limit: number): string =>
      `${(density * 100).toFixed(1)} % of ${Math.round(limit * 1000) / 10} %`,
    gaps: 'Text between the ad breaks',
    gap: (words: number, pixels: number): string =>
      `${words.toLocaleString('en')} words, about ${pixels.toLocaleString('en')} px`,
    show: 'Next break',
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
    refused: 'The ad policy holds impossible figures; no ad break was set.',
  },

  settings: {
    title: 'Settings',
    save: 'Save settings',
    desk: 'Desk',
    wording: 'Wording',
    style: 'House style',
    masthead: 'Masthead',
    tagline: 'Tagline',
    language: 'Language of new articles',
    canonicalBase: 'Address of published articles',
    canonicalHint: 'Exported pages name this address and the slug as their own. May stay empty.',
    canonicalRefused: 'An address begins with https: or http:.',
    adLabel: 'Label above an advertisement',
    continuation: 'Line that says the story goes on',
    words: 'Words the spelling check accepts',
    wordsHint: 'One a line.',
    addRule: 'Add a rule',
    importStyle: 'Import CSV…',
    exportStyle: 'Export CSV…',
    noRules: 'No rules yet. A rule says: not this, but that, because.',
    avoid: 'Not',
    prefer: 'But',
    because: 'Because',
    removeRule: 'Remove',
    imported: (count: number): string => (count === 1 ? '1 rule read.' : `${count} rules read.`),
    refusedRow: (line: number, reason: string): string => `Line ${line}: ${reason}`,
  },

  checks: {
    region: 'Checks',
    none: 'Nothing to mend.',
    running: 'Checking…',
    severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
    show: 'Show',
    ignore: 'Leave it…',
    reason: 'Why it may stay',
    ignoreConfirm: 'Leave it',
  },

  conflict: {
    title: 'This article was changed by another program',
    explain: 'Both versions are kept until you choose. Nothing has been overwritten.',
    mine: 'Yours, in this window',
    theirs: 'On the disk',
    keepMine: 'Keep mine',
    takeTheirs: 'Take the one on the disk',
    keepBoth: 'Keep both',
    unreadable: 'The version on the disk cannot be read.',
  },

  desk: {
    choose: 'Choose a folder…',
    create: 'Create a desk here',
    noneTitle: 'Choose your desk',
    noneExplain:
      'A desk is a folder in which Standfirst keeps your articles, one folder each. It stays on this machine and belongs to you.',
    problemTitle: 'The desk cannot be opened',
    problem: (path: string, reason: string) => `${path}: ${reason}`,
    retry: 'Try again',
    settingsProblem: 'desk.json could not be read. The defaults are used; the file was left as it is.',
    welcome: 'Welcome. This desk begins with a sample article: write in it, tag its quotations, export it.',
  },

  articleProblem: {
    title: 'This article cannot be shown',
    untouched: 'The file was not touched.',
    reveal: 'Show in folder',
  },

  remove: {
    title: (headline: string) => `Move “${headline}” to the bin?`,
    explain: 'You can restore it from the bin.',
    confirm: 'Move to bin',
    cancel: 'Cancel',
  },
  rename: {
    title: 'Rename article',
    field: 'Folder name (slug)',
    confirm: 'Rename',
    taken: 'Another article has that name.',
  },
  bin: {
    title: 'Bin',
    empty: 'The bin is empty.',
    restore: 'Restore',
    deleted: (when: string) => `Deleted ${when}`,
  },
  copiedInsideOnly:
    'Copied for this window only: the words are off the record or name an unnamed source, so other programs get nothing.',
  close: 'Close',
  notCreated: (reason: string) => `The article was not created: ${reason}`,
  notDone: (reason: string) => `That did not work: ${reason}`,
  editorMistake:
    'The editor made a mistake and took back the last change. Your words are as they were before it.',
  noArticle: 'Choose an article on the left, or begin a new one.',
  shortcuts: 'Keyboard shortcuts',
} as const;

/** Words for a failure that a call of the window answered, whatever its kind. */
export function callFailure(failure: { readonly code: string }): string {
  if (Object.hasOwn(fileFailure, failure.code)) return fileFailure[failure.code as FileFailureCode];
  return 'something unexpected happened. Try again, and restart the app if it stays.';
}
