import type { Workspace } from './workspace';

const panes = '#root > * > :is(header, aside, main)';

/** Where the keyboard was in each pane when it was led out of it. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** What stops Tab in a pane; of a list one row alone does. */
const stops =
  ':is(a[href], button, input, select, textarea, [tabindex]):not([tabindex="-1"], :disabled, [inert] *)';

/**
 * Leads the keyboard to the pane after the one it is in, or before it, and round: bar, articles, page, inspector, as many
 * of them as are shown. It comes back to where it was. @public: loaded late
 */
export function goToPane({ editor, session }: Workspace, step: 1 | -1): void {
  const shown = [...document.querySelectorAll<HTMLElement>(panes)];
  const here = document.activeElement;
  const at = shown.findIndex((pane) => pane.contains(here));
  const from = shown[at];
  if (from && here instanceof HTMLElement) lastIn.set(from, here);
  const next = shown[(at + step + shown.length) % shown.length];
  if (!next) return;
  const { kind } = session.use.getState();
  const page = editor.lexical.getRootElement();
  if (kind === 'open' && page && !page.closest('[inert]') && next.contains(page)) {
    const field = lastIn.get(next);
    if (field?.isConnected && !page.contains(field)) field.focus();
    else page.focus({ preventScroll: true });
    return;
  }
  const last = lastIn.get(next);
  const stop = last?.isConnected && last.matches(stops) ? last : firstStop(next);
  stop?.focus();
}

/** In the list of articles the open one, elsewhere the first thing that can have the keyboard. */
const firstStop = (pane: HTMLElement): HTMLElement | null =>
  pane.querySelector<HTMLElement>('[role="option"][tabindex="0"]') ?? pane.querySelector<HTMLElement>(stops);
