import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { FORMAT_TEXT_COMMAND, REDO_COMMAND, type TextFormatType, UNDO_COMMAND } from 'lexical';
import type { ActionId } from '../../shared/ipc/actions';
import { standfirst } from '../bridge/standfirst';
import { BLOCKS_COMMAND, MOVE_BLOCK_COMMAND, TURN_INTO_COMMAND } from '../editor/block-commands';
import { INSERT_AD_BREAK_COMMAND } from '../editor/features/ad-break/ad-break';
import { formatOfMark } from '../editor/features/text/text';
import { keysAfter } from '../editor/held-keys';
import type { WordBlock } from '../editor/turn-into';
import { strings } from '../strings/en';
import { inform, openDialog, useWindow } from './desk-state';
import { createViewPerformers, openPane } from './view-actions';
import type { Workspace } from './workspace';

/** What the actions of the table do in this window. An action that is missing here is not offered anywhere. */
export type Performers = Readonly<Partial<Record<ActionId, () => unknown>>>;

/** Joins the action table to the workspace. */
export function createPerformers(workspace: Workspace): Performers {
  const { session, editor } = workspace;
  const { lexical } = editor;
  const open = () => {
    const state = session.use.getState();
    return state.kind === 'open' ? state : null;
  };
  // Marks and lists go to where the keyboard is: the page, or the words in a card.
  const format = (mark: TextFormatType) => () => editor.active().dispatchCommand(FORMAT_TEXT_COMMAND, mark);
  const turnInto = (kind: WordBlock) => () => {
    const active = editor.active();
    if (active !== lexical) {
      if (kind === 'bullets') active.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
      if (kind === 'numbers') active.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
      return;
    }
    lexical.dispatchCommand(TURN_INTO_COMMAND, kind);
    lexical.getRootElement()?.focus({ preventScroll: true });
  };
  const onBlocks = (doing: 'select' | 'duplicate' | 'remove' | 'menu') => () => {
    lexical.getRootElement()?.focus({ preventScroll: true });
    lexical.dispatchCommand(BLOCKS_COMMAND, doing);
  };

  return {
    'article.new': () => void workspace.newArticle(),
    'article.save': () => void session.flush(),
    'article.duplicate': () => void duplicate(workspace),
    'article.rename': () => {
      const state = open();
      if (state) openDialog({ kind: 'rename', slug: state.slug });
    },
    'article.delete': () => {
      const state = open();
      if (state) openDialog({ kind: 'remove', slug: state.slug, headline: state.head.headline });
    },
    'article.import': () => {
      if (useWindow.getState().desk)
        void import('./import-work').then(({ importChosen }) => importChosen(workspace));
    },
    'article.export': () => {
      if (open()) openDialog({ kind: 'export' });
    },
    'desk.sendOut': () => {
      if (useWindow.getState().desk) openDialog({ kind: 'send-out' });
    },
    'article.keepVersion': () => {
      if (open()) void import('./keep-version').then(({ keepVersionNow }) => keepVersionNow(workspace));
    },
    'article.versions': () => {
      if (open()) openDialog({ kind: 'versions' });
    },
    'article.corrections': () => {
      if (open()) openDialog({ kind: 'corrections' });
    },
    'article.target': () => {
      if (open()) openDialog({ kind: 'length' });
    },
    'article.check': () => {
      workspace.checkAgain();
      openPane(workspace, 'inspector');
      void keysAfter(
        nextFrame().then(() => {
          const region = document.querySelector<HTMLElement>(`section[aria-label="${strings.checksRegion}"]`);
          region?.scrollIntoView({ block: 'start' });
          region?.focus();
        }),
      );
    },
    'desk.change': () => void import('./desk-choice').then(({ openDesk }) => openDesk(workspace, 'open')),
    'desk.pack': () => void import('./pack-work').then(({ packDesk }) => packDesk(workspace)),
    'desk.unpack': () => void import('./pack-work').then(({ unpackDesk }) => unpackDesk(workspace)),
    'desk.bin': () => openDialog({ kind: 'bin' }),
    'desk.search': () => {
      openPane(workspace, 'library');
      void keysAfter(
        nextFrame().then(() =>
          document.querySelector<HTMLElement>('[role="searchbox"], input[type="search"]')?.focus(),
        ),
      );
    },
    'app.settings': () => {
      if (useWindow.getState().desk) openDialog({ kind: 'settings' });
    },
    'app.palette': () => openDialog({ kind: 'palette' }),
    'app.shortcuts': () => openDialog({ kind: 'shortcuts' }),
    'edit.undo': () => undoInField('undo') || lexical.dispatchCommand(UNDO_COMMAND, undefined),
    'edit.redo': () => undoInField('redo') || lexical.dispatchCommand(REDO_COMMAND, undefined),
    'edit.find': () => {
      if (open()) useWindow.setState({ finding: 'find' });
    },
    'edit.replace': () => {
      if (open()) useWindow.setState({ finding: 'replace' });
    },
    'edit.typography': () => {
      const smartTypography = !(useWindow.getState().preferences?.smartTypography ?? true);
      workspace.changePreferences({ smartTypography });
      inform(strings.typography[smartTypography ? 'on' : 'off']);
    },
    'format.bold': format('bold'),
    'format.italic': format('italic'),
    'format.underline': format('underline'),
    'format.strike': format('strikethrough'),
    'format.code': format('code'),
    'format.superscript': format('superscript'),
    'format.subscript': format('subscript'),
    'format.smallCaps': format(formatOfMark.smallCaps),
    'format.link': () => {
      if (open()) openDialog({ kind: 'link' });
    },
    'block.paragraph': turnInto('paragraph'),
    'block.heading2': turnInto('heading2'),
    'block.heading3': turnInto('heading3'),
    'block.heading4': turnInto('heading4'),
    'block.blockquote': turnInto('blockquote'),
    'block.pullQuote': turnInto('pullQuote'),
    'block.bullets': turnInto('bullets'),
    'block.numbers': turnInto('numbers'),
    'block.select': onBlocks('select'),
    'block.menu': onBlocks('menu'),
    'block.duplicate': onBlocks('duplicate'),
    'block.delete': onBlocks('remove'),
    'block.moveUp': () => lexical.dispatchCommand(MOVE_BLOCK_COMMAND, 'up'),
    'block.moveDown': () => lexical.dispatchCommand(MOVE_BLOCK_COMMAND, 'down'),
    'adBreak.insert': () => lexical.dispatchCommand(INSERT_AD_BREAK_COMMAND, undefined),
    'adBreak.place': () => void import('./desk-work').then(({ placeAdBreaks }) => placeAdBreaks(workspace)),
    'adBreak.policy': () => openDialog({ kind: 'ad-policy' }),
    'quote.tag': () => {
      if (open()) openDialog({ kind: 'tag' });
    },
    'note.add': () => {
      if (open()) void keysAfter(import('./notes').then(({ commentHere }) => commentHere(workspace)));
    },
    'tk.next': () => {
      if (open()) void import('./notes').then(({ nextGap }) => nextGap(workspace));
    },
    'quote.suggest': () => {
      if (open()) useWindow.setState({ suggesting: true });
    },
    'sources.book': () => {
      // What is not saved yet is not counted where sources are used.
      void keysAfter(session.flush().then(() => openDialog({ kind: 'source-book' })));
    },
    'sources.sheet': () => {
      if (open()) openDialog({ kind: 'source-sheet' });
    },
    ...createViewPerformers(workspace),
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Undo and redo in a field beside the page are the field's own; false where the keyboard is on the page. */
function undoInField(command: 'undo' | 'redo'): boolean {
  const field = document.activeElement;
  if (field?.matches('.head-field, .card-field')) return false;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  document.execCommand(command);
  return true;
}

async function duplicate(workspace: Workspace): Promise<void> {
  const state = workspace.session.use.getState();
  if (state.kind !== 'open') return;
  const { slug } = state;
  await workspace.startArticle(() => standfirst.article.duplicate({ slug }));
}
