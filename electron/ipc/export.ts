import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result';
import { sourceSheetEnding } from '../../shared/export/source-sheet-name';
import { previewAddress } from '../../shared/ipc/addresses';
import type { Handlers } from '../../shared/ipc/contract';
import type { PrintFailure } from '../../shared/ipc/failures';
import { type Delivered, deliver, takenNames } from '../desk/deliver';
import type { Dialogs } from '../windows/dialogs';
import type { Previews } from '../windows/previews';

/** The ways onto paper of a page that lies at an address of ours. */
export interface Paper {
  readonly print: (address: string) => Promise<Result<{ printed: boolean }, PrintFailure>>;
  readonly pdf: (address: string) => Promise<Result<{ bytes: Uint8Array }, PrintFailure>>;
}

/** Answers the calls that write exports where the writer says. */
export function exportHandlers(dialogs: Dialogs, previews: Previews, paper: Paper): Pick<Handlers, 'export'> {
  /** The folder that was chosen last for several articles. */
  let chosen: { readonly place: string; readonly folder: string } | null = null;

  const asDelivered = (file: {
    readonly name: string;
    readonly content: string | Uint8Array;
  }): Delivered => ({
    ...file,
    staysAtDesk: file.name.endsWith(sourceSheetEnding),
  });

  async function intoOneFile(file: Delivered) {
    const path = await dialogs.chooseSavePath(file.name);
    if (path === null) return ok(null);
    // The dialog itself has asked about a file that is replaced.
    return deliver(dirname(path), [{ ...file, name: basename(path) }], { replace: true });
  }

  async function intoFolder(files: readonly Delivered[]) {
    const folder = await dialogs.chooseFolder('Choose a folder for the export', 'Export here');
    if (folder === null) return ok(null);
    const taken = await takenNames(
      folder,
      files.map(({ name }) => name),
    );
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
    return deliver(folder, files, { replace: true });
  }

  return {
    export: {
      write: async (given) => {
        const files = given.files.map(asDelivered);
        const [only, ...others] = files;
        if (!only) return ok({ paths: [] });
        return others.length === 0 ? intoOneFile(only) : intoFolder(files);
      },
      async choosePlace({ names }) {
        const folder = await dialogs.chooseFolder('Choose a folder for the articles', 'Write here');
        if (folder === null) return ok(null);
        const taken = await takenNames(folder, names);
        if (!taken.ok) return taken;
        chosen = { place: randomUUID(), folder };
        return ok({ place: chosen.place, path: folder, taken: taken.value });
      },
      deliver: async ({ place, files, replace }) =>
        chosen?.place === place
          ? deliver(chosen.folder, files.map(asDelivered), { replace })
          : fail({ code: 'no-place' as const }),
      print: (page) => paper.print(previewAddress(previews.keep(page))),
      pdf: (page) => paper.pdf(previewAddress(previews.keep(page))),
      preview: (page) => ok({ url: previewAddress(previews.keep(page)) }),
    },
  };
}
