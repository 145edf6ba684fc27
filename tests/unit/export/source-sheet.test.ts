import { HtmlValidate } from 'html-validate/node';
import { describe, expect, it } from 'vitest';
import { article, blockquote, br, deskNote, note, p, quote, tk } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { sourceSheet } from '../../../shared/export/source-sheet';
import { stories } from './stories';

const checked = { by: 'Ben', at: '2026-02-27T18:00:00Z', text: '“Yes,” “soon.”' };
const story = article(
  {
    headline: 'Tides <rise>',
    slug: 'tides',
    notes: 'zqx notes of the article',
    sources: [
      {
        ...newSource('s1', 'Mary Sinclair'),
        role: 'the harbour master',
        contact: 'zqx contact',
        notes: 'zqx notes',
      },
      {
        ...newSource('s2', 'Nils Nemo'),
        terms: 'on-background',
        publishedAs: 'an engineer',
        reasonUnnamed: 'may not speak to the press',
      },
      { ...newSource('s3', 'Unused'), terms: 'off-the-record' },
    ],
    quotations: [
      { ...newQuotation('q2', 's2'), evidence: [{ kind: 'recording', reference: 'tape-3.m4a 02:11' }] },
      { ...newQuotation('q1', 's1'), medium: 'interview', date: '2026-02-26T10:00:00Z', checked },
      { ...newQuotation('q3', 's1'), terms: 'off-the-record' },
      newQuotation('q4', null),
      newQuotation('q5', 'gone'),
    ],
  },
  p(quote('q1', '“Yes,”'), ' she said, ', note('zqx-id', 'zqx note', quote('q1', '“soon.”')), tk('zqx')),
  p(quote('q2', '“No”', br, '“never”')),
  deskNote('d', 'zqx desk note ', quote('q3', 'They lied')),
  { ...blockquote('', 'A & B'), sourceId: 's2' },
  blockquote('Minutes', 'Carried.'),
  p(quote('q5', 'x')),
);

const html = sourceSheet(story);
const rows = [...html.matchAll(/<tr><td>(.*)<\/td><\/tr>/g)].map(([, row]) =>
  (row ?? '').split(/<\/td><td[^>]*>/),
);

describe('the source sheet', () => {
  it('says that it is not for publication, before anything else', () => {
    expect(/<main>\n(.*)\n/.exec(html)?.[1]).toBe('<p class="warning">Not for publication</p>');
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
  });

  it('lists every quotation in reading order, then what stands nowhere', () => {
    expect(rows.map(([number, words]) => [number, words])).toEqual([
      ['1', '“Yes,” “soon.”'],
      ['2', '“No”<br>“never”'],
      ['3', 'They lied'],
      ['4', 'A &amp; B'],
      ['5', 'Carried.'],
      ['6', 'x'],
      ['7', ''],
      ['Mary Sinclair', 'the harbour master'],
      ['Nils Nemo', ''],
    ]);
  });

  it('gives speaker, terms, evidence, check and place', () => {
    expect(rows[0]?.slice(2)).toEqual([
      'Mary Sinclair<br>the harbour master',
      'On the record',
      'Direct, Interview, 26 February 2026<br>No evidence noted',
      'Ben, 27 February 2026',
      'Block 1, paragraph',
    ]);
    expect(rows[1]?.slice(2)).toEqual([
      'Nils Nemo',
      'On background<br>as “an engineer”',
      'Direct<br>Recording: tape-3.m4a 02:11',
      'Not checked',
      'Block 2, paragraph',
    ]);
    expect(rows[2]?.slice(2)).toEqual([
      'Mary Sinclair<br>the harbour master',
      'Off the record',
      'Direct<br>No evidence noted',
      'Not checked',
      'Block 3, desk note, not published',
    ]);
    expect(rows[4]?.slice(2)).toEqual([
      'Minutes (typed)',
      'On the record',
      '',
      'Not checked',
      'Block 5, block quote',
    ]);
    expect(rows[5]?.[2]).toBe('Source missing');
    expect(rows[6]?.slice(2)).toEqual([
      'No speaker',
      'On the record',
      'Direct<br>No evidence noted',
      'Not checked',
      'Not in the body',
    ]);
  });

  it('shows that words changed since they were checked, and both versions', () => {
    const changed = {
      ...story,
      quotations: story.quotations.map((one) =>
        one.checked ? { ...one, checked: { ...checked, text: 'Yes & no' } } : one,
      ),
    };
    expect(sourceSheet(changed)).toContain(
      'Changed since the check<br>Ben, 27 February 2026<br>Checked words: Yes &amp; no',
    );
  });

  it('counts quotations and words of each source', () => {
    expect(rows.at(-1)).toEqual([
      'Nils Nemo',
      '',
      'On background',
      'an engineer',
      'may not speak to the press',
      '2',
      '4',
    ]);
  });

  it('keeps contacts, notes and desk notes out', () => {
    expect(html).not.toContain('zqx');
  });

  it('is valid HTML for every story', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off' },
    });
    for (const one of [story, ...Object.values(stories())]) {
      const report = await validator.validateString(sourceSheet(one));
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    }
  });
});
