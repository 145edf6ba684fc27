import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Source } from '../../shared/article/source';
import type { OpenElsewhere } from '../../shared/ipc/desk-entries';
import { on } from '../bridge/standfirst';
import { INSERT_PICTURES_COMMAND } from '../editor/clipboard';
import { EditorPage } from '../editor/EditorPage';
import { drawnSections, sectionDrawn } from '../editor/sections/section-elements';
import { strings } from '../strings/en';
import { useAnnouncement } from '../ui/announce';
import { behindTheStart } from '../ui/first-frame';
import { Later, part } from '../ui/later';
import { AlsoOpen } from './AlsoOpen';
import styles from './App.module.css';
import type { Performers } from './actions';
import { narrowWindow, openDialog, useWindow } from './desk-state';
import { keepFocus } from './keep-focus';
import { useLook } from './look';
import { StatusBar } from './StatusBar';
import { followKeys } from './shortcuts';
import { TopBar } from './TopBar';
import { leavePane } from './view-actions';
import type { Workspace } from './workspace';

// What a first keystroke does not need is not in the bundle that the window starts with. It is fetched when the window
// is idle after the article was drawn, so that a dialog is there before the next key of whoever called it.
const parts = {
  library: part(() => import('../library/LibraryPane').then((loaded) => loaded.LibraryPane)),
  dialogs: part(() => import('./Dialogs').then((loaded) => loaded.Dialogs)),
  finding: part(() => import('./Finding').then((loaded) => loaded.Finding)),
  strip: part(() => import('../sources/SpeakerStrip').then((loaded) => loaded.SpeakerStrip)),
  drop: part(() => import('./FileDrop').then((loaded) => loaded.FileDrop)),
  inspector: part(() => import('./Inspector').then((loaded) => loaded.Inspector)),
  preview: part(() => import('./Preview').then((loaded) => loaded.Preview)),
  suggesting: part(() => import('./Suggesting').then((loaded) => loaded.Suggesting)),
};
// Without a desk there is nothing to write on yet.
const deskChoice = part(() => import('./DeskChoice').then((loaded) => loaded.DeskChoice));
const firstStart = part(() => import('./FirstStart').then((loaded) => loaded.FirstStart));
const articleProblem = part(() => import('./ArticleProblem').then((loaded) => loaded.ArticleProblem));
const noArticle = part(() => import('./NoArticle').then((loaded) => loaded.NoArticle));
const notices = part(() => import('../versions/Notices').then((loaded) => loaded.Notices));

interface AppProps {
  readonly workspace: Workspace;
  readonly performers: Performers;
}

const followWidth = (changed: () => void) => {
  narrowWindow.addEventListener('change', changed);
  return () => narrowWindow.removeEventListener('change', changed);
};

/** The window: library, page, inspector; bars above and below. */
export function App({ workspace, performers }: AppProps) {
  const start = useWindow((state) => state.start);
  const desk = useWindow((state) => state.desk);
  const preferences = useWindow((state) => state.preferences);
  const finding = useWindow((state) => state.finding);
  const suggesting = useWindow((state) => state.suggesting);
  const inspectorOver = useWindow((state) => state.inspectorOver);
  const narrow = useSyncExternalStore(followWidth, () => narrowWindow.matches);
  const deskProblem = useWindow((state) => state.deskProblem);
  const preview = useWindow((state) => state.preview);
  const arriving = useWindow((state) => state.arriving);
  const fullScreen = useWindow((state) => state.fullScreen);
  const libraryOver = useWindow((state) => state.libraryOver);
  const libraryFolded = fullScreen ? !libraryOver : (preferences?.libraryFolded ?? false);
  const inspectorFolded = narrow || fullScreen ? !inspectorOver : (preferences?.inspectorFolded ?? false);
  const kind = workspace.session.use((state) => state.kind);
  const announcement = useAnnouncement((state) => state.text);
  const platform = start?.platform ?? 'linux';

  // On a desk without articles there is nothing to wait for.
  const settled = useSettled(start !== null);
  useLayoutEffect(() => followKeys(performers, platform), [performers, platform]);
  useEffect(
    () =>
      on('actionChosen', ({ action }) => {
        // The system's menu touches the page without a key or a click in it.
        workspace.editor.body.finish();
        performers[action]?.();
      }),
    [workspace, performers],
  );
  useEffect(() => keepFocus(workspace), [workspace]);
  useLook(workspace.editor, preferences);

  if (!start || !preferences) return <div className={styles.window} />;
  if (!desk) {
    return start.firstStart && !deskProblem ? (
      <Later part={firstStart} workspace={workspace} proposed={start.deskPath} />
    ) : (
      <Later part={deskChoice} workspace={workspace} start={start} />
    );
  }

  return (
    <div
      className={styles.window}
      data-library={libraryFolded ? 'folded' : 'open'}
      data-inspector={inspectorFolded ? 'folded' : 'open'}
    >
      <TopBar performers={performers} session={workspace.session} platform={platform} />
      {libraryFolded ? null : (
        <aside className={styles.library} aria-label={strings.library.title} onKeyDown={leavePane(workspace)}>
          <LibraryPaneOf workspace={workspace} />
        </aside>
      )}
      <main className={styles.page} aria-busy={arriving}>
        <NoticesOf />
        <AlsoOpen session={workspace.session} />
        {kind === 'open' && finding ? (
          <Later
            part={parts.finding}
            workspace={workspace}
            replacing={finding === 'replace'}
            onClose={() => useWindow.setState({ finding: null })}
          />
        ) : null}
        {kind === 'open' && suggesting ? (
          <Later
            part={parts.suggesting}
            workspace={workspace}
            onClose={() => useWindow.setState({ suggesting: false })}
          />
        ) : null}
        {kind === 'problem' ? <Later part={articleProblem} workspace={workspace} /> : null}
        {kind === 'none' ? <Later part={noArticle} performers={performers} /> : null}
        {kind === 'open' && preview ? <Later part={parts.preview} workspace={workspace} /> : null}
        <div className={styles.scroll} hidden={kind !== 'open'} inert={preview} data-scroll>
          <EditorPage
            editor={workspace.editor}
            session={workspace.session}
            onTag={() => performers['quote.tag']?.()}
            onLink={() => performers['format.link']?.()}
            onHeadline={workspace.nameFolder}
          />
          {settled ? <StripOf workspace={workspace} /> : null}
        </div>
      </main>
      {inspectorFolded ? null : (
        <aside
          className={styles.inspector}
          aria-label={strings.inspector.region}
          onKeyDown={leavePane(workspace)}
        >
          <Later part={parts.inspector} workspace={workspace} />
        </aside>
      )}
      <StatusBar session={workspace.session} />
      {settled ? (
        <>
          <Later part={parts.dialogs} workspace={workspace} performers={performers} platform={platform} />
          <DropOf workspace={workspace} />
        </>
      ) : null}
      <div className="visually-hidden" role="log" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}

/** True once the window has drawn what it shows first and is idle; the parts that can wait are fetched then. */
function useSettled(shown: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!shown) return;
    return behindTheStart(() => {
      for (const each of Object.values(parts)) void each.fetch();
      setSettled(true);
    });
  }, [shown]);
  return settled;
}

/** Other states of the writer's words; rarely there, so its code is not in the start. */
function NoticesOf() {
  const copies = useWindow((state) => state.conflictCopies);
  const recovered = useWindow((state) => state.recovered);
  if (copies.length === 0 && recovered.length === 0) return null;
  return (
    <Later
      part={notices}
      copies={copies}
      recovered={recovered}
      onCopy={(copy) => openDialog({ kind: 'conflict-copy', copy })}
      onRecovered={(words) => openDialog({ kind: 'recovered', recovered: words })}
    />
  );
}

/** Who else has articles open, in words, by folder. */
function alsoOpenWords(elsewhere: readonly OpenElsewhere[]): ReadonlyMap<string, string> {
  const slugs = new Set(elsewhere.map(({ slug }) => slug));
  return new Map(
    [...slugs].map((slug) => [slug, strings.alsoOpen(elsewhere.filter((each) => each.slug === slug))]),
  );
}

function LibraryPaneOf({ workspace }: { readonly workspace: Workspace }) {
  const entries = useWindow((state) => state.entries);
  const reading = useWindow((state) => state.reading);
  const desk = useWindow((state) => state.desk?.path ?? '');
  const openSlug = workspace.session.use((state) => (state.kind === 'none' ? null : state.slug));
  const elsewhere = useWindow((state) => state.elsewhere);
  const alsoOpen = useMemo(() => alsoOpenWords(elsewhere), [elsewhere]);
  return (
    <Later
      part={parts.library}
      desk={desk}
      entries={entries}
      reading={reading}
      openSlug={openSlug}
      alsoOpen={alsoOpen}
      onPress={workspace.session.expect}
      onOpen={workspace.openArticle}
    />
  );
}

const noSources: readonly Source[] = [];

function StripOf({ workspace }: { readonly workspace: Workspace }) {
  const { session, editor } = workspace;
  const sources = session.use((state) => (state.kind === 'open' ? state.head.sources : noSources));
  const body = useCallback(() => editor.lexical.getRootElement(), [editor]);
  const goTo = useCallback(
    (quoteId: string) =>
      void import('./tagging').then(({ goToQuotation }) => goToQuotation(editor.lexical, quoteId)),
    [editor],
  );
  return (
    <Later
      part={parts.strip}
      sources={sources}
      body={body}
      drawn={drawnSections}
      redrawn={sectionDrawn}
      onGoTo={goTo}
    />
  );
}

function DropOf({ workspace }: { readonly workspace: Workspace }) {
  const documents = useCallback(
    (files: readonly File[]) =>
      void import('./import-work').then(({ importDropped }) => importDropped(workspace, files)),
    [workspace],
  );
  const pictures = useCallback(
    (files: readonly File[], point: { readonly x: number; readonly y: number }) =>
      void workspace.editor.lexical.dispatchCommand(INSERT_PICTURES_COMMAND, { files, point }),
    [workspace],
  );
  return <Later part={parts.drop} onDocuments={documents} onPictures={pictures} />;
}
