/** What a screen reader hears of blocks while writing. */
export const blockNewsWords = {
  heading: (level: string): string => `Heading ${level}`,
  bulleted: 'Bulleted list',
  numbered: 'Numbered list',
  types: {
    paragraph: 'Paragraph',
    blockquote: 'Block quote',
    quote: 'Block quote',
    'pull-quote': 'Pull quote',
    correction: 'Correction',
    'desk-note': 'Desk note',
  },
  block: 'Block',
  inserted: (what: string): string => `${what} put in`,
  moved: (at: number, all: number): string => `Moved: block ${at} of ${all}`,
} as const;
