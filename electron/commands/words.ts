import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/base/result';
import { callIsWrong, type Outcome } from './command';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The words of a call, sorted: values of options, and the rest in order. */
export interface ParsedWords {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** Sorts the words of a call by the options a command knows; anything else is a wrong call. */
export function parseWords(
  words: readonly string[],
  options: Options,
  usage: string,
): Result<ParsedWords, Outcome> {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return ok({ values: values as ParsedWords['values'], positionals });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const reason = error.message.split(/[.\n]/)[0] ?? '';
    return fail(callIsWrong(`${reason}. Call it as: standfirst ${usage}`));
  }
}

/** `given` as one of `allowed`, or undefined. */
export const oneWord = <Word extends string>(
  allowed: readonly Word[],
  given: string | boolean | undefined,
): Word | undefined => allowed.find((word) => word === given);
