import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { installFallback } from '../../../electron/runtime/fallback';

/** Installs the fallback described on standard input and kills itself on entering the stage named first. */
const [fatalStage, tarball = ''] = process.argv.slice(2);
const { here, fallback } = JSON.parse(await text(process.stdin));
await installFallback({
  here,
  fallback,
  signal: new AbortController().signal,
  onStage: (stage) => {
    if (stage === fatalStage) process.kill(process.pid, 'SIGKILL');
  },
  download: async (workshop) => {
    const path = join(workshop, 'other-1.0.0.tgz');
    await copyFile(tarball, path);
    return path;
  },
});
