import { create } from 'zustand';
import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import type { Checker } from '../../shared/checks/checker';
import type { Finding } from '../../shared/checks/finding';
import type { WordList } from '../../shared/checks/words/word-list';

/** What the checks last said; null before the first check of an article. */
export const useFindings = create<{ readonly findings: readonly Finding[] | null }>()(() => ({
  findings: null,
}));

/** The words of English, for telling two words that were run together from one. */
const englishWords = new URL('../../assets/words/english.txt', import.meta.url).href;

/** How long the window may postpone a check while the writer types on, in milliseconds. */
const mostIdleWait = 2500;

export interface Checking {
  /** Checks again when the window is idle; calls in between are one. */
  changed(): void;
  /** Forgets what was found: another article is shown. */
  reset(): void;
}

/**
 * Keeps the findings up to date. The checker is fetched when it is first needed, and looks only at blocks that changed.
 */
export function createChecking(article: () => Article | null, desk: () => DeskSettings | null): Checking {
  let checker: Checker | null = null;
  let wordList: WordList | null = null;
  let waiting = false;

  async function check(): Promise<void> {
    waiting = false;
    const { createChecker, parseWordList } = await import('../../shared/checks');
    checker ??= createChecker();
    const [present, settings] = [article(), desk()];
    if (!present || !settings) return;
    const setting = { language: present.language, desk: settings, wordList };
    const findings = checker.check(present, setting, { now: Date.now(), openSuggestions: 0 });
    useFindings.setState({ findings });
    if (wordList === null && present.language.startsWith('en')) {
      const parsed = parseWordList(await (await fetch(englishWords)).text());
      // Without the list the checks that need it find nothing; the others go on.
      if (!parsed.ok) return;
      wordList = parsed.value;
      checking.changed();
    }
  }

  const checking: Checking = {
    changed() {
      if (waiting) return;
      waiting = true;
      requestIdleCallback(() => void check(), { timeout: mostIdleWait });
    },
    reset: () => useFindings.setState({ findings: null }),
  };
  return checking;
}
