import { useState } from 'react';
import { standfirst } from '../bridge/standfirst';
import { ExportDialog } from '../export/ExportDialog';
import { SendOutDialog } from '../export/SendOutDialog';
import { afterFrame } from '../ui/later';
import { closeDialog, useWindow } from './desk-state';
import { showPlace } from './show-place';
import type { Workspace } from './workspace';

/* The dialogs by which articles leave the desk. */

/** Hands over the open article as it stood when this was opened. */
export function Exporting({ workspace }: { readonly workspace: Workspace }) {
  const desk = useWindow((state) => state.desk);
  const [article] = useState(() => workspace.session.article());
  if (!desk || !article) return null;
  return (
    <ExportDialog
      client={standfirst}
      article={article}
      desk={desk.settings}
      // A version that cannot be kept is no reason to hold up what has to go out.
      onDepart={async () => {
        if (await workspace.session.flush())
          await standfirst.versions.take({
            slug: article.slug,
            reason: 'before-export',
            name: null,
            hash: null,
          });
      }}
      onShow={(place) => {
        closeDialog();
        // The dialog gives the keyboard back first.
        void afterFrame().then(() => showPlace(workspace, place));
      }}
      onClose={closeDialog}
    />
  );
}

/** Hands over several articles of the list. */
export function SendingOut({ workspace }: { readonly workspace: Workspace }) {
  const desk = useWindow((state) => state.desk);
  const entries = useWindow((state) => state.entries);
  if (!desk) return null;
  return (
    <SendOutDialog
      client={standfirst}
      entries={entries}
      desk={desk.settings}
      flush={() => workspace.session.flush()}
      onOpen={(slug) => {
        closeDialog();
        void workspace.openArticle(slug);
      }}
      onClose={closeDialog}
    />
  );
}
