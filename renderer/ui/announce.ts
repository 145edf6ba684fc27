import { create } from 'zustand';

/** What a screen reader is told next; drawn once by the window as a polite live region. */
export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

/**
 * Tells a screen reader `text`, without moving the keyboard. The same words a second time differ by a space at the end:
 * what does not change is not read out.
 */
export const announce = (text: string): void =>
  useAnnouncement.setState((last) => ({ text: last.text === text ? `${text}\u00a0` : text }));
