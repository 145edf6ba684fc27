import { createHash, type Hash } from 'node:crypto';

/** The SHA-256 of the bytes (of a text: of its UTF-8), in lower-case hexadecimal. */
export const contentHash = (content: string | Uint8Array): string =>
  contentHasher().update(content).digest('hex');

/** The same sum for content that comes piece by piece. */
export const contentHasher = (): Hash => createHash('sha256');
