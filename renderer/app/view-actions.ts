import type { Focus, Preferences, PreviewWidth } from '../../shared/ipc/preferences';
import { standfirst } from '../bridge/standfirst';
import type { Reach } from '../editor/history/timeline';
import { narrowWindow, useWindow } from './desk-state';
import type { Workspace } from './workspace';

/** Smallest and largest zoom, and the step between. */
const zoom = { least: 0.6, most: 2, step: 0.1 } as const;

/** Every zoom that can be chosen, with the present one where it is another. */
export function zoomSteps(present: number): readonly number[] {
  const count = Math.round((zoom.most - zoom.least) / zoom.step) + 1;
  const steps = Array.from(
    { length: count },
    (_, index) => Math.round((zoom.least + index * zoom.step) * 10) / 10,
  );
  return steps.includes(present) ? steps : [...steps, present].sort((a, b) => a - b);
}

/** What the actions of the menu "View" do. */
export function createViewPerformers(workspace: Workspace) {
  const change = (fields: (present: Preferences) => Partial<Preferences>) => () => {
    const { preferences } = useWindow.getState();
    if (preferences) workspace.changePreferences(fields(preferences));
  };
  const set = (fields: Partial<Preferences>) => change(() => fields);
  const setZoom = (next: (present: number) => number) =>
    change((present) => {
      const wanted = Math.round(next(present.zoom) * 10) / 10;
      return { zoom: Math.min(zoom.most, Math.max(zoom.least, wanted)) };
    });
  const focusOn = (wanted: Focus) => change(({ focus }) => ({ focus: focus === wanted ? 'off' : wanted }));
  const toPane = (step: 1 | -1) => () =>
    void import('./panes').then(({ goToPane }) => goToPane(workspace, step));
  const previewOn = (previewWidth: PreviewWidth) => () => {
    workspace.changePreferences({ previewWidth });
    showPreview(workspace, true);
  };
  return {
    'view.library': () => {
      if (useWindow.getState().fullScreen)
        useWindow.setState(({ libraryOver }) => ({ libraryOver: !libraryOver }));
      else change(({ libraryFolded }) => ({ libraryFolded: !libraryFolded }))();
    },
    'view.inspector': () => {
      if (inspectorIsOver()) useWindow.setState(({ inspectorOver }) => ({ inspectorOver: !inspectorOver }));
      else change(({ inspectorFolded }) => ({ inspectorFolded: !inspectorFolded }))();
    },
    'view.nextPane': toPane(1),
    'view.previousPane': toPane(-1),
    'view.focusWriting': change((present) => {
      const folded = !(present.libraryFolded && present.inspectorFolded);
      return { libraryFolded: folded, inspectorFolded: folded };
    }),
    'view.fullScreen': () => fillScreen(!useWindow.getState().fullScreen),
    'view.focusParagraph': focusOn('paragraph'),
    'view.focusSentence': focusOn('sentence'),
    'view.typewriter': change(({ typewriter }) => ({ typewriter: !typewriter })),
    'view.preview': () => showPreview(workspace, !useWindow.getState().preview),
    'view.previewPhone': previewOn('phone'),
    'view.previewTablet': previewOn('tablet'),
    'view.previewDesktop': previewOn('desktop'),
    'view.narrow': set({ measure: 'narrow' }),
    'view.normal': set({ measure: 'normal' }),
    'view.wide': set({ measure: 'wide' }),
    'view.serif': set({ face: 'serif' }),
    'view.sans': set({ face: 'sans' }),
    'view.mono': set({ face: 'mono' }),
    'view.light': set({ theme: 'light' }),
    'view.dark': set({ theme: 'dark' }),
    'view.system': set({ theme: 'system' }),
    'view.zoomIn': setZoom((present) => present + zoom.step),
    'view.zoomOut': setZoom((present) => present - zoom.step),
    'view.zoomReset': setZoom(() => 1),
  };
}

/** Whether the inspector is shown only while it is asked for. */
const inspectorIsOver = (): boolean => narrowWindow.matches || useWindow.getState().fullScreen;

/** Has a pane stand there, for an action that leads into it. */
export function openPane(workspace: Workspace, pane: 'library' | 'inspector'): void {
  const { fullScreen, preferences } = useWindow.getState();
  if (pane === 'inspector' && inspectorIsOver()) useWindow.setState({ inspectorOver: true });
  else if (pane === 'inspector' && preferences?.inspectorFolded)
    workspace.changePreferences({ inspectorFolded: false });
  else if (pane === 'library' && fullScreen) useWindow.setState({ libraryOver: true });
  else if (pane === 'library' && preferences?.libraryFolded)
    workspace.changePreferences({ libraryFolded: false });
}

/** Escape in a pane beside the page leads back to the page, where nothing in the pane has taken it. */
export const leavePane =
  ({ editor }: Workspace) =>
  ({ key, target }: { readonly key: string; readonly target: EventTarget }): void => {
    // A choice and a calendar that are open are closed by it.
    const opens = target instanceof Element && target.matches('select, [type^="date"]');
    if (key === 'Escape' && !opens) editor.lexical.getRootElement()?.focus({ preventScroll: true });
  };

/** Fills the screen with the page alone, or no longer. */
export function fillScreen(fullScreen: boolean): void {
  useWindow.setState({ fullScreen, libraryOver: false, inspectorOver: false });
  tellView();
}

/** Shows the article as readers will see it, or the page again. */
export function showPreview(workspace: Workspace, preview: boolean): void {
  if (preview && workspace.session.use.getState().kind !== 'open') return;
  if (preview === useWindow.getState().preview) return;
  useWindow.setState({ preview });
  tellView();
  if (!preview) workspace.editor.lexical.focus(undefined, { defaultSelection: 'rootStart' });
}

/** Undo and Redo can be chosen while there is something to undo or redo. */
export function showReach({ undo: canUndo, redo: canRedo }: Reach): void {
  useWindow.setState({ canUndo, canRedo });
  tellView();
}

/** The menu shows what holds in the window. */
function tellView(): void {
  const { fullScreen, preview, canUndo, canRedo } = useWindow.getState();
  void standfirst.session.view({ fullScreen, preview, canUndo, canRedo });
}
