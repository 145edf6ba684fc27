import type { Status } from '../../shared/article/article';

const status: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  editing: 'Editing',
  ready: 'Ready',
  published: 'Published',
  withdrawn: 'Withdrawn',
};

/** The desk: its articles, their files, the bin. */
export const deskWords = {
  status,

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
} as const;
