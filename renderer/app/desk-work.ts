import type { Article } from '../../shared/article/article';
import type { Finding, Fix } from '../../shared/checks/finding';
import { heedFinding, ignoreFinding } from '../../shared/checks/ignore';
import type { Head } from '../session/session';
import { toolWords } from '../strings/tools';
import { announce } from '../ui/announce';
import { writeDeskSettings } from './desk-choice';
import { inform, sayAbout, useWindow } from './desk-state';
import { showPlace } from './show-place';
import type { Workspace } from './workspace';

/** Writes a changed article into the window: the body as one step of undo, the head where it differs. */
export function writeArticle({ session, editor }: Workspace, changed: Article): void {
  const { body, quotations, ...head } = changed;
  editor.quotations.offer(quotations);
  editor.body.write(body);
  const state = session.use.getState();
  if (state.kind !== 'open') return;
  const fields = Object.fromEntries(
    // The keys are those of the head; each is kept only where its value is another one.
    Object.entries(head).filter(([name, value]) => state.head[name as keyof Head] !== value),
  ) as Partial<Head>;
  if (Object.keys(fields).length > 0) session.change(fields);
}

/** Does what a finding offers. */
export const fixFinding = (workspace: Workspace, finding: Finding): Promise<void> =>
  applyPresent(workspace, finding, ({ fix }) => fix);

/** Writes a suggestion of the dictionary in the place of a misspelt word. */
export async function writeSuggestion(
  workspace: Workspace,
  finding: Finding,
  suggestion: string,
): Promise<void> {
  const { spellingFix } = await import('../../shared/checks');
  await applyPresent(workspace, finding, (present) => spellingFix(present, suggestion));
}

/** Applies a fix at the places that the finding has in the article now; nothing where the finding is gone. */
async function applyPresent(
  workspace: Workspace,
  finding: Finding,
  fixOf: (present: Finding) => Fix | null,
): Promise<void> {
  const { applyFix } = await import('../../shared/checks');
  const present = await workspace.presentFinding(finding);
  const article = workspace.session.article();
  const fix = present && fixOf(present);
  if (!article || !fix) return;
  writeArticle(workspace, applyFix(article, fix));
  announce(fix.words);
}

let learning: Promise<unknown> = Promise.resolve();

/** Adds a word to those the desk accepts; one after the other, so that each begins with those that are there by then. */
export function learnWord(workspace: Workspace, word: string): void {
  learning = learning.then(async () => {
    const desk = useWindow.getState().desk;
    if (!desk) return;
    const words = [...new Set([...desk.settings.words, word])].sort();
    await writeDeskSettings({ ...desk.settings, words });
    workspace.checkAgain();
  });
}

/** Keeps in the article that a finding may stay, and why. */
export function leaveFinding({ session }: Workspace, finding: Finding, reason: string): void {
  const article = session.article();
  if (article) session.change({ ignoredChecks: ignoreFinding(article, finding, reason).ignoredChecks });
}

/** Takes back that a finding may stay. */
export function takeUpFinding({ session }: Workspace, finding: Finding): void {
  const article = session.article();
  if (article) session.change({ ignoredChecks: heedFinding(article, finding).ignoredChecks });
}

/** Leads to the block at `index` of the body. */
export const showBlock = (workspace: Workspace, index: number): void =>
  showPlace(workspace, { kind: 'block', block: index });

/** Sets the ad breaks that the policy allows, keeps those set by hand, and says why there are not more. */
export async function placeAdBreaks(workspace: Workspace): Promise<void> {
  const { createBlockMeasures, placeAutomatically } = await import('../../shared/adbreaks');
  const article = workspace.session.article();
  const policy = article?.adPolicy ?? useWindow.getState().desk?.settings.adPolicy;
  if (!article || !policy) return;
  const placement = placeAutomatically(article.body, policy, createBlockMeasures(article.language));
  if (!placement.ok) return sayAbout('article', toolWords.adBreaks.refused);
  writeArticle(workspace, { ...article, body: placement.value.body });
  const automatic = placement.value.breaks.filter((placed) => placed.by === 'auto').length;
  inform(`${toolWords.adBreaks.placed(automatic)} ${placement.value.limit}`);
}
