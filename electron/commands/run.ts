import { promises as fs } from 'node:fs';
import { isJsonObject } from '../../shared/base/json';
import { check } from './check';
import { type Command, done, type Outcome, type Output } from './command';
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

/** Runs the command that the words of a call name; `words` are those after the program's name. */
export async function runCommand([name, ...words]: readonly string[], output: Output): Promise<Outcome> {
  if (name === '--version') {
    await output.write(`${await version()}\n`);
    return done;
  }
  const asksForHelp = name === 'help' || [name, ...words].some((word) => word === '--help' || word === '-h');
  if (name === undefined || asksForHelp) {
    await output.write(help);
    return asksForHelp ? done : { exit: 2, message: null };
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const known = Object.keys(commands).join(', ');
    return { exit: 2, message: `there is no command "${name}"; use one of ${known}` };
  }
  return command.run(words, output);
}
