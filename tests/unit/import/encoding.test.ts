import { describe, expect, it } from 'vitest';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { importDocument } from '../../../shared/import';
import { decodeHtml, decodeText } from '../../../shared/import/encoding';
import { detectFormat } from '../../../shared/import/format';
import { importRefusalSentence } from '../../../shared/import/import-refusal';

const words = 'Zoë said “10 €” – naïve';
const utf8 = new TextEncoder().encode(words);
const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};
const bytesOf = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('the bytes of a text', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', bytesOf([0xef, 0xbb, 0xbf], utf8), 'utf-8'],
    ['UTF-16 little end first', bytesOf([0xff, 0xfe], utf16(words, true)), 'utf-16le'],
    ['UTF-16 big end first', bytesOf([0xfe, 0xff], utf16(words, false)), 'utf-16be'],
    ['UTF-16 without a mark', utf16(words, true), 'utf-16le'],
    [
      'Windows-1252',
      bytesOf([
        0x5a, 0x6f, 0xeb, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20, 0x93, 0x31, 0x30, 0x20, 0x80, 0x94, 0x20, 0x96,
        0x20, 0x6e, 0x61, 0xef, 0x76, 0x65,
      ]),
      'windows-1252',
    ],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: words, encoding } });
  });

  it('may name their encoding in HTML', () => {
    const html = bytesOf(new TextEncoder().encode('<meta charset="iso-8859-2"><p>'), [0xb1]);
    const decoded = decodeHtml(html);
    expect(decoded.ok && decoded.value.text.endsWith('ą')).toBe(true);
  });

  it('of a picture are no text', () => {
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toEqual({
      ok: false,
      error: { code: 'not-text' },
    });
  });
});

describe('the format', () => {
  it.each([
    ['a.docx', 'PK\u0003\u0004', 'docx'],
    ['a', 'PK\u0003\u0004', 'docx'],
    ['a.odt', 'PK\u0003\u0004', 'odt'],
    ['a.HTM', '<p>x', 'html'],
    ['a', '<!DOCTYPE html><p>', 'html'],
    ['a.md', '# x', 'md'],
    ['a.txt', 'x', 'text'],
    ['a.doc', '{\\rtf1', 'rtf'],
    ['a.txt', '%PDF-1.7', 'pdf'],
  ])('%s that begins with %j is %s', (name, start, format) => {
    expect(detectFormat(name, new TextEncoder().encode(start))).toBe(format);
  });
});

describe('a refusal', () => {
  const refusalOf = (name: string, bytes: Uint8Array): string => {
    const result = importDocument(
      { name, bytes, from: 'auto' },
      { desk: defaultDeskSettings, ids: () => 'id', localPicture: () => null, progress: () => undefined },
    );
    return result.ok ? 'read' : importRefusalSentence(result.error, name);
  };

  it.each([
    ['a.txt', new Uint8Array(), 'a.txt is empty: there is nothing to import.'],
    ['a.txt', new TextEncoder().encode(' \n\n '), 'a.txt is empty: there is nothing to import.'],
    ['a.png', new Uint8Array([0x89, 0, 1]), 'a.png is not a text: choose a .docx, .html, .md or .txt file.'],
    [
      'a.docx',
      new TextEncoder().encode('Dear desk'),
      'a.docx is not a Word document (.docx), or it was cut off. Open it in Word or LibreOffice and save it again.',
    ],
    [
      'a.pdf',
      new TextEncoder().encode('%PDF-1.7'),
      'a.pdf is a PDF, which holds printed pages and not text; copy the text out of it and paste it.',
    ],
  ])('of %s says what to do', (name, bytes, sentence) => {
    expect(refusalOf(name, bytes)).toBe(sentence);
  });
});
