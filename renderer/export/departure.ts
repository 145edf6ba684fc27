import type { Exported, ExportedFile } from '../../shared/export/formats';
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

/** What left the desk, for the end of an export: in words, and file by file with size and SHA-256. */
export async function departure(
  written: readonly Written[],
  exported: Pick<Exported, 'omitted'> & {
    readonly slug: string;
    readonly format: string;
    readonly audience: Departure['audience'];
  },
): Promise<{ readonly words: string; readonly files: readonly LeftFile[] }> {
  const files = await Promise.all(written.map(left));
  const { slug, format, audience, omitted } = exported;
  const words = manifestInWords({ slug, at: new Date().toISOString(), format, audience, files, omitted });
  return { words, files };
}

/** An exported text as it will be written. */
export const asWritten = ({ name, mediaType, text }: ExportedFile): Written => ({
  name,
  mediaType,
  content: text,
});
