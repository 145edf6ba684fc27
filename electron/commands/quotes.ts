import { isJsonObject } from '../../shared/base/json';
import { fail, ok, type Result } from '../../shared/base/result';
import { quotesAnswer } from '../../shared/quotes';
import { fileFailure } from '../desk/file-failure';
import { type Command, callIsWrong, contentAtFault, done, fileSystemRefused, type Outcome } from './command';
import { linesOf, readInput, textOf } from './input';
import { printableJson } from './printable';
import { parseWords } from './words';

const usage = 'quotes FILE|- [--jsonl]';

/** Finds quotations and their speakers in text and prints them as JSON. */
export const quotes: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(words, { jsonl: { type: 'boolean' } }, usage);
    if (!parsed.ok) return parsed.error;
    const [path, ...others] = parsed.value.positionals;
    if (path === undefined || others.length > 0) return callIsWrong(`give one file: standfirst ${usage}`);
    if (parsed.value.values.jsonl === true) return quotesOfLines(path, (line) => output.write(line));
    const bytes = await readInput(path);
    if (!bytes.ok) return fileSystemRefused(bytes.error);
    await output.write(`${printableJson(quotesAnswer(textOf(bytes.value)), 0)}\n`);
    return done;
  },
};

async function quotesOfLines(path: string, write: (line: string) => Promise<void>): Promise<Outcome> {
  let number = 0;
  try {
    for await (const line of linesOf(path)) {
      number += 1;
      if (line.trim() === '') continue;
      const read = readLine(line);
      if (!read.ok) {
        return contentAtFault(
          `${path}: line ${number} ${read.error}; each line must be {"id": …, "text": "…"}`,
        );
      }
      await write(`${printableJson({ id: read.value.id, ...quotesAnswer(read.value.text) }, 0)}\n`);
    }
    return done;
  } catch (error) {
    return fileSystemRefused(fileFailure(error, path));
  }
}

interface Line {
  readonly id: unknown;
  readonly text: string;
}

function readLine(line: string): Result<Line, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('is not JSON');
  }
  if (!isJsonObject(json) || typeof json.text !== 'string') return fail('has no "text"');
  return ok({ id: json.id ?? null, text: json.text });
}
