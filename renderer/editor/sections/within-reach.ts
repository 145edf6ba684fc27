import { sectionOf, sectionsOf } from './section-elements';

/*
 * The browser moves a caret over lines that are laid out, and leaps over all others: where the page was scrolled elsewhere,
 * one line down from the end of a section would be the first line that is seen, and a selection would go as far. Where the
 * beginning of a selection is not laid out, a key that moves its end takes the beginning along to a line that is. Nor does it
 * scroll to the true end of a page whose end is guessed.
 */

const reachable = 'data-reachable';

/** Keys that can take the caret into another section, or the end of a selection anywhere; the others stay in their line. */
const leadsOn = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key.startsWith('Arrow') ||
  key.startsWith('Page') ||
  ((key === 'Home' || key === 'End') && (ctrlKey || metaKey || shiftKey));

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

/**
 * Those beside that of the caret, and that in which the selection begins; for a key that goes far, also those that fill a
 * window at either end of the page.
 */
function sectionsAhead(
  sections: readonly HTMLElement[],
  { ctrlKey, metaKey }: KeyboardEvent,
): readonly (HTMLElement | null | undefined)[] {
  const selection = document.getSelection();
  const here = sectionAt(selection?.focusNode ?? null);
  const at = here ? sections.indexOf(here) : -1;
  const beside = at === -1 ? [] : [sections[at - 1], sections[at + 1]];
  const near = [...beside, sectionAt(selection?.anchorNode ?? null)];
  return ctrlKey || metaKey ? [...near, ...sections.slice(0, 2), ...sections.slice(-2)] : near;
}

function sectionAt(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element && sectionOf(element);
}
