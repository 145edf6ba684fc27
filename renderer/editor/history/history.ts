import {
  $getSelection,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  defineExtension,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { atEndOfTurn } from '../end-of-turn';
import { isWordChange, type WordUpdate } from './changed-words';
import { fieldInUse, type HeadPlace, type HeadPort, type HeadText, headFieldOf, sameHead } from './head';
import { intentOf, type Meant } from './intent';
import { restoreState } from './restore';
import { type Change, continues, grown, type OpenStep } from './steps';
import { createTimeline, type Reach } from './timeline';

/*
 * One line of undo for everything that is written on the page: headline, deck, byline and body. Lexical's own history
 * knows the body alone, and ends a typing step where a tagged quotation begins.
 */

/** Marks a change that the editor makes of what was just typed: undo right after it gives back what was typed. */
export const substitutionTag = 'standfirst-substitution';

/** More steps than these are not kept. */
const mostSteps = 1000;

/** The body, or a field of the head with the caret in it, or the lead image. */
type Place = 'body' | HeadPlace;

interface Moment {
  readonly state: EditorState;
  /** Counts the changes of the body's words: two moments of the same number show the same body. */
  readonly body: number;
  readonly head: HeadText;
  /** Where the change happened that led here, and the one that led away from here. */
  readonly reached: Place;
  readonly left: Place;
}

export interface History {
  /** Joins the fields above the body to the line. Answers how to part them. */
  attachHead(port: HeadPort): () => void;
  /** To call after every change of the head, whoever made it. */
  headChanged(): void;
  /** Makes one step of whatever `change` does to head and body. Updates in it must be discrete. */
  asOneStep(change: () => void): void;
  /** Calls `listener` when there comes to be something to undo or redo, or no longer. Answers how to stop. */
  onReach(listener: (reach: Reach) => void): () => void;
  /** The next change of the head is what the editor makes of what was just typed there. */
  substitutes(change: () => void): void;
}

const nothing: HeadText = { kicker: '', headline: '', deck: '', bylines: [], dateline: '', leadImage: null };

/** What the keyboard is about to do; it holds for the changes of this turn of the window alone. */
interface Intent extends Meant {
  readonly place: Place;
}

export const WritingHistoryExtension = defineExtension({
  name: 'standfirst/history',
  build(editor): History & { register(): () => void } {
    let port: HeadPort | null = null;
    let bodies = 0;
    let open: OpenStep | null = null;
    let intent: Intent | null = null;
    /** The last step was a substitution: the moment before it goes as soon as anything else happens. */
    let substituted = false;
    let substituting = false;
    /** What is going on is not to be noticed: the line itself is moving, or several changes become one step. */
    let deaf = false;
    let lastCaret = '';
    const listeners = new Set<(reach: Reach) => void>();
    const line = createTimeline<Moment>(
      { state: editor.getEditorState(), body: 0, head: nothing, reached: 'body', left: 'body' },
      mostSteps,
      (reach) => {
        for (const listener of listeners) listener(reach);
      },
    );
    const headNow = () => port?.read() ?? nothing;

    function begin(): void {
      open = null;
      substituted = false;
      line.begin({
        state: editor.getEditorState(),
        body: bodies,
        head: headNow(),
        reached: 'body',
        left: 'body',
      });
    }

    function record(moment: Omit<Moment, 'left'>, change: Change, own: 'own-step' | 'may-join'): void {
      if (substituted) line.skipLast();
      substituted = substituting;
      if (substituting) {
        line.step({ ...moment, left: moment.reached });
        return;
      }
      const joined = own === 'may-join' && continues(open, change);
      if (joined) line.join({ ...moment, left: moment.reached });
      else {
        line.see({ ...line.present(), left: intent?.place ?? moment.reached });
        line.step({ ...moment, left: moment.reached });
      }
      open = grown(open, change, joined);
    }

    const changeAt = (where: string, composing: boolean): Change => ({
      kind: composing ? 'insert' : (intent?.kind ?? 'other'),
      where,
      at: performance.now(),
      typed: intent?.typed ?? '',
      composing,
    });

    function bodyUpdated(update: WordUpdate): void {
      const { editorState: state, tags } = update;
      if (tags.has(HISTORIC_TAG)) {
        line.see({ ...line.present(), state });
        return;
      }
      if (!isWordChange(update)) {
        // Only the caret moved: typing elsewhere is another step.
        const caret = caretOf(state);
        if (caret !== lastCaret) open = null;
        lastCaret = caret;
        if (!deaf) line.see({ ...line.present(), state });
        return;
      }
      bodies += 1;
      lastCaret = caretOf(state);
      if (deaf) return;
      const moment = { state, body: bodies, head: line.present().head, reached: 'body' as const };
      if (tags.has(HISTORY_MERGE_TAG)) {
        if (substituted) line.skipLast();
        substituted = false;
        line.join({ ...moment, left: 'body' });
        return;
      }
      substituting = tags.has(substitutionTag);
      record(
        moment,
        changeAt('body', editor.isComposing()),
        tags.has(HISTORY_PUSH_TAG) ? 'own-step' : 'may-join',
      );
      substituting = false;
    }

    function headChanged(): void {
      const head = headNow();
      if (deaf || sameHead(head, line.present().head)) return;
      const { state, body } = line.present();
      const reached = fieldInUse() ?? 'body';
      record({ state, body, head, reached }, changeAt(whereOf(reached), false), 'may-join');
    }

    /** Does `change` unnoticed; one that throws must not leave the line deaf to all that is written afterwards. */
    function unheard(change: () => void): void {
      deaf = true;
      try {
        change();
      } finally {
        deaf = false;
      }
    }

    function asOneStep(change: () => void): void {
      const before = line.present();
      const bodiesBefore = bodies;
      unheard(change);
      const head = headNow();
      if (bodiesBefore === bodies && sameHead(head, before.head)) return;
      if (substituted) line.skipLast();
      substituted = false;
      open = null;
      const inBody = bodiesBefore !== bodies;
      const at = inBody ? 'body' : (fieldInUse() ?? 'body');
      const body = inBody ? bodies : before.body;
      line.step({ state: editor.getEditorState(), body, head, reached: at, left: at });
    }

    function go(target: Moment | null, from: Moment, place: Place | undefined): boolean {
      open = null;
      substituted = false;
      if (!target || place === undefined) return true;
      // A field of a card is on the page too: the keyboard stays in it.
      const page = editor.getRootElement();
      unheard(() => {
        if (place === 'body' && !page?.contains(document.activeElement)) page?.focus({ preventScroll: true });
        if (target.body !== from.body) restoreState(editor, target.state);
        if (!sameHead(target.head, from.head)) port?.write(target.head);
      });
      if (place !== 'body') port?.focus(place);
      // The step was in the text, not in the field that the keyboard is in: it goes to the caret.
      else if (document.activeElement?.matches('.card-field') && target.state.read($isInText))
        page?.focus({ preventScroll: true });
      return true;
    }

    function undo(): boolean {
      const from = line.present();
      const target = line.undo();
      return go(target, from, target?.left);
    }

    function redo(): boolean {
      const from = line.present();
      const target = line.redo();
      return go(target, from, target?.reached);
    }

    /** Hears what the keyboard is about to do, before anybody acts on it. */
    function hear(event: Event): void {
      const { target } = event;
      const place = headFieldOf(target) ? fieldInUse() : 'body';
      if (!place || !(target instanceof HTMLElement)) return;
      const meant = intentOf(event);
      // Fields of panes and dialogs have an undo of their own.
      const isOnPage = target.isContentEditable || target.matches('.card-field');
      if ((meant === 'undo' || meant === 'redo') && place === 'body' && !isOnPage) return;
      if (meant === 'undo' || meant === 'redo') {
        event.preventDefault();
        editor.dispatchCommand(meant === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
      } else if (meant) {
        const own: Intent = { ...meant, place };
        intent = own;
        atEndOfTurn(() => {
          if (intent === own) intent = null;
        });
      }
    }

    return {
      attachHead(given) {
        port = given;
        return () => {
          if (port === given) port = null;
        };
      },
      headChanged,
      asOneStep,
      onReach(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      substitutes(change) {
        substituting = true;
        try {
          change();
        } finally {
          substituting = false;
        }
      },
      register: () =>
        mergeRegister(
          editor.registerUpdateListener(bodyUpdated),
          editor.registerCommand(UNDO_COMMAND, undo, COMMAND_PRIORITY_EDITOR),
          editor.registerCommand(REDO_COMMAND, redo, COMMAND_PRIORITY_EDITOR),
          editor.registerCommand(
            CLEAR_HISTORY_COMMAND,
            () => {
              begin();
              return true;
            },
            COMMAND_PRIORITY_EDITOR,
          ),
          editor.registerRootListener((root, previous) => {
            for (const name of ['keydown', 'beforeinput'] as const) {
              const page = (element: HTMLElement | null) => element?.ownerDocument;
              page(previous)?.removeEventListener(name, hear, true);
              page(root)?.addEventListener(name, hear, true);
            }
          }),
        ),
    };
  },
  register: (_editor: LexicalEditor, _config, state) => state.getOutput().register(),
});

const whereOf = (place: Place): string => (place === 'body' ? 'body' : `${place.field} ${place.label}`);

const $isInText = (): boolean => $isRangeSelection($getSelection());

const caretOf = (state: EditorState): string =>
  state.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return '';
    const { anchor, focus } = selection;
    return `${anchor.key} ${anchor.offset} ${focus.key} ${focus.offset}`;
  });
