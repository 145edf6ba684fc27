import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockCodec } from '../../../shared/article/block';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { decodeWith, list } from '../../../shared/base/codec';
import { importDocument } from '../../../shared/import';

/*
 * Files as LibreOffice 7.4 wrote them, of articles written for the purpose, each with what must come of it beside it:
 * the fields of the article, the findings, and what was set apart.
 */
const folder = join(import.meta.dirname, '../../fixtures/import');
const samples = readdirSync(folder).filter((file) => !file.endsWith('.json'));

function imported(file: string): unknown {
  let count = 0;
  const result = importDocument(
    { name: file, bytes: new Uint8Array(readFileSync(join(folder, file))), from: 'auto' },
    {
      desk: defaultDeskSettings,
      ids: () => {
        count += 1;
        return `id-${count}`;
      },
      localPicture: () => null,
      progress: () => undefined,
    },
  );
  if (!result.ok) throw new Error(result.error.code);
  const { fields, attachments, report } = result.value;
  expect(decodeWith(list(blockCodec), JSON.parse(JSON.stringify(fields.body))).ok).toBe(true);
  return {
    fields,
    attachments: attachments.map(({ file: name, type }) => `${name} ${type}`),
    findings: report.findings.map(({ code, count: times }) => `${code} ${times}`),
    setAside: report.setAside.map(({ text }) => text),
  };
}

describe('a file of a word processor', () => {
  it.each(samples)('%s', (file) => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
    expect(imported(file)).toEqual(expected);
  });

  it('is there in every format that can be written without a window', () => {
    expect(new Set(samples.map((file) => file.replace(/^.*\./, '')))).toEqual(
      new Set(['docx', 'html', 'xhtml']),
    );
  });
});
