import { create } from 'zustand';

/** What a screen reader is told next; drawn once by the window as a polite live region. */
export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

/** Tells a screen reader `text`, without moving the keyboard. */
export const announce = (text: string): void => useAnnouncement.setState({ text });
