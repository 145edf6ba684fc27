import { many, wordsIn } from './counts';

type LengthField = 'words' | 'characters' | 'minutes' | 'target';

/** The page and what stands around it while writing. */
export const writingWords = {
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

  counts: {
    region: 'Word count',
    open: 'Length and target…',
    target: 'Progress to the target length',
    line: ({ words, characters, minutes, target }: Readonly<Record<LengthField, number>>): string =>
      [
        target > 0 ? `${many(words)} of ${many(target)} words` : wordsIn(words),
        `${many(characters)} ${characters === 1 ? 'character' : 'characters'}`,
        `${minutes} min read`,
      ].join(' · '),
    selected: ({ words, characters }: { words: number; characters: number }, all: number): string =>
      `${many(words)} of ${wordsIn(all)} · ${many(characters)} ${characters === 1 ? 'character' : 'characters'} selected`,
  },

  typography: {
    on: 'Quotation marks and dashes are set by the language of the article.',
    off: 'Quotation marks and dashes stay as they are typed.',
  },

  inspector: { region: 'Inspector' },
  checksRegion: 'Checks',
} as const;
