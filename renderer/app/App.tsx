import { lazy, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Source } from '../../shared/article/source';
import type { OpenElsewhere } from '../../shared/ipc/desk-entries';
import { on } from '../bridge/standfirst';
import { INSERT_PICTURES_COMMAND } from '../editor/clipboard';
import { EditorPage } from '../editor/EditorPage';
import { drawnSections, sectionDrawn } from '../editor/sections/section-elements';
import { strings } from '../strings/en';
import { useAnnouncement } from '../ui/announce';
import { AlsoOpen } from './AlsoOpen';
import styles from './App.module.css';
import { ArticleProblem } from './ArticleProblem';
import { createPerformers, type Performers } from './actions';
import { narrowWindow, openDialog, useWindow } from './desk-state';
import { keepFocus } from './keep-focus';
import { useLook } from './look';
import { StatusBar } from './StatusBar';
import { followKeys } from './shortcuts';
import { TopBar } from './TopBar';
import { createWorkspace, type Workspace } from './workspace';

// What a first keystroke does not need is not in the bundle that the window starts with. It is fetched when the window
// is idle after the article was drawn, so that a dialog is there before the next key of whoever called it.
const parts = {
  library: () => import('../library/LibraryPane').then((loaded) => ({ default: loaded.LibraryPane })),
  dialogs: () => import('./Dialogs').then((loaded) => ({ default: loaded.Dialogs })),
  finding: () => import('./Finding').then((loaded) => ({ default: loaded.Finding })),
  strip: () => import('../sources/SpeakerStrip').then((loaded) => ({ default: loaded.SpeakerStrip })),
  drop: () => import('./FileDrop').then((loaded) => ({ default: loaded.FileDrop })),
  inspector: () => import('./Inspector').then((loaded) => ({ default: loaded.Inspector })),
  preview: () => import('./Preview').then((loaded) => ({ default: loaded.Preview })),
  suggesting: () => import('./Suggesting').then((loaded) => ({ default: loaded.Suggesting })),
};
const LibraryPane = lazy(parts.library);
const Dialogs = lazy(parts.dialogs);
const Finding = lazy(parts.finding);
const SpeakerStrip = lazy(parts.strip);
const FileDrop = lazy(parts.drop);
const Suggesting = lazy(parts.suggesting);
const Preview = lazy(parts.preview);
const Inspector = lazy(parts.inspector);
// Without a desk there is nothing to write on yet.
const DeskChoice = lazy(() => import('./DeskChoice').then((loaded) => ({ default: loaded.DeskChoice })));
const FirstStart = lazy(() => import('./FirstStart').then((loaded) => ({ default: loaded.FirstStart })));
const Notices = lazy(() => import('../versions/Notices').then((loaded) => ({ default: loaded.Notices })));

interface Composition {
  readonly workspace: Workspace;
  readonly performers: Performers;
}

let composition: Composition | null = null;

/** One workspace a window, however often React builds the tree. */
function compose(): Composition {
  if (!composition) {
    const workspace = createWorkspace();
    composition = { workspace, performers: createPerformers(workspace) };
  }
  return composition;
}

const followWidth = (changed: () => void) => {
  narrowWindow.addEventListener('change', changed);
  return () => narrowWindow.removeEventListener('change', changed);
};

/** The window: library, page, inspector; bars above and below. */
export function App() {
  const [{ workspace, performers }] = useState(compose);
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

  const settled = useSettled(kind !== 'none' || (start !== null && !desk));
  useEffect(() => followKeys(performers, platform), [performers, platform]);
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
  useLook(workspace, preferences);

  if (!start || !preferences) return <div className={styles.window} />;
  if (!desk) {
    return (
      <Suspense fallback={null}>
        {start.firstStart && !deskProblem ? (
          <FirstStart workspace={workspace} proposed={start.deskPath} />
        ) : (
          <DeskChoice workspace={workspace} start={start} />
        )}
      </Suspense>
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
        <aside className={styles.library} aria-label={strings.library.title}>
          <Suspense fallback={null}>
            <LibraryPaneOf workspace={workspace} />
          </Suspense>
        </aside>
      )}
      <main className={styles.page} aria-busy={arriving}>
        <NoticesOf />
        <AlsoOpen session={workspace.session} />
        {kind === 'open' && finding ? (
          <Suspense fallback={null}>
            <Finding
              workspace={workspace}
              replacing={finding === 'replace'}
              onClose={() => useWindow.setState({ finding: null })}
            />
          </Suspense>
        ) : null}
        {kind === 'open' && suggesting ? (
          <Suspense fallback={null}>
            <Suggesting workspace={workspace} onClose={() => useWindow.setState({ suggesting: false })} />
          </Suspense>
        ) : null}
        {kind === 'problem' ? <ArticleProblem session={workspace.session} /> : null}
        {kind === 'none' ? <p className={styles.nothing}>{strings.noArticle}</p> : null}
        {kind === 'open' && preview ? (
          <Suspense fallback={null}>
            <Preview workspace={workspace} />
          </Suspense>
        ) : null}
        <div className={styles.scroll} hidden={kind !== 'open'} inert={preview} data-scroll>
          <EditorPage
            editor={workspace.editor}
            session={workspace.session}
            onTag={() => performers['quote.tag']?.()}
            onLink={() => performers['format.link']?.()}
            onHeadline={workspace.nameFolder}
          />
          {settled ? (
            <Suspense fallback={null}>
              <StripOf workspace={workspace} />
            </Suspense>
          ) : null}
        </div>
      </main>
      {inspectorFolded ? null : (
        <aside className={styles.inspector} aria-label={strings.inspector.region}>
          <Suspense fallback={null}>
            <Inspector workspace={workspace} />
          </Suspense>
        </aside>
      )}
      <StatusBar session={workspace.session} />
      {settled ? (
        <Suspense fallback={null}>
          <Dialogs workspace={workspace} performers={performers} platform={platform} />
          <DropOf workspace={workspace} />
        </Suspense>
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
    let idle = 0;
    // The callback of the second frame runs when the first one was drawn.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        idle = requestIdleCallback(() => {
          for (const fetchPart of Object.values(parts)) void fetchPart();
          setSettled(true);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, [shown]);
  return settled;
}

/** Other states of the writer's words; rarely there, so its code is not in the start. */
function NoticesOf() {
  const copies = useWindow((state) => state.conflictCopies);
  const recovered = useWindow((state) => state.recovered);
  if (copies.length === 0 && recovered.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Notices
        copies={copies}
        recovered={recovered}
        onCopy={(copy) => openDialog({ kind: 'conflict-copy', copy })}
        onRecovered={(words) => openDialog({ kind: 'recovered', recovered: words })}
      />
    </Suspense>
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
  const open = useCallback((slug: string) => void workspace.openArticle(slug), [workspace]);
  return (
    <LibraryPane
      desk={desk}
      entries={entries}
      reading={reading}
      openSlug={openSlug}
      alsoOpen={alsoOpen}
      onOpen={open}
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
    <SpeakerStrip sources={sources} body={body} drawn={drawnSections} redrawn={sectionDrawn} onGoTo={goTo} />
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
  return <FileDrop onDocuments={documents} onPictures={pictures} />;
}
