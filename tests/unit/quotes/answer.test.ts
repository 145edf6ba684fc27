import { expect, it } from 'vitest';
import { quotesAnswer } from '../../../shared/quotes/index';

it('answers in the shape of the command line', () => {
  const text = '“It will hold,” said Vin Weber, a lobbyist.';
  expect(quotesAnswer(text)).toEqual({
    quotes: [
      {
        start: 0,
        end: 15,
        text: '“It will hold,”',
        speaker: { start: 21, end: 30, text: 'Vin Weber', name: 'Vin Weber', role: 'a lobbyist' },
      },
    ],
  });
  expect(quotesAnswer('')).toEqual({ quotes: [] });
});

it('answers null where nobody is near', () => {
  expect(quotesAnswer('“We will never know what happened on the bridge.”').quotes[0]?.speaker).toBeNull();
});
