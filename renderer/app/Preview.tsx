import { useEffect, useMemo } from 'react';
import { on, standfirst } from '../bridge/standfirst';
import { PreviewPane } from '../export/PreviewPane';
import { useDocument } from '../session/document';
import { useWindow } from './desk-state';
import { showPreview } from './view-actions';
import type { Workspace } from './workspace';

/** The preview in place of the page, following what is changed meanwhile; Escape leads back to the page. */
export function Preview({ workspace }: { readonly workspace: Workspace }) {
  const desk = useWindow((state) => state.desk);
  const width = useWindow((state) => state.preferences?.previewWidth ?? 'desktop');
  const head = workspace.session.use((state) => (state.kind === 'open' ? state.head : null));
  const body = useDocument((state) => state.body);
  // Read anew whenever head or body have changed.
  const article = useMemo(() => (head && body ? workspace.session.article() : null), [workspace, head, body]);
  const isShown = article !== null && desk !== null;
  useEffect(() => {
    if (!isShown) showPreview(workspace, false);
  }, [workspace, isShown]);
  // The frame keeps the keys pressed in it to itself; the main process hears this one all the same.
  useEffect(
    () =>
      on('escapePressed', () => {
        if (document.activeElement instanceof HTMLIFrameElement) showPreview(workspace, false);
      }),
    [workspace],
  );
  if (!isShown) return null;
  return (
    <PreviewPane
      client={standfirst}
      article={article}
      desk={desk.settings}
      width={width}
      onWidth={(previewWidth) => workspace.changePreferences({ previewWidth })}
      onClose={() => showPreview(workspace, false)}
    />
  );
}
