import { findQuotations } from '../../../shared/quotes/index';

export const inventedParagraphs = [
  'The harbour board met on Monday to vote on the new fees, and the hall was full before the doors had closed.',
  '“We have waited eleven years for this pier,” said Ana Lopez, a harbour pilot and a former mayor of Port Hale. “I will not wait for another winter,” she added, and the hall applauded.',
  'Tom Birk, who runs the fish market, called the plan “a gift to three shipping companies” and said that the board had never asked the people who work there. According to a report of the ministry, “no alternative was examined in detail.”',
  'The board’s spokeswoman, Lena Ortiz, told reporters: “Every letter was read.” Birk shook his head.',
  'Outside, the ferries came and went as on any other day. Nobody had told the passengers, and the timetable on the wall was that of last year.',
];
const ROUNDS = 9;

/** Milliseconds of one run of detection over an invented news text of about `words` words: median of nine runs. */
export function measure(words: number): number {
  const text = newsText(words);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    findQuotations(text);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

function newsText(words: number): string {
  const paragraphs: string[] = [];
  let count = 0;
  for (let index = 0; count < words; index += 1) {
    const paragraph = inventedParagraphs[index % inventedParagraphs.length] ?? '';
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs.join('\n\n');
}
