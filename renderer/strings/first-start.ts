/** The three steps of a first start. Read only by them. */
export const firstStartWords = {
  step: (at: number, all: number): string => `Step ${at} of ${all}`,
  title: {
    folder: 'Where your articles live',
    masthead: 'Who publishes them',
    beginning: 'How to begin',
  },
  folderExplain:
    'Standfirst keeps your articles in a folder, one folder each: your desk. It stays on this machine and belongs to you. Nothing is written until the last step.',
  otherFolder: 'Choose another folder…',
  mastheadExplain: 'The masthead stands above exported pages. It can be changed later in the settings.',
  name: 'Masthead',
  tagline: 'Tagline',
  sample: {
    title: 'With a sample article',
    explain: 'A story with quotations, sources and ad breaks, to try things on.',
  },
  empty: { title: 'With an empty page', explain: 'The caret stands in the headline of your first article.' },
  skip: 'Skip',
  back: 'Back',
  goOn: 'Continue',
  begin: 'Begin writing',
} as const;
