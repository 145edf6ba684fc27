import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockCodec } from '../../../shared/article/block';
import { decodeWith, list } from '../../../shared/base/codec';
import { reading } from './reading';

/*
 * What editors, mail programs and web pages put on the clipboard, each with the blocks it must become beside it. The
 * texts are invented; the shapes are those of the programs the file names name. LibreOffice 7.4 itself wrote the files
 * called libreoffice-7, with the HTML filter that fills its clipboard.
 */
const folder = join(import.meta.dirname, '../../fixtures/clipboard');
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));

describe('the clipboard of', () => {
  it.each(samples)('%s', (sample) => {
    const html = readFileSync(join(folder, `${sample}.html`), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(join(folder, `${sample}.json`), 'utf8'));
    const { blocks, findings } = reading(html);
    expect({ blocks, findings: findings.map(({ code, count }) => `${code} ${count}`) }).toEqual(expected);
    expect(decodeWith(list(blockCodec), JSON.parse(JSON.stringify(blocks))).ok).toBe(true);
  });

  it('has at least forty samples', () => {
    expect(samples.length).toBeGreaterThanOrEqual(40);
  });
});
