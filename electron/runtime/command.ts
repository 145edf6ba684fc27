import { findRuntime } from './find';
import { describeNotFound, describeRuntime, type Runtime, RuntimeProblem } from './runtime';

/**
 * The frame of every command that needs a runtime: finds it, says which, runs the work with it, and ends the process
 * with the work's exit code. A RuntimeProblem is shown as its sentence; any other error, with its stack.
 * @param work is given the runtime and the words after the script's name; answers an exit code
 */
export const runWithRuntime = async (
  work: (runtime: Runtime, words: readonly string[]) => Promise<number>,
): Promise<void> => {
  try {
    const found = findRuntime();
    if (!found.ok) throw new RuntimeProblem(describeNotFound(found.error));
    console.log(describeRuntime(found.value));
    process.exitCode = await work(found.value, process.argv.slice(2));
  } catch (cause) {
    console.error(cause instanceof RuntimeProblem ? cause.message : cause);
    process.exitCode = 1;
  }
};
