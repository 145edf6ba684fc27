import { newArticle } from '../../shared/article/article';
import { defaultDeskSettings } from '../../shared/article/desk-settings';
import { recordsNamed } from '../../shared/article/traverse';
import type { ClipboardDoors } from '../editor/clipboard-setting';
import type { Session } from '../session/session';
import { useBook } from '../sources/book';
import { strings } from '../strings/en';
import { behindTheStart } from '../ui/first-frame';
import { inform, sayAbout, useWindow } from './desk-state';
import { withholdSelections } from './primary-selection';

const entries = () => import('./clipboard-entries');

function openId(session: Session): string | null {
  const state = session.use.getState();
  return state.kind === 'open' ? state.head.id : null;
}

/**
 * How words leave and enter by the clipboard: by the same gate as an export, and through the same reader as an import.
 * Both are parts of the app that the first keystroke does not need; they are fetched when the window is first idle.
 */
export function createClipboardDoors(session: () => Session): ClipboardDoors {
  let exits: typeof import('./clipboard-exits') | null = null;
  withholdSelections();
  behindTheStart(() => {
    void entries();
    void import('./clipboard-exits').then((loaded) => {
      exits = loaded;
    });
  });

  return {
    leave(blocks, quotations) {
      const state = session().use.getState();
      const desk = useWindow.getState().desk?.settings ?? defaultDeskSettings;
      if (!exits || state.kind !== 'open') return null;
      const { head } = state;
      const part = newArticle({
        id: head.id,
        slug: head.slug,
        language: head.language,
        created: head.created,
      });
      const whole = { ...part, sources: head.sources, quotations, body: blocks };
      const leaving = exits.leavingForms(whole, desk, useBook.getState());
      if (leaving.ok) return leaving.value;
      sayAbout('article', leaving.error);
      return null;
    },
    standing() {
      const article = session().article();
      return article ? recordsNamed(article).quotations : new Set();
    },
    sources() {
      const state = session().use.getState();
      return state.kind === 'open' ? state.head.sources : [];
    },
    adopt(sources) {
      const state = session().use.getState();
      if (state.kind !== 'open') return;
      const present = new Set(state.head.sources.map(({ id }) => id));
      const missing = sources.filter(({ id }) => !present.has(id));
      if (missing.length > 0) session().change({ sources: [...state.head.sources, ...missing] });
    },
    enter: async (html, insertPlain) => (await entries()).enterHtml(session(), html, insertPlain),
    async readPlain(plain) {
      const asked = openId(session());
      const { readPlainText } = await entries();
      if (openId(session()) === asked) return readPlainText(plain);
      sayAbout('article', strings.paste.otherArticle);
      return [];
    },
    flattened: () => inform(strings.paste.flattened),
    failed(error) {
      console.error(error);
      sayAbout('article', strings.paste.mistake);
    },
    keepPicture: async (file) => (await entries()).keepPicture(session(), file),
  };
}
