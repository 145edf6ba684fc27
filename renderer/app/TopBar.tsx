import {
  CircleCheck,
  History,
  ListChecks,
  MessageSquareQuote,
  PanelLeft,
  PanelRight,
  Plus,
  Redo2,
  SeparatorHorizontal,
  Share,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { type ActionId, actions } from '../../shared/ipc/actions';
import type { KeyMap } from '../../shared/ipc/keys';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { Button, IconButton } from '../ui/Button';
import type { Performers } from './actions';
import { useWindow } from './desk-state';
import { shownKey } from './keys';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly performers: Performers;
  readonly session: Session;
  readonly platform: string;
}

const noKeys: KeyMap = {};

/** The bar above the three panes: what a writer reaches for most. */
export function TopBar({ performers, session, platform }: TopBarProps) {
  const isOpen = session.use((state) => state.kind === 'open');
  const headline = session.use((state) => (state.kind === 'open' ? state.head.headline : ''));
  const canUndo = useWindow((state) => state.canUndo);
  const canRedo = useWindow((state) => state.canRedo);
  const keys = useWindow((state) => state.preferences?.keys ?? noKeys);
  const named = (action: ActionId) => {
    const key = shownKey(action, keys, platform);
    return key ? `${actions[action].label} (${key})` : actions[action].label;
  };
  const icon = (action: ActionId, picture: ReactNode, isPossible: boolean) => (
    <IconButton
      label={actions[action].label}
      keys={shownKey(action, keys, platform)}
      icon={picture}
      disabled={!isPossible}
      // The caret stays where it is: the action works on it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => performers[action]?.()}
    />
  );
  const worded = (action: ActionId, picture: ReactNode) => (
    <Button
      look="quiet"
      aria-label={actions[action].label}
      title={named(action)}
      disabled={!isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => performers[action]?.()}
    >
      {picture}
      <span className={styles.words}>{actions[action].label}</span>
    </Button>
  );
  return (
    <header className={styles.bar}>
      <div className={styles.group}>
        {icon('view.library', <PanelLeft size={17} aria-hidden />, true)}
        {icon('article.new', <Plus size={17} aria-hidden />, true)}
        <span className={styles.line} />
        {icon('edit.undo', <Undo2 size={17} aria-hidden />, isOpen && canUndo)}
        {icon('edit.redo', <Redo2 size={17} aria-hidden />, isOpen && canRedo)}
      </div>
      <h1 className={styles.title}>{isOpen ? headline || strings.library.untitled : strings.appName}</h1>
      <div className={styles.group}>
        {worded('quote.tag', <MessageSquareQuote size={17} aria-hidden />)}
        {icon('quote.suggest', <ListChecks size={17} aria-hidden />, isOpen)}
        {worded('adBreak.insert', <SeparatorHorizontal size={17} aria-hidden />)}
        {icon('article.check', <CircleCheck size={17} aria-hidden />, isOpen)}
        {icon('article.versions', <History size={17} aria-hidden />, isOpen)}
        <span className={styles.line} />
        <Button
          look="primary"
          disabled={!isOpen}
          aria-label={actions['article.export'].label}
          title={named('article.export')}
          onClick={() => performers['article.export']?.()}
        >
          <Share size={15} aria-hidden />
          <span className={styles.mainWords}>{actions['article.export'].label}</span>
        </Button>
        {icon('view.inspector', <PanelRight size={17} aria-hidden />, true)}
      </div>
    </header>
  );
}
