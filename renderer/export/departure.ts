import type { ExportedFile } from '../../shared/export/formats';
import { type Departure, type LeftFile, manifestInWords } from '../../shared/export/manifest';

/** A file as it is handed to the main process. */
export interface Written {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

async function left({ name, mediaType, content }: Written): Promise<LeftFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { path: name, mediaType, size: bytes.length, sha256 };
}

/** What left the desk: as a record, and in words for the end of an export. */
export interface Left {
  readonly words: string;
  readonly departure: Departure;
}

/** The record of an export that was written just now. */
export async function departure(
  written: readonly Written[],
  exported: Pick<Departure, 'omitted' | 'slug' | 'format' | 'audience'>,
): Promise<Left> {
  const files = await Promise.all(written.map(left));
  const { slug, format, audience, omitted } = exported;
  const record = { slug, at: new Date().toISOString(), format, audience, files, omitted };
  return { words: manifestInWords(record), departure: record };
}

/** An exported text as it will be written. */
export const asWritten = ({ name, mediaType, text }: ExportedFile): Written => ({
  name,
  mediaType,
  content: text,
});
