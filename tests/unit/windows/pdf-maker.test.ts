import { expect, it } from 'vitest';
import { withoutMachine } from '../../../electron/windows/pdf-maker';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

it('takes the machine out of a PDF without moving a byte', () => {
  const before = '%PDF-1.4\n<</Title (On \\(/Creator\\) \\\\)\n';
  const pdf = bytesOf(
    `${before}/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome/130 \\\\)\n/Producer (Skia)>>\n`,
  );
  const named = textOf(withoutMachine(pdf));
  expect(named).toMatch(
    /\/Title \(On \\\(\/Creator\\\) \\\\\)\n\/Creator \(Standfirst\) +\n\/Producer \(Skia\)>>\n$/,
  );
  expect(named).toHaveLength(pdf.length);
  expect(textOf(withoutMachine(bytesOf('<</Creator <FEFF004D006F007A0069006C006C0061>>>')))).toMatch(
    /^<<\/Creator \(Standfirst\) +>>$/,
  );
});

it('leaves a PDF alone that names nothing', () => {
  const pdf = bytesOf('%PDF-1.4\n<</Producer (Skia)>>');
  expect(withoutMachine(pdf)).toBe(pdf);
});
