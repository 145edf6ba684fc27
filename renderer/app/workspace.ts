import { CLEAR_HISTORY_COMMAND } from 'lexical';
import type { Block } from '../../shared/article/block';
import type { Quotation } from '../../shared/article/quotation';
import type { Result } from '../../shared/base/result';
import type { Finding } from '../../shared/checks/finding';
import { smallAddress } from '../../shared/ipc/addresses';
import type { OpenArticle } from '../../shared/ipc/desk-entries';
import { inOrder } from '../../shared/ipc/entry-order';
import type { CallFailure, DeskFailure, ReadProblem } from '../../shared/ipc/failures';
import type { Preferences } from '../../shared/ipc/preferences';
import { typographyOf } from '../../shared/typography/rules';
import { on, standfirst } from '../bridge/standfirst';
import { createChecking, useFindings } from '../checks/findings';
import { type ArticleEditor, createArticleEditor } from '../editor/article-editor';
import { arriving } from '../editor/held-keys';
import { keepingCaret } from '../editor/keep-caret';
import { createSnapshots, useDocument } from '../session/document';
import { isTrouble } from '../session/save-state';
import { createSession, type Session, type SessionState } from '../session/session';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { afterFirstFrame, behindTheStart } from '../ui/first-frame';
import { createClipboardDoors } from './clipboard-doors';
import { informAbout, openDialog, over, say, sayAbout, useWindow } from './desk-state';
import { nameFolders } from './folder-name';
import { followHead } from './head-history';
import { holdKeys } from './keys-into-dialogs';
import { followDesk } from './list-news';
import { beginLook } from './look';
import { createBreakMarks } from './mark-breaks';
import { createPictureDoors } from './picture-doors';
import { followPresence } from './presence';
import { followQuotations } from './quotation-marks';
import { followBook } from './source-work';

/** The long-lived things of one window and how they hang together. */
export interface Workspace {
  readonly session: Session;
  readonly editor: ArticleEditor;
  /** Opens the article `slug` and remembers it for the next start; answers whether it is open now. */
  readonly openArticle: (slug: string) => Promise<boolean>;
  newArticle(): Promise<void>;
  /** Shows the article that `make` makes, with the keyboard in its headline. */
  startArticle(
    make: () => Promise<Result<OpenArticle, ReadProblem | DeskFailure | CallFailure>>,
  ): Promise<void>;
  /** Names the folder of a new article after its headline, once there is one. */
  readonly nameFolder: () => void;
  changePreferences(fields: Partial<Preferences>): void;
  refreshEntries(): Promise<void>;
  /** Runs the checks once more, for a reason that is not a change of the article. */
  checkAgain(): void;
  /** The same finding in the article as it is now; null where it is gone. */
  readonly presentFinding: (finding: Finding) => Promise<Finding | null>;
  /** Asks the dictionary what may have been meant by a word. */
  readonly suggestSpelling: (word: string) => void;
  /** Resolves when there is something to draw: every frame of the start costs more than what is drawn in it. */
  readonly begun: Promise<void>;
}

/** Creates session and editor, joins them, and starts the window with what the main process knows. */
export function createWorkspace(): Workspace {
  holdKeys();
  const session = createSession(standfirst);
  const openSlug = () => {
    const state = session.use.getState();
    return state.kind === 'open' ? state.slug : '';
  };
  // The lines of other systems, in many languages: nobody has typed or pasted a whole one before the window is idle.
  let adLines: typeof import('../../shared/adbreaks/continuation-lines') | null = null;
  behindTheStart(
    () =>
      void import('../../shared/adbreaks/continuation-lines').then((loaded) => {
        adLines = loaded;
      }),
  );
  const editor = createArticleEditor({
    mediaAddress: (file) => smallAddress(openSlug(), file),
    isAdLine(text) {
      const wording = useWindow.getState().desk?.settings.adWording;
      return adLines?.isContinuationLine(text, wording ? [wording.label, wording.continuation] : []) ?? false;
    },
    typography() {
      const state = session.use.getState();
      const wanted = useWindow.getState().preferences?.smartTypography ?? true;
      return wanted && state.kind === 'open' ? typographyOf(state.head.language) : null;
    },
    clipboard: createClipboardDoors(() => session),
    pictures: createPictureDoors(() => session),
    askAddress: () => openDialog({ kind: 'link-card' }),
    onError(error) {
      console.error(error);
      say(strings.editorMistake);
    },
  });
  const reader = { body: () => editor.body.read(), quotations: () => editor.quotations.known() };
  const snapshots = createSnapshots({
    ...reader,
    article() {
      const state = session.use.getState();
      return state.kind === 'open'
        ? { loads: state.loads, language: state.head.language }
        : { loads: 0, language: 'en' };
    },
  });
  // Nobody selects anything before the first screen is there.
  behindTheStart(
    () =>
      void import('../editor/selected-words').then(({ followSelection }) =>
        followSelection(editor, (selected) => snapshots.selected(selected)),
      ),
  );

  const checking = createChecking({
    article: () => session.article(),
    articleId: () => idOf(session.use.getState()),
    folder: openSlug,
    desk: () => useWindow.getState().desk?.settings ?? null,
  });

  // A finding about an ad break is seen at the break too, not only in the list.
  const markBreaks = createBreakMarks(editor.lexical);
  useFindings.subscribe(({ findings }, before) => {
    if (findings !== before.findings) markBreaks(findings ?? []);
  });

  function show(body: readonly Block[], quotations: readonly Quotation[]): void {
    editor.quotations.offer(quotations);
    // Cleared first: the state that is then loaded is the one to which the first undo returns.
    editor.lexical.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
    editor.texts.leave();
    snapshots.loading();
    checking.reset();
    editor.body.load(body, () => {
      snapshots.loaded(body);
      // Not before: whoever reads a page that is still coming has all of it put there at once.
      checking.loaded();
    });
  }
  const scrolled = () => document.querySelector('[data-scroll]');
  // Nobody comes back to an article before the window is idle.
  let places: import('./left-places').LeftPlaces | null = null;
  behindTheStart(
    () =>
      void import('./left-places').then(({ createLeftPlaces }) => {
        places = createLeftPlaces(editor, scrolled);
      }),
  );
  session.attach({
    ...reader,
    show(body, quotations) {
      // Before the words are there: afterwards it would have them laid out twice.
      scrolled()?.scrollTo(0, 0);
      show(body, quotations);
      places?.goBack(openSlug());
    },
    showAgain(body, quotations) {
      const top = scrolled()?.scrollTop ?? 0;
      keepingCaret(editor.lexical, () => {
        show(body, quotations);
        editor.body.finish();
      });
      scrolled()?.scrollTo(0, top);
      // What went wrong stays to be read.
      if (useWindow.getState().message === null) informAbout('disk', strings.save.changedOutside);
    },
  });
  editor.body.onChange(() => {
    session.bodyChanged();
    snapshots.changed();
  });
  useDocument.subscribe(({ selected }) => selected && over('selection'));
  session.use.subscribe((state, former) => {
    const trouble = state.kind === 'open' && isTrouble(state.save.phase);
    const another = idOf(state) !== idOf(former);
    // Heard before anything is drawn: its words are on the page still.
    if (former.kind === 'open' && (state.kind !== 'open' || state.loads !== former.loads))
      places?.keep(former.slug);
    if (another) over('article');
    // From then on the page does not show what is on the disk.
    if (another || trouble) over('disk');
    if (!trouble) over('unsaved');
    if (state.kind !== 'open') return;
    editor.quotations.setSources(state.head.sources);
    const isSame = former.kind === 'open' && state.loads === former.loads;
    if (isSame && (state.head !== former.head || state.save.version !== former.save.version))
      checking.changed();
  });

  followPresence(session);
  followBook(session);
  followQuotations(editor);
  followHead(session, editor.history);

  // What keeps the window with unsaved words is rarely to be said.
  const sayUnsaved = async () => (await import('./unsaved')).sayUnsaved(session);

  const folders = nameFolders(session, (slug) => workspace.changePreferences({ lastArticle: slug }));

  const workspace: Omit<Workspace, 'begun'> = {
    session,
    editor,
    async openArticle(slug) {
      await arriving('same-place', async () => {
        await session.open(slug);
        const isThere = openSlug() === slug;
        if (!isThere) await sayUnsaved();
        return isThere;
      });
      workspace.changePreferences({ lastArticle: slug });
      return openSlug() === slug;
    },
    newArticle() {
      const language = useWindow.getState().desk?.settings.language ?? 'en';
      return workspace.startArticle(() => standfirst.article.create({ headline: '', language }));
    },
    async startArticle(make) {
      await arriving('headline', async () => {
        const answer = await session.leaveFor(make);
        if (answer?.ok) workspace.changePreferences({ lastArticle: answer.value.slug });
        else if (answer) say(strings.notCreated(callFailure(answer.error)));
        else await sayUnsaved();
        return answer?.ok ?? false;
      });
    },
    nameFolder: folders.headlineLeft,
    changePreferences(fields) {
      const { preferences } = useWindow.getState();
      if (!preferences) return;
      const changed = { ...preferences, ...fields };
      useWindow.setState({ preferences: changed });
      void standfirst.preferences.write({ preferences: changed });
    },
    checkAgain: () => checking.changed(),
    presentFinding: (finding) => checking.present(finding),
    suggestSpelling: (word) => checking.suggest(word),
    async refreshEntries() {
      const answer = await standfirst.desk.list();
      if (answer.ok) useWindow.setState({ entries: inOrder(answer.value) });
    },
  };

  followDesk(session);
  on('articleChanged', ({ slug, hash }) => void session.fileChanged(slug, hash));
  on('articleRenamed', (told) => session.fileRenamed(told));
  on('articleRemoved', (told) => session.fileRemoved(told));
  on('closeRequested', () => {
    void session.leave().then(async (outcome) => {
      await folders.settled();
      await standfirst.session.flushed({ outcome });
    });
  });
  window.addEventListener('blur', () => void session.flush());

  return { ...workspace, begun: begin(workspace) };
}

const idOf = (state: SessionState): string | null => (state.kind === 'open' ? state.head.id : null);

/** Shows what the main process tells to show first; answers when there is something to draw. */
async function begin(workspace: Omit<Workspace, 'begun'>): Promise<void> {
  const answer = await standfirst.session.start();
  void standfirst.session.begun();
  if (!answer.ok) return say(callFailure(answer.error));
  const { start, article } = answer.value;
  useWindow.setState({
    start,
    desk: start.desk,
    deskProblem: start.deskProblem,
    preferences: start.preferences,
  });
  const looks = beginLook(start.preferences, start.platform);
  if (start.preferencesKeptAside) say(strings.preferencesLost(start.preferencesKeptAside));
  else if (start.desk?.settingsProblem) sayAbout('settings', strings.desk.settingsProblem);
  behindTheStart(() => void import('./behind-the-start').then(({ followBehind }) => followBehind(workspace)));
  if (article) {
    workspace.session.show(article);
    // The pane that shows it comes behind the first frame as well.
    void afterFirstFrame().then(workspace.refreshEntries);
  } else if (start.desk) void openFromList(workspace);
  await looks;
}

/** Gets the list and opens the article that was open last or the newest, and so tells why none was shown. */
async function openFromList(workspace: Omit<Workspace, 'begun'>): Promise<void> {
  await workspace.refreshEntries();
  const { entries, preferences } = useWindow.getState();
  const entry = entries.find((each) => each.slug === preferences?.lastArticle) ?? entries[0];
  if (entry) await workspace.openArticle(entry.slug);
}
