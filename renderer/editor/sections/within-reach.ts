import { sectionOf, sectionsOf } from './section-elements';

/*
 * The browser moves a caret over lines that are laid out, and leaps over all others: where the page was scrolled elsewhere,
 * one line down from the end of a section would be the first line that is seen, and a selection would go as far. Nor does it
 * scroll to the true end of a page whose end is guessed.
 */

const reachable = 'data-reachable';

/** Keys that can take the caret into another section; the others stay in their line. */
const leadsOn = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.startsWith('Arrow') ||
  key.startsWith('Page') ||
  ((key === 'Home' || key === 'End') && (ctrlKey || metaKey));

/** Has the sections that a key of `body` may take the caret to laid out meanwhile. Answers how to stop. */
export function keepWithinReach(body: HTMLElement): () => void {
  let frame = 0;
  const release = () => {
    for (const section of sectionsOf(body)) section.removeAttribute(reachable);
  };
  const reach = (event: KeyboardEvent) => {
    if (!leadsOn(event)) return;
    for (const section of sectionsAhead(sectionsOf(body), event)) section?.setAttribute(reachable, '');
    cancelAnimationFrame(frame);
    // In the frame after the key the browser still learns how high they are.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(release);
    });
  };
  body.addEventListener('keydown', reach, true);
  return () => {
    cancelAnimationFrame(frame);
    release();
    body.removeEventListener('keydown', reach, true);
  };
}

/** Those beside that of the caret; for a key that goes far, also those that fill a window at either end of the page. */
function sectionsAhead(
  sections: readonly HTMLElement[],
  { ctrlKey, metaKey }: KeyboardEvent,
): readonly (HTMLElement | undefined)[] {
  const here = sectionOfCaret();
  const at = here ? sections.indexOf(here) : -1;
  const near = at === -1 ? [] : [sections[at - 1], sections[at + 1]];
  return ctrlKey || metaKey ? [...near, ...sections.slice(0, 2), ...sections.slice(-2)] : near;
}

function sectionOfCaret(): HTMLElement | null {
  const node = document.getSelection()?.focusNode ?? null;
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element && sectionOf(element);
}
