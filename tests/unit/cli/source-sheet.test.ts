import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '../../../electron/commands/run';
import { article, p, quote } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { temporaryFolder } from '../../builders/folders';

const sha256 = '0123456789abcdef'.repeat(4);
const story = article(
  {
    slug: 'tides',
    headline: 'Tides',
    sources: [
      {
        ...newSource('s1', 'Flood report'),
        kind: 'document',
        title: 'The flood report',
        url: 'https://example.org/report.pdf',
        retrieved: '2026-03-13T00:00:00Z',
        file: 'report.pdf',
        sha256,
        notes: 'from a friend at the ministry',
      },
      { ...newSource('s2', 'Ada Field'), terms: 'off-the-record' },
    ],
    quotations: [newQuotation('q1', 's1'), newQuotation('q2', 's2')],
  },
  p(quote('q1', '“The wall will not hold,”'), ' it says. ', quote('q2', '“It will not,”'), ' she said.'),
);

let desk: string;
beforeEach(() => {
  desk = temporaryFolder();
  mkdirSync(join(desk, 'tides'));
  writeFileSync(join(desk, 'tides', 'article.json'), serialiseArticle(story));
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

it('the command line writes the source sheet, off the record or not: it is not for publication', async () => {
  const out = join(desk, 'sheet.html');
  const words = ['export', join(desk, 'tides'), '--to', 'source-sheet', '--out', out];
  const ended = await runCommand(words, { write: async () => {}, note: () => {} });
  expect(ended.exit).toBe(0);
  const sheet = readFileSync(out, 'utf8');
  expect(sheet).toContain('Not for publication');
  expect(sheet).toContain('Ada Field');
  for (const line of ['The flood report', 'https://example.org/report.pdf', '13 March 2026', sha256]) {
    expect(sheet).toContain(line);
  }
  expect(sheet).not.toContain('from a friend at the ministry');
  if (process.platform !== 'win32') expect(statSync(out).mode & 0o077).toBe(0);
});
