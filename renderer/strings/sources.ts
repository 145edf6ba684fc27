import type { Terms } from '../../shared/article/source';
import type { DocumentState } from '../../shared/ipc/desk-entries';
import { evidenceInWords, kindsInWords, mediaInWords } from '../../shared/sources/labels';
import type { SourceProblem } from '../../shared/sources/problems';

const termsHint: Readonly<Record<Terms, string>> = {
  'on-the-record': 'May be published with the name.',
  'on-background': 'May be published under a description, never with the name.',
  'deep-background': 'May be used, but attributed to nobody.',
  'off-the-record': 'May not be published. Exports refuse while these words are in the article.',
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

/** What panes and dialogs say of sources and quotations; they come when they are asked for. */
export const sourcesWords = {
  termsHint,

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
    kinds: kindsInWords,
    medium: 'Said in',
    media: mediaInWords,
    noMedium: 'Not noted',
    date: 'Date',
    evidence: 'Evidence. Private, never leaves this desk.',
    evidenceKind: 'Evidence',
    evidenceKinds: evidenceInWords,
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
    moreSpeakers: (count: number) => (count === 1 ? '1 more speaker' : `${count} more speakers`),
    moreQuotations: (count: number) => (count === 1 ? '1 more quotation' : `${count} more quotations`),
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
    attributedAnew: (before: string, now: string) =>
      `What was attributed to “${before}” will be attributed to “${now}”.`,
    isMerged: (name: string) => `Also entered as ${name}`,
    separate: 'Separate again',
    removed: (name: string) => `${name} was deleted.`,
    removedUsed: (name: string) => `${name} was deleted. Articles that quote the source keep the name.`,
    undo: 'Undo',
    untitled: 'Unnamed source',
    missing: (count: number) =>
      count === 1
        ? 'One source of the desk’s articles is not in the book yet.'
        : `${count} sources of the desk’s articles are not in the book yet.`,
    gather: 'Take in',
    untouched: 'The file was left as it is. Articles keep their own copies of their sources.',
    rebuild: 'Keep it aside and begin anew from the articles',
  },

  sheet: {
    title: 'Source sheet',
    warning: 'Not for publication. The sheet names unnamed sources and shows evidence.',
    print: 'Print…',
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
} as const;
