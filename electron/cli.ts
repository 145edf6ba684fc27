#!/usr/bin/env node
import { check } from './commands/check';
import type { Command, Outcome, Output } from './commands/command';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { places } from './commands/places';
import { quotes } from './commands/quotes';

/* The command line, on plain Node: the same functions as the window, for pipelines. */

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

const output: Output = {
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    }),
  note: (line) => console.error(`standfirst: ${line.replace(/\s*\n\s*/g, ' ')}`),
};

// The reader of the pipe has seen enough (`| head`): there is nobody left to write for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 3);
});

async function run([name, ...words]: readonly string[]): Promise<Outcome> {
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

const outcome = await run(process.argv.slice(2));
if (outcome.exit !== 0 && outcome.message !== null) {
  output.note(outcome.message);
}
process.exitCode = outcome.exit;
