import { check } from './check';
import type { Command, Outcome, Output } from './command';
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
  'Exit codes: 0 done, 1 the content is at fault, 2 the call is wrong, 3 the file system refused.',
  '',
].join('\n');

/** Runs the command that the words of a call name; `words` are those after the program's name. */
export async function runCommand([name, ...words]: readonly string[], output: Output): Promise<Outcome> {
  if (name === undefined || name === '--help' || name === 'help') {
    await output.write(help);
    return name === undefined ? { exit: 2, message: null } : { exit: 0 };
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const known = Object.keys(commands).join(', ');
    return { exit: 2, message: `there is no command "${name}"; use one of ${known}` };
  }
  return command.run(words, output);
}
