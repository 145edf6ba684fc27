import { promises as fs } from 'node:fs';
import { isJsonObject } from '../../shared/base/json';
import { check } from './check';
import { type Command, callIsWrong, done, type Outcome, type Output } from './command';
import { exportCommand } from './export';
import { importCommand } from './import';
import { places } from './places';
import { quotes } from './quotes';

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  check,
  quotes,
  places,
};

const help = [
  'Standfirst, an offline newsroom editor. Commands:',
  ...Object.values(commands).map(({ usage }) => `  standfirst ${usage}`),
  '  standfirst --help | --version',
  'Exit codes: 0 done, 1 the content is at fault, 2 the call is wrong, 3 the file system refused.',
  '',
].join('\n');

/** The number of this version; the file lies two folders above the sources and the built file alike. */
async function version(): Promise<string> {
  const parsed: unknown = JSON.parse(
    await fs.readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return isJsonObject(parsed) && typeof parsed.version === 'string' ? parsed.version : '';
}

const known = Object.keys(commands).join(', ');
const asksForHelp = (word: string): boolean => word === '--help' || word === '-h';

/** Runs the command that the words of a call name; `words` are those after the program's name. */
export async function runCommand([name, ...words]: readonly string[], output: Output): Promise<Outcome> {
  if (name === undefined) {
    return callIsWrong(`name a command, one of ${known}; "standfirst --help" shows how to call them`);
  }
  if (asksForHelp(name) || name === 'help') {
    await output.write(help);
    return done;
  }
  if (name === '--version') {
    await output.write(`${await version()}\n`);
    return done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return callIsWrong(`there is no command "${name}"; use one of ${known}`);
  // What stands behind "--" are names of files.
  const end = words.indexOf('--');
  if (words.slice(0, end < 0 ? words.length : end).some(asksForHelp)) {
    await output.write(`standfirst ${command.usage}\n`);
    return done;
  }
  return command.run(words, output);
}
