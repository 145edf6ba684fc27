import { useEffect, useRef } from 'react';
import type { Source } from '../../shared/article/source';
import { useDocument } from '../session/document';
import { sourcesWords } from '../strings/sources';
import styles from './SpeakerStrip.module.css';
import { type PlacedMark, placedMarks } from './strip-marks';

/** How long nothing must change before the strip is drawn anew, in milliseconds. */
const restOfHands = 350;

interface SpeakerStripProps {
  readonly sources: readonly Source[];
  /** The element that holds the words; the strip lies beside it, in the same scrolled page. */
  readonly body: () => HTMLElement | null;
  /** The parts of the body that are laid out now, in reading order; the rest is nowhere near what is seen. */
  readonly drawn: (body: HTMLElement) => readonly HTMLElement[];
  /** The event that a part tells when it is laid out from now on, or no more. */
  readonly redrawn: string;
  readonly onGoTo: (quoteId: string) => void;
}

/**
 * Who speaks where, along the text: a line as long as the words, in the speaker's tone and with the initials. It is
 * measured when the window is idle and never on a keystroke, and only where the text is near what is seen. Screen readers are told the same by the Sources region and
 * by the quotations themselves.
 */
export function SpeakerStrip({ sources, body, drawn, redrawn, onGoTo }: SpeakerStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const snapshot = useDocument((state) => state.body);
  const quotations = useDocument((state) => state.quotations);

  // biome-ignore lint/correctness/useExhaustiveDependencies: snapshot, records and sources are drawn by way of the page.
  useEffect(() => {
    let pause = 0;
    let idle = 0;
    const draw = () => {
      const [element, words] = [strip.current, body()];
      if (element && words) show(element, measured(drawn(words), element));
    };
    const soon = () => {
      // Measuring a long article takes longer than a keystroke may wait, so it waits until the hands rest.
      clearTimeout(pause);
      pause = window.setTimeout(() => {
        idle = requestIdleCallback(draw);
      }, restOfHands);
    };
    soon();
    // Lines break anew when the page gets wider, a picture arrives or the zoom changes.
    const resized = new ResizeObserver(soon);
    const words = body();
    if (words) resized.observe(words);
    words?.addEventListener(redrawn, soon, true);
    return () => {
      resized.disconnect();
      words?.removeEventListener(redrawn, soon, true);
      clearTimeout(pause);
      cancelIdleCallback(idle);
    };
  }, [sources, body, drawn, redrawn, snapshot, quotations]);

  return (
    <div
      ref={strip}
      className={styles.strip}
      aria-hidden
      onClick={(event) => {
        const mark =
          event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-quote]') : null;
        if (mark?.dataset.quote) onGoTo(mark.dataset.quote);
      }}
    />
  );
}

/** The quotations in the parts of the page that are drawn now. */
function measured(parts: readonly HTMLElement[], strip: HTMLElement): readonly PlacedMark[] {
  const { top } = strip.getBoundingClientRect();
  const quoted = parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('[data-quote]')]);
  const spans = quoted.map((span) => {
    const box = span.getBoundingClientRect();
    return {
      quoteId: span.dataset.quote ?? '',
      initials: span.dataset.initials ?? '',
      tone: span.dataset.tone ?? '',
      label: span.title,
      top: box.top - top,
      bottom: box.bottom - top,
    };
  });
  return placedMarks(spans);
}

/** What a mark shows now. */
const drawn = new WeakMap<Element, PlacedMark>();

/** Draws the marks; those that are where they were stay untouched. */
function show(strip: HTMLElement, marks: readonly PlacedMark[]): void {
  while (strip.children.length > marks.length) strip.lastElementChild?.remove();
  for (const [index, mark] of marks.entries()) {
    const present = strip.children[index];
    const element = present instanceof HTMLElement ? present : strip.appendChild(newMark());
    const former = drawn.get(element);
    drawn.set(element, mark);
    if (former?.top !== mark.top) element.style.setProperty('top', `${mark.top}px`);
    if (former?.height !== mark.height) element.style.setProperty('height', `${mark.height}px`);
    if (former?.quoteId !== mark.quoteId) element.dataset.quote = mark.quoteId;
    if (former?.tone !== mark.tone) element.dataset.tone = mark.tone;
    if (former?.label !== mark.label) element.title = sourcesWords.strip.title(mark.label);
    if (former?.initials !== mark.initials) element.textContent = mark.initials;
  }
}

function newMark(): HTMLElement {
  const mark = document.createElement('div');
  mark.className = styles.mark ?? '';
  return mark;
}
