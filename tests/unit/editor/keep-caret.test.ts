import { expect, it } from 'vitest';
import { movedOffset } from '../../../renderer/editor/keep-caret';

it.each([
  ['stays where the words before it are the same', 'One two', 'One two three', 3, 3],
  ['moves with the words behind it', 'One two', 'Zero. One two', 5, 11],
  ['stays at the end of what is the same where its own words are gone', 'One two three', 'One three', 6, 5],
  ['stays inside a text that became shorter', 'One two', '', 7, 0],
  ['keeps to the end', 'One', 'One two', 3, 3],
])('the caret %s', (_, before, after, offset, wanted) => {
  expect(movedOffset(offset, before, after)).toBe(wanted);
});
