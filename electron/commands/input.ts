import { createReadStream, promises as fs } from 'node:fs';
import type { Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { attempt } from '../desk/file-failure';

/** The name that means standard input or output. */
export const standardStream = '-';

/** The bytes of a file, or of standard input for "-". */
export const readInput = (path: string): Promise<Result<Buffer, FileFailure>> =>
  attempt(path, () => (path === standardStream ? readAll(process.stdin) : fs.readFile(path)));

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The lines of a file (or of standard input for "-") one by one, without line ends, so that a file of any size fits. Only a
 * line feed ends a line: node:readline also breaks at U+2028, which may stand inside a JSON string.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const stream: AsyncIterable<Buffer> = path === standardStream ? process.stdin : createReadStream(path);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    for (const line of parts) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** The text of UTF-8 bytes without a byte order mark; bytes that are no text become U+FFFD. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
