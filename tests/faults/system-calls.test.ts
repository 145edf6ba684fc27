import { existsSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryName } from '../../electron/desk/safe-write';
import { temporaryFolder } from '../builders/folders';
import { errorsOfTheSystem } from './amounts';
import { needs, skipFor } from './machine';
import { fileOn, layStory, type Saver, standingOn, startSaver } from './saver-process';
import { slug } from './story';
import { traced, tracedCalls } from './tracer';

/** What the writer is told for each error of the system. */
const codes: Readonly<Record<(typeof errorsOfTheSystem)[number], string>> = {
  EIO: 'io',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EROFS: 'read-only',
};

interface Scene {
  readonly desk: string;
  readonly saver: Saver;
  /** Saves the next version with a temporary file whose name is known. */
  readonly next: () => { version: number; name: string; paths: readonly string[] };
  readonly end: () => Promise<void>;
}

async function scene(): Promise<Scene> {
  const desk = temporaryFolder();
  layStory(desk, 1);
  const saver = await startSaver(desk, 'store');
  let version = 1;
  return {
    desk,
    saver,
    next() {
      version += 1;
      const name = version.toString(16).padStart(16, '0');
      const temporary = join(desk, slug, `.standfirst-${name}.tmp`);
      return { version, name, paths: [desk, join(desk, slug), fileOn(desk), temporary] };
    },
    end: async () => {
      await saver.kill();
      rmSync(desk, { recursive: true, force: true });
    },
  };
}

const beside = (desk: string) => readdirSync(join(desk, slug)).filter((name) => name !== 'article.json');

it('every system call of a save may fail, once or from there on, and no word is lost', async (context) => {
  skipFor(context, needs.strace());
  const { desk, saver, next, end } = await scene();
  try {
    const plain = next();
    const log = join(desk, 'trace');
    await traced(saver.pid, plain.paths, { log }, () => saver.save(plain.version, plain.name));
    const calls = tracedCalls(log);
    rmSync(log);
    console.log(`A save makes ${calls.length} system calls: ${calls.map(({ name }) => name).join(', ')}`);
    const rename = calls.findIndex(({ name }) => name.startsWith('rename'));
    expect(rename).toBeGreaterThan(0);
    expect(calls.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['openat', 'write', 'fsync', 'close', 'rename']),
    );

    let [told, unharmed] = [0, 0];
    for (const error of errorsOfTheSystem) {
      for (const place of calls.keys()) {
        for (const forEver of [false, true]) {
          const what = `${error} at call ${place + 1}${forEver ? ' and ever after' : ''}: ${calls[place]?.line}`;
          const before = standingOn(desk);
          const tried = next();
          const inject = { error, calls, place, forEver };
          const failure = await traced(saver.pid, tried.paths, { inject }, () =>
            saver.save(tried.version, tried.name),
          );
          const stands = standingOn(desk);
          const isNew = { kind: 'whole', version: tried.version };
          if (failure === null) {
            // Success is claimed: then the whole of the new version must be there, durably.
            unharmed += 1;
            expect(stands, what).toEqual(isNew);
          } else {
            told += 1;
            expect(failure, what).toBe(codes[error]);
            // A failure after the rename leaves the new version, which is not called saved.
            expect(stands, what).toEqual(place > rename ? isNew : before);
            if (!forEver) expect(beside(desk), what).toEqual([]);
          }
          const later = next();
          expect(await saver.save(later.version, later.name), `the save after ${what}`).toBeNull();
          expect(standingOn(desk), `the save after ${what}`).toEqual({
            kind: 'whole',
            version: later.version,
          });
          for (const name of beside(desk)) {
            expect(name, what).toMatch(temporaryName);
            unlinkSync(join(desk, slug, name));
          }
        }
      }
    }
    console.log(
      `${told + unharmed} saves with failing system calls (${errorsOfTheSystem.join(', ')}; once and for ever): ` +
        `${told} told as a failure with the old file or the new one whole, ${unharmed} saved all the same; ` +
        `every next save worked`,
    );
    expect(told).toBeGreaterThan(calls.length);
  } finally {
    await end();
  }
});

it('the folder may go while an article is being saved: that is told, and nothing is made in its place', async () => {
  const { desk, saver, next, end } = await scene();
  try {
    rmSync(join(desk, slug), { recursive: true });
    expect(await saver.save(next().version)).toBe('orphan');
    expect(existsSync(join(desk, slug))).toBe(false);
    rmSync(desk, { recursive: true });
    expect(await saver.save(next().version)).toBe('vanished');
    expect(existsSync(desk)).toBe(false);
  } finally {
    await end();
  }
});
