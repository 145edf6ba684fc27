import type { Block } from '../../../shared/article/block';
import { type HtmlReading, readHtml } from '../../../shared/import/html';
import type { ReadHtmlOptions } from '../../../shared/import/html/reading';

/** Options of a test: stable identifiers, nothing on disk. */
export function testOptions(changes: Partial<ReadHtmlOptions> = {}): ReadHtmlOptions {
  let count = 0;
  return {
    purpose: 'paste',
    cleanLinks: true,
    ids: () => {
      count += 1;
      return `id-${count}`;
    },
    localPicture: () => null,
    progress: () => undefined,
    ...changes,
  };
}

/** Reads HTML that must be readable. */
export function reading(html: string, changes: Partial<ReadHtmlOptions> = {}): HtmlReading {
  const read = readHtml(html, testOptions(changes));
  if (!read.ok) throw new Error(`refused: ${read.error.code}`);
  return read.value;
}

/** The blocks of pasted HTML. */
export const pasted = (html: string): readonly Block[] => reading(html).blocks;
