/** The facts about an article that are not on the page. */
export const articleFactsWords = {
  region: 'Article',
  status: 'Status',
  section: 'Section',
  subjects: 'Subjects',
  subjectsHint: 'With commas between them. Media Topic codes as medtop:01000000.',
  language: 'Language',
  /** Below a language that has no dictionary; nothing for the others. */
  spelling: (language: string): string | undefined =>
    /^en\b/.test(language) ? undefined : 'Spelling is checked in English only.',
  embargo: 'Embargo until',
  published: 'Published on',
  clock: (zone: string): string => `Time of this machine, UTC${zone}.`,
  notes: 'Notes (private)',
} as const;
