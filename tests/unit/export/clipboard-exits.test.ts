import { expect, it } from 'vitest';
import { leavingForms } from '../../../renderer/app/clipboard-exits';
import { article, deskNote, p } from '../../../shared/article/build';
import { newSource } from '../../../shared/article/source';
import { desk } from './stories';

const book = { sources: [], merges: [], problem: null, isRead: true };
const words = p('The sea rose.');
const sourced = article({ sources: [newSource('s1', 'Mary Sinclair')] }, words);

it('words are copied for other programs once the source book is read', () => {
  expect(leavingForms(sourced, desk, book)).toMatchObject({ ok: true, value: { text: 'The sea rose.' } });
  expect(leavingForms(sourced, desk, { ...book, isRead: false })).toMatchObject({
    ok: false,
    error: expect.stringContaining('still being read') as string,
  });
});

it('words of an article with sources stay in the window while the source book cannot be read', () => {
  const damaged = { ...book, problem: { code: 'not-json' as const } };
  expect(leavingForms(sourced, desk, damaged)).toMatchObject({
    ok: false,
    error: expect.stringContaining('cut off or damaged') as string,
  });
  expect(leavingForms(article({}, words), desk, damaged).ok).toBe(true);
});

it('words of a desk note stay in the window, and that is told', () => {
  expect(leavingForms(article({}, deskNote('n', 'Ask her wife')), desk, book)).toMatchObject({
    ok: false,
    error: expect.stringContaining('stand in a desk note') as string,
  });
});
