import { spawnSync } from 'node:child_process';
import { aptCommands } from '../../electron/runtime/system-packages.mjs';

/** What the proofs use beyond what the app needs, by the command that shows that it is there. */
const tools: Readonly<Record<string, readonly string[]>> = {
  strace: ['strace'],
  gcc: ['gcc', 'libc6-dev'],
  'mkfs.ext4': ['e2fsprogs'],
};

const succeeds = (words: readonly string[], show: boolean): boolean => {
  const [command = '', ...rest] = words;
  const { status } = spawnSync(command, rest, {
    stdio: show ? 'inherit' : 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
};

/**
 * Installs with apt-get what is missing, where the machine is root's own and has apt-get, as a machine of CI. Where it
 * cannot, the proofs that need it are skipped and say so.
 */
export function fetchTools(): void {
  const missing = Object.entries(tools).filter(
    ([command]) => !succeeds(['sh', '-c', `command -v ${command}`], false),
  );
  const names = missing.flatMap(([, packages]) => packages);
  if (names.length === 0 || process.geteuid?.() !== 0 || !succeeds(['apt-get', '--version'], false)) return;
  const { update, install } = aptCommands(names, false);
  console.log(`Installing ${names.join(', ')} for the proofs.`);
  if (!succeeds(install, false)) {
    succeeds(update, false);
    succeeds(install, true);
  }
}
