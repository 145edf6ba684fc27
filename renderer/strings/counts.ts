/** A count as readers of English write it. */
export const many = (count: number): string => count.toLocaleString('en');

/** A count of words, with the word. */
export const wordsIn = (count: number): string => `${many(count)} ${count === 1 ? 'word' : 'words'}`;
