import { describe, expect, it } from 'vitest';
import { erasedAt } from '../../../renderer/editor/features/characters/characters';

describe('one press of Backspace or Delete', () => {
  it.each(['👩‍👩‍👧‍👦', '🇩🇰', '👍🏽', 'e\u0301', '❤️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('takes all of %s', (character) => {
    const text = `a${character}b`;
    const stretch = { start: 1, end: 1 + character.length };
    expect(erasedAt(text, stretch.end, true)).toEqual(stretch);
    expect(erasedAt(text, 1, false)).toEqual(stretch);
    // From inside it nothing is torn: the browser decides.
    expect(erasedAt(text, 0, true)).toBeNull();
    expect(erasedAt(text, 2, false)).toBeNull();
  });

  it('is the browser’s in plain words and in scripts whose marks are erased alone', () => {
    expect(erasedAt('abc', 2, true)).toBeNull();
    expect(erasedAt('हिन्दी', 6, true)).toBeNull();
    expect(erasedAt('', 0, true)).toBeNull();
  });
});
