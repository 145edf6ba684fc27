import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/base/result';
import { previewAddress } from '../../shared/ipc/addresses';
import type { Handlers } from '../../shared/ipc/contract';
import type { FileFailure, PrintFailure } from '../../shared/ipc/failures';
import { attempt, errnoOf } from '../desk/file-failure';
import { makeFolders } from '../desk/folders';
import { safeWrite } from '../desk/safe-write';
import type { Dialogs } from '../windows/dialogs';
import type { Previews } from '../windows/previews';

interface ExportedFile {
  /** A plain name, or one in the folder `media`. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What is handed over is for others to read; the system's mask may narrow it. */
const publicMode = 0o644;

/** The ways onto paper of a page that lies at an address of ours. */
export interface Paper {
  readonly print: (address: string) => Promise<Result<null, PrintFailure>>;
  readonly pdf: (address: string) => Promise<Result<{ bytes: Uint8Array }, PrintFailure>>;
}

/** Answers the calls that write exports where the writer says. */
export function exportHandlers(dialogs: Dialogs, previews: Previews, paper: Paper): Pick<Handlers, 'export'> {
  async function intoOneFile(file: ExportedFile) {
    const path = await dialogs.chooseSavePath(file.name);
    if (path === null) return ok(null);
    return written([{ path, content: file.content }]);
  }

  async function intoFolder(files: readonly ExportedFile[]) {
    const folder = await dialogs.chooseFolder('Choose a folder for the export', 'Export here');
    if (folder === null) return ok(null);
    const targets = files.map(({ name, content }) => ({ path: join(folder, name), content, name }));
    const taken = await attempt(folder, () => namesTaken(targets));
    if (!taken.ok) return taken;
    if (taken.value.length > 0) {
      const agreed = await dialogs.confirm({
        message: taken.value.length === 1 ? 'Replace the file?' : `Replace ${taken.value.length} files?`,
        detail: `${taken.value.slice(0, 10).join('\n')}\n\nalready in ${folder}`,
        yes: 'Replace',
        no: 'Cancel',
      });
      if (!agreed) return ok(null);
    }
    return written(targets);
  }

  return {
    export: {
      write: async ({ files }) => {
        const [only, ...others] = files;
        if (!only) return ok({ paths: [] });
        return others.length === 0 ? intoOneFile(only) : intoFolder(files);
      },
      print: (page) => paper.print(previewAddress(previews.keep(page))),
      pdf: (page) => paper.pdf(previewAddress(previews.keep(page))),
      preview: (page) => ok({ url: previewAddress(previews.keep(page)) }),
    },
  };
}

async function namesTaken(targets: readonly { path: string; name: string }[]): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const { path, name } of targets) {
    try {
      await fs.stat(path);
      taken.push(name);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return taken;
}

async function written(
  targets: readonly { path: string; content: string | Uint8Array }[],
): Promise<Result<{ paths: readonly string[] }, FileFailure>> {
  for (const { path, content } of targets) {
    const folder = await attempt(path, () => makeFolders(dirname(path)));
    if (!folder.ok) return folder;
    const one = await safeWrite({ path, content, mode: publicMode });
    if (!one.ok) return one;
  }
  return ok({ paths: targets.map(({ path }) => path) });
}
