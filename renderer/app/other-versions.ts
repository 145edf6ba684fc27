import { isConflictNameOf } from '../../shared/versions/conflict-name';
import { on, standfirst } from '../bridge/standfirst';
import type { Session } from '../session/session';
import { useWindow } from './desk-state';

/** Follows what other programs left beside the open article. @public: loaded late */
export function followOthers(session: Session): void {
  const openSlug = () => {
    const state = session.use.getState();
    return state.kind === 'open' ? state.slug : null;
  };
  let asked: string | null = null;

  async function lookForCopies(): Promise<void> {
    const slug = openSlug();
    asked = slug;
    const answer = slug === null ? null : await standfirst.article.conflictCopies({ slug });
    if (asked === slug) useWindow.setState({ conflictCopies: answer?.ok ? answer.value : [] });
  }

  session.use.subscribe((state, before) => {
    const slug = state.kind === 'open' ? state.slug : null;
    const former = before.kind === 'open' ? before.slug : null;
    if (slug === former) return;
    useWindow.setState({ conflictCopies: [] });
    requestIdleCallback(() => void lookForCopies());
  });
  on('conflictCopyAppeared', ({ slug }) => {
    if (slug === openSlug()) void lookForCopies();
  });
  on('deskChanged', ({ changed, removed }) => {
    const slug = openSlug();
    const names = [...changed.map((entry) => entry.slug), ...removed];
    if (slug !== null && names.some((name) => isConflictNameOf(name, slug, ''))) void lookForCopies();
  });
  void lookForCopies();
}

/** Asks for words that an earlier window could not save. */
export async function lookForRecovered(): Promise<void> {
  const answer = await standfirst.recovery.list();
  useWindow.setState({ recovered: answer.ok ? answer.value : [] });
}
