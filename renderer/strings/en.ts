import type { Status } from '../../shared/article/article';
import type { ParseRefusal } from '../../shared/article/file';
import type { Evidence, Medium, QuotationKind } from '../../shared/article/quotation';
import type { Terms } from '../../shared/article/source';
import type { Omission } from '../../shared/export/refusal';
import type { HtmlRefusal } from '../../shared/import/html/parse';
import type { DocumentState } from '../../shared/ipc/desk-entries';
import type {
  FileFailureCode,
  MediaFailure,
  ReadProblem,
  SaveFailure,
  SourceBookFailure,
} from '../../shared/ipc/failures';
import type { CheckState } from '../../shared/sources/checking';
import type { SourceProblem } from '../../shared/sources/problems';

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

/** The same failures where a file of another program was to be read: the desk is not at fault. */
const readFailure: Readonly<Record<FileFailureCode, string>> = {
  ...fileFailure,
  'no-permission': 'you may not read it. Change its permissions and try again.',
  vanished: 'it is gone. Was it moved or renamed?',
  'is-a-folder': 'it is a folder. Choose the files in it.',
  busy: 'another program holds it. Close it there and try again.',
  io: 'the disk did not hand it over. Copy it to another disk and try again.',
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

function pasteRefusal(refusal: HtmlRefusal): string {
  return refusal.code === 'too-large'
    ? `Not pasted: that is ${Math.round(refusal.characters / 1e6)} million characters, and at most ${Math.round(refusal.most / 1e6)} million can be read. Paste it in parts.`
    : 'Not pasted: that holds too much markup to be read safely.';
}

const spokenCheck: Readonly<Record<CheckState, string>> = {
  unchecked: '',
  checked: ', checked',
  changed: ', changed since it was checked',
};

const media: Readonly<Record<Medium, string>> = {
  interview: 'Interview',
  statement: 'Statement',
  'press-conference': 'Press conference',
  document: 'Document',
  broadcast: 'Broadcast',
  'social-post': 'Social post',
  court: 'Court',
  correspondence: 'Correspondence',
};

const quotationKinds: Readonly<Record<QuotationKind, string>> = {
  direct: 'Direct',
  partial: 'Partial',
  paraphrase: 'Paraphrase',
};

const evidenceKinds: Readonly<Record<Evidence['kind'], string>> = {
  recording: 'Recording',
  notes: 'Notes',
  transcript: 'Transcript',
  link: 'Link',
  file: 'File',
};

const sourceProblems: Readonly<Record<SourceProblem, string>> = {
  'off-the-record': 'Off the record: the article cannot be exported',
  'words-changed': 'Words changed since they were checked',
  'no-description': 'No description to publish',
  'no-reason': 'No reason for being unnamed',
  'no-role': 'No role',
  'no-name': 'No name',
  deleted: 'Deleted from the source book',
};

const documentStates: Readonly<Record<DocumentState, string>> = {
  same: 'The copy is unchanged since it was stored.',
  changed: 'The copy was changed since it was stored. Do not rely on it; store the document again.',
  missing: 'The copy is missing from the desk. Put it back from a backup, or store the document again.',
  unreadable: 'The copy cannot be read. Check its permissions.',
};

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
  readFailure,
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
    spokenBy: (name: string, termsInForce: string, check: CheckState): string =>
      `${name}, ${termsInForce}${spokenCheck[check]}`,
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

  quotationDetails: {
    title: 'Quotation',
    about: 'About the words',
    kind: 'Kind',
    kinds: quotationKinds,
    medium: 'Said in',
    media,
    noMedium: 'Not noted',
    date: 'Date',
    evidence: 'Evidence. Private, never leaves this desk.',
    evidenceKind: 'Evidence',
    evidenceKinds,
    reference: 'Where it is',
    referenceHint: 'tape 3, 12:40',
    addEvidence: 'Add evidence',
    removeEvidence: (reference: string) => `Remove evidence ${reference}`,
    check: 'Check',
    unchecked: 'Nobody has held these words against the evidence yet.',
    by: 'Checked by',
    mark: 'Mark as checked',
    markAgain: 'Mark these words as checked',
    checked: (by: string, when: string) => `Checked by ${by}, ${when}.`,
    changed: (by: string, when: string) => `The words changed since ${by} checked them on ${when}.`,
    difference: 'What changed',
    removed: 'removed',
    added: 'added',
    takeBack: 'Take the check back',
    replaced: (by: string) =>
      `These words were part of a quotation that ${by} had checked; that mark went with its tag. Undo brings it back.`,
  },

  strip: { title: (name: string) => `Go to ${name}` },

  sources: {
    region: 'Sources',
    filter: 'Filter sources',
    noMatch: 'No source matches.',
    checked: (checked: number, all: number) =>
      checked === 0 ? 'not checked' : checked === all ? 'checked' : `${checked} of ${all} checked`,
    checkStates: { unchecked: 'not checked', checked: 'checked', changed: 'changed since it was checked' },
    problems: sourceProblems,
    name: 'Name',
    pronouns: 'Pronouns',
    document: 'Document',
    documentTitle: 'Title',
    url: 'Address',
    urlRefused: 'An address begins with https: or http:.',
    retrieved: 'Retrieved on',
    copy: 'Stored copy. Private, never leaves this desk.',
    noCopy: 'No copy is stored. Pages and files change; a copy proves what they said.',
    storeCopy: 'Store a copy…',
    replaceCopy: 'Store another…',
    showCopy: 'Show in folder',
    copyOf: (file: string, sha256: string) => `${file} (SHA-256 ${sha256.slice(0, 12)}…)`,
    documentStates,
    notStored: (reason: string) => `The document was not stored: ${reason}`,
    tooLarge: 'it is larger than 200 MB.',
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

  importing: {
    title: (imported: number, all: number): string => {
      if (imported === 0) return 'Nothing was imported';
      if (imported < all) return `${imported} of ${all} files imported`;
      return all === 1 ? 'Imported' : `${all} files imported`;
    },
    progress: (name: string, at: number, all: number): string =>
      all === 1 ? `Importing ${name}…` : `Importing ${name} (${at} of ${all})…`,
    drop: 'Drop documents to import them, pictures to put them on the page.',
    setAside: (count: number): string =>
      `${count === 1 ? '1 passage is' : `${count} passages are`} no part of the story and now ${count === 1 ? 'stands' : 'stand'} in the private notes`,
    nothingLost: 'Everything came along.',
    unreadable: (name: string, reason: string): string => `${name} was not read: ${reason}`,
    done: 'Done',
  },

  paste: {
    reading: (percent: number): string => `Reading what was pasted: ${percent} %`,
    inserting: (percent: number): string => `Putting in what was pasted: ${percent} %`,
    cancelled: 'Nothing was pasted.',
    refused: pasteRefusal,
    plain: 'Paste as plain text',
    mistake: 'Nothing was pasted: Standfirst made a mistake. Paste it as plain text (Edit menu).',
    otherArticle: 'Not pasted: another article was opened meanwhile. Paste again where it belongs.',
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

  book: {
    title: 'Source book',
    search: 'Search sources',
    list: 'Sources of this desk',
    empty: 'No sources yet. Those you tag in articles are kept here.',
    noMatch: 'No source matches.',
    more: (count: number) => `${count} more. Type a name to find them.`,
    uses: (quotations: number, articles: number) =>
      articles === 0
        ? 'not used'
        : `${quotations === 1 ? '1 quotation' : `${quotations} quotations`} in ${articles === 1 ? '1 article' : `${articles} articles`}`,
    add: 'New source',
    edit: 'Edit…',
    merge: 'Merge…',
    remove: 'Delete',
    choose: 'Choose a source to see where it is quoted.',
    quotations: 'Quotations across articles',
    noQuotations: 'No quotations yet.',
    deleted: 'deleted',
    restore: 'Restore',
    mergeWhich: (name: string) => `Choose the entry that ${name} is the same as. That entry stays.`,
    stopMerging: 'Cancel',
    probably: (merge: string, keep: string) => `Is ${merge} the same as ${keep}?`,
    same: 'Merge',
    notSame: 'No',
    merged: (from: string, into: string) => `${from} is now ${into}.`,
    isMerged: (name: string) => `Also entered as ${name}`,
    separate: 'Separate again',
    removed: (name: string) => `${name} was deleted.`,
    removedUsed: (name: string) => `${name} was deleted. Articles that quote the source keep the name.`,
    undo: 'Undo',
    untitled: 'Unnamed source',
    damaged: (reason: string) => `The source book (sources.json) cannot be used: ${reason}`,
    missing: (count: number) =>
      count === 1
        ? 'One source of the desk’s articles is not in the book yet.'
        : `${count} sources of the desk’s articles are not in the book yet.`,
    gather: 'Take in',
    untouched: 'The file was left as it is. Articles keep their own copies of their sources.',
    rebuild: 'Keep it aside and begin anew from the articles',
    notSaved: (reason: string) => `The source book was not changed: ${reason}`,
  },

  sheet: {
    title: 'Source sheet',
    warning: 'Not for publication. The sheet names unnamed sources and shows evidence.',
    print: 'Print…',
    printed: 'Handed to the printer',
    notPrinted: (reason: string) => `Not printed: ${reason}`,
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
    why: 'Why each break stands where it does',
    refused: 'The ad policy holds impossible figures; no ad break was set.',
  },

  attribution: {
    title: 'Who is quoted?',
    words: 'Attribution',
    hint: 'Stands below the quotation. Where a source is chosen, its published name stands there instead.',
    source: 'Source',
    noSource: 'None of the sources',
    save: 'Save attribution',
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
    links: 'Links that are pasted or imported',
    linksHint: 'Tracking parameters (utm_source, fbclid and the like) tell others where a reader came from.',
    linksClean: 'Without tracking parameters',
    linksKeep: 'As they are',
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
    learn: 'Add to dictionary',
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
  cancel: 'Cancel',
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

/** Why the source book cannot be used, or was not changed. */
export function bookFailure(
  failure: SourceBookFailure | { readonly code: 'bad-argument' | 'internal' },
): string {
  switch (failure.code) {
    case 'empty':
      return 'the file is empty. If a sync client is still writing it, wait a moment.';
    case 'not-json':
      return 'the file is cut off or damaged.';
    case 'not-a-source-book':
      return 'the file is not a source book.';
    case 'newer-format':
      return `the file was written by a newer version of Standfirst (format ${failure.version}). Update to use it.`;
    case 'damaged':
      return `the file is damaged at “${failure.where}”: ${failure.expected} should stand there.`;
    case 'unknown-source':
      return 'the source is no longer in it.';
    case 'no-desk':
      return 'no desk folder is open.';
    default:
      return callFailure(failure);
  }
}
