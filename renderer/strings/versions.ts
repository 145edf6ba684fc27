import type { Mark } from '../../shared/article/inline';
import type { FieldName } from '../../shared/versions/fields';
import type { Annotation } from '../../shared/versions/readable';
import type { VersionReason } from '../../shared/versions/version';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const fields: Readonly<Record<FieldName, string>> = {
  kicker: 'Kicker',
  headline: 'Headline',
  deck: 'Deck',
  bylines: 'Byline',
  dateline: 'Dateline',
  section: 'Section',
  subjects: 'Subjects',
  language: 'Language',
  status: 'Status',
  embargo: 'Embargo',
  published: 'Published',
  leadImage: 'Lead picture',
  corrections: 'Corrections',
  adPolicy: 'Ad policy',
  ignoredChecks: 'Findings left as they are',
  targetWords: 'Length asked for, in words',
  notes: 'Notes (private)',
};

const reasons: Readonly<Record<VersionReason, string>> = {
  opened: 'When it was opened',
  writing: 'While writing',
  outside: 'Written by another program',
  'before-restore': 'Before going back',
  'before-export': 'Before a hand-over',
  'by-hand': 'Kept by hand',
};

const marks: Readonly<Record<Mark, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underlined',
  strike: 'struck through',
  code: 'code',
  superscript: 'superscript',
  subscript: 'subscript',
  smallCaps: 'small caps',
};

function aspect({
  what,
  detail,
  words,
  change,
}: Annotation & { readonly change: 'lost' | 'gained' }): string {
  const gained = change === 'gained';
  switch (what) {
    case 'link':
      return `${gained ? 'Now a link' : 'No longer a link'} to ${detail}: “${words}”`;
    case 'quotation':
      return `${gained ? 'Now a quotation' : 'No longer a quotation'}${detail === '' ? '' : ` of ${detail}`}: ${words}`;
    case 'mention':
      return `${gained ? 'Now names' : 'No longer names'} the source ${detail}: “${words}”`;
    default:
      return `${gained ? 'Now' : 'No longer'} ${marks[what]}: “${words}”`;
  }
}

/** Former states of an article, and other states of it that must not be lost. */
export const versionWords = {
  versions: {
    title: 'Versions',
    list: 'Former states of this article',
    none: 'Nothing is kept yet. A state is kept when the article is opened, every five minutes of changes, and before every hand-over.',
    damaged: (count: number): string =>
      `${counted(count, 'file', 'files')} in the article’s .versions folder cannot be read and ${count === 1 ? 'is' : 'are'} left as ${count === 1 ? 'it is' : 'they are'}.`,
    unreadable: 'This state cannot be read any more. Choose another one.',
    reason: reasons,
    words: (count: number): string => counted(count, 'word', 'words'),
    churn: (added: number, removed: number): string =>
      added === 0 && removed === 0
        ? 'the same words as the version before'
        : `${counted(added, 'word', 'words')} added and ${removed.toLocaleString('en')} removed since the version before`,
    first: 'the oldest that is kept',
    churnShort: (added: number, removed: number): string =>
      [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : ''].filter(Boolean).join(' '),
    today: 'Today',
    yesterday: 'Yesterday',
    shown: 'Shown',
    show: { changes: 'Changes since then', whole: 'As it was then' },
    name: 'Name',
    namePlaceholder: 'Such as “As sent to the lawyer”',
    setName: 'Set name',
    named: (name: string): string => `Named “${name}”. It stays for good.`,
    unnamed: 'The name was taken away.',
    restore: 'Restore the whole article',
    restored:
      'The article is as it was then. What stood there before is kept, and undo brings it back step by step.',
    nothingToRestore: 'This version is the same as what is in the window: there is nothing to restore.',
    keep: 'Keep a version now',
    keepName: 'What to call the new version (optional)',
    keepPlaceholder: 'Name, if you like',
    kept: 'A version is kept as it stands now. A version with a name stays for good; others are thinned as they age.',
    keptAs: (name: string): string => `A version is kept as “${name}”. It stays for good.`,
    keptAlready: 'Nothing has changed since the newest version: it is kept already.',
    notKept: (reason: string): string => `No version was kept: ${reason}`,
    putBack: 'Put back',
    takeOut: 'Take out',
    putBackDone: 'Put back. Undo takes it away again.',
    termsStay:
      'Terms that bind more now than they did then stay as they are now. Change them at the quotation or the source, if that was agreed.',
    notRestored: (reason: string): string => `Nothing was restored: ${reason}`,
    notNow: 'What is in the window cannot be saved just now.',
  },

  comparison: {
    region: 'What differs',
    changes: (count: number): string =>
      count === 0 ? 'Nothing differs.' : counted(count, 'difference', 'differences'),
    previous: 'Previous difference',
    next: 'Next difference',
    unchanged: (count: number): string => `${counted(count, 'block', 'blocks')} the same`,
    kind: { same: 'The same', changed: 'Changed', removed: 'Removed', added: 'Added' },
    onlyIn: (side: string): string => `Only ${side}`,
    moved: 'moved',
    renamed: (before: string, after: string): string => `${before} → ${after}`,
    nothing: '(empty)',
    nothingHere: 'Not on this side',
    removed: 'removed:',
    added: 'added:',
    field: fields,
    aspect,
    detailsOnly: 'Details differ that are not words.',
    records: { quotations: 'Quotation', sources: 'Source' },
    fact: (name: string): string => name.replace(/([A-Z])/g, ' $1').toLowerCase(),
    unknown: 'nothing',
  },

  merging: {
    choice: (what: string): string => `What stays of ${what}`,
    both: 'Both',
    keep: 'Keep',
    leaveOut: 'Leave out',
    everywhere: 'Everywhere',
    apply: 'Save this',
  },

  conflict: {
    title: 'This article was changed by another program',
    explain:
      'What only one side changed is chosen for you; what both changed stays twice unless you decide. Nothing is overwritten before you save.',
    mine: 'Yours',
    theirs: 'On the disk',
    mineLower: 'in yours',
    theirsLower: 'on the disk',
    keepMine: 'Keep mine',
    keepBoth: 'Keep two articles',
    unreadable:
      'What stands on the disk cannot be read. Keeping yours moves it aside, under another name in the same folder; keeping two articles leaves it as it is.',
  },

  conflictCopy: {
    notice: (count: number): string =>
      count === 1
        ? 'A sync client left a second copy of this article.'
        : `A sync client left ${count} more copies of this article.`,
    title: 'A sync client left a second copy',
    explain: (name: string): string =>
      `“${name}” was made when two machines changed this article at once. What stands only in one of them is kept, what both changed stays twice, unless you choose.`,
    theirs: 'In the copy',
    theirsLower: 'in the copy',
    toBin: 'Then move the copy to the bin',
    onlyBin: 'Move the copy to the bin',
  },

  recovered: {
    notice: (count: number): string =>
      count === 1
        ? 'Words that could not be saved last time were recovered.'
        : `Words of ${count} articles that could not be saved last time were recovered.`,
    title: (headline: string): string => `Recovered words of “${headline}”`,
    explain: (when: string): string =>
      `They were typed before ${when} and did not reach the disk. What is on the disk was not touched; nothing is overwritten before you save.`,
    mine: 'Recovered',
    mineLower: 'in the recovered words',
    gone: 'The article itself is no longer on the desk. The recovered words can become an article of their own.',
    deskGone: (path: string): string =>
      `They were typed for the desk in ${path}, which is not there now. If you connect it or put it back, they are offered there; they can also become an article of this desk.`,
    asArticle: 'Keep as an article of its own',
    discard: 'Discard recovered words',
    confirmDiscard: 'Discard for good',
  },

  ofProblem: {
    explain: (when: string, count: number): string =>
      `Its newest version, of ${when}, has ${counted(count, 'word', 'words')}. It can become an article of its own; the file stays as it is.`,
    open: 'Open its newest version',
  },

  compare: 'Compare',
} as const;
