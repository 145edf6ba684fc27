import type { Status } from '../../shared/article/article';
import type { OpenElsewhere } from '../../shared/ipc/desk-entries';
import { many, wordsIn } from './counts';

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
    words: wordsIn,
    cannotOpen: 'Cannot be opened',
    source: 'Source:',
    shown: 'Articles shown',
    articles: (count: number) => (count === 1 ? '1 article' : `${many(count)} articles`),
    some: (shown: number, all: number) => `${many(shown)} of ${many(all)}`,
    reading: (done: number, all: number) => `Reading the desk: ${many(done)} of ${many(all)}`,
    gettingReady: (done: number, all: number) => `Searched ${many(done)} of ${many(all)} so far`,
    noneLeft: 'No article fits the filters.',
    sort: 'Order',
    sorts: {
      match: 'Best match',
      changed: 'Last changed',
      created: 'Date created',
      headline: 'Headline',
      words: 'Length',
      status: 'Status',
    },
    filter: {
      open: 'Filter articles',
      title: 'Filters',
      any: 'Any',
      status: 'Status',
      section: 'Section',
      changed: 'Changed',
      periods: {
        any: 'Any time',
        today: 'Today',
        week: 'Last 7 days',
        month: 'Last 30 days',
        year: 'This year',
        between: 'Between…',
      },
      from: 'From',
      to: 'To',
      findings: 'Findings',
      found: {
        any: 'Any',
        errors: 'With errors',
        warnings: 'Errors or warnings',
        none: 'Without',
      },
      checking: (done: number, all: number) => `${many(done)} of ${many(all)} articles checked so far…`,
      withoutSpelling: 'Spelling is not counted here.',
      source: 'Source',
      anySource: 'Any name',
      clear: 'Clear filters',
    },
  },

  alsoOpen: (others: readonly OpenElsewhere[]): string =>
    `Also open on ${others.map(({ host, user }) => (user === '' ? host : `${host} (${user})`)).join(', ')}`,
  alsoOpenRegion: 'Open elsewhere',
  alsoOpenHint: 'Whoever saves second is shown both versions; nothing is lost.',

  save: {
    region: 'Save state',
    clean: 'Saved',
    dirty: 'Unsaved changes',
    saving: 'Saving…',
    conflict: 'Conflict',
    orphan: 'Not saved: the article’s folder was moved or deleted.',
    secondPlace: { kept: 'A copy is kept on this machine.', failed: 'No copy could be kept either.' },
    error: (reason: string) => `Not saved: ${reason}`,
    rescue: 'Write it again',
    letGo: 'Close it',
    retry: 'Try again',
    resolve: 'Compare',
    changedOutside:
      'Another program changed this article. The page shows what is on the disk now; what stood here before is among its versions.',
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
    settingsProblemNow:
      'Another program wrote a desk.json that cannot be read. The settings stay as they were; the file was left as it is.',
    welcome: 'Welcome. This desk begins with a sample article: write in it, tag its quotations, export it.',
  },
} as const;
