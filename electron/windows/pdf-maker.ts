/** How far into a PDF what it says of itself is looked for, in bytes: Chromium writes it first. */
const head = 20_000;

/** The entry that names the program in which a document was made (ISO 32000-1, table 317), as text or in hexadecimal. */
const creator = /\/Creator (?:\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f]*>)/;

const maker = '/Creator (Standfirst)';

/**
 * The PDF without Chromium's word on the machine it was made on: its system, its processor and the versions of all that runs. Every
 * byte stays where it was, since a PDF counts them.
 */
export function withoutMachine(pdf: Uint8Array): Uint8Array {
  const found = creator.exec(Buffer.from(pdf.subarray(0, head)).toString('latin1'));
  if (!found || found[0].length < maker.length) return pdf;
  const named = pdf.slice();
  named.set(Buffer.from(maker.padEnd(found[0].length), 'latin1'), found.index);
  return named;
}
