import { expect, it } from 'vitest';
import { quotationsOf } from '../../../renderer/session/quotations';
import { article, image, p, quote } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { pageEditor } from '../../builders/page-editor';

const interview = { kind: 'unknown', raw: { kind: 'interview', answers: [{ quoteId: 'q2' }] } } as const;
const records = ['q1', 'q2', 'q3'].map((id) => ({
  ...newQuotation(id, 's1'),
  terms: 'off-the-record' as const,
}));

it('the records of quotations in a block of a newer version are saved with the article', () => {
  const page = pageEditor();
  page.quotations.offer(records);
  page.body.write([interview]);
  const story = { ...article({}), body: page.body.read() };
  expect(quotationsOf(story, page.quotations.known())).toEqual(records.slice(1, 2));
});

it('the records of quotations in the caption of the lead image and in corrections are saved, in reading order', () => {
  const { kind: _, ...leadImage } = image('a.png', { caption: [quote('q3', '“It rose.”')] });
  const corrected = {
    date: '2026-05-06T07:08:09Z',
    type: 'correction',
    text: [quote('q1', '“It fell.”')],
  } as const;
  const story = article({ leadImage, corrections: [corrected] }, p('No words.'));
  expect(quotationsOf(story, new Map(records.map((record) => [record.id, record])))).toEqual([
    records[2],
    records[0],
  ]);
});

it('words whose record is lost are withheld until somebody says on which terms they were said', () => {
  const story = article({}, p('She said ', quote('lost', '“It was me.”')));
  expect(quotationsOf(story, new Map())).toMatchObject([{ id: 'lost', terms: 'off-the-record' }]);
});
