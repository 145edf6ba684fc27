import { createHash } from 'node:crypto';

/** The SHA-256 of the bytes (of a text: of its UTF-8), in lower-case hexadecimal. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
