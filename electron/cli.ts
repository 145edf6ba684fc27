#!/usr/bin/env node
import type { Output } from './commands/command';
import { printable } from './commands/printable';
import { runCommand } from './commands/run';

/* The command line, on plain Node: the same functions as the window, for pipelines. */

const output: Output = {
  write: (content) =>
    new Promise((resolve, reject) => {
      process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
    }),
  note: (line) => console.error(`standfirst: ${printable(line.replace(/\s*\n\s*/g, ' '))}`),
};

// The reader of the pipe has seen enough (`| head`): there is nobody left to write for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 3);
});

const outcome = await runCommand(process.argv.slice(2), output);
if (outcome.exit !== 0 && outcome.message !== null) output.note(outcome.message);
process.exitCode = outcome.exit;
