import type { TextCheck } from '../check';

/** More than this many words is a column inch after column inch without a rest for the eye. */
export const mostWordsInParagraph = 150;

export const longParagraphs: TextCheck = {
  scope: 'text',
  code: 'long-paragraph',
  severity: 'hint',
  title: 'Over-long paragraphs',
  find({ text, role }) {
    // A word and its space are at least two characters.
    if (role !== 'prose' || text.length < mostWordsInParagraph * 2) return [];
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (words <= mostWordsInParagraph) return [];
    return [
      {
        start: 0,
        end: text.length,
        reason: `This paragraph has ${words} words; readers on a phone lose their place after about ${mostWordsInParagraph}. Can it be two?`,
        fix: null,
      },
    ];
  },
};
