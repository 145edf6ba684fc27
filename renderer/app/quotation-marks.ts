import type { CheckState } from '../../shared/sources/checking';
import { checkState } from '../../shared/sources/checking';
import type { ArticleEditor } from '../editor/article-editor';
import { $quotationAtSelection } from '../editor/features/quotation/tagging';
import { type DocumentSnapshot, useDocument } from '../session/document';
import { quotedWords } from '../session/quotations';
import { announce, useAnnouncement } from '../ui/announce';

/** The quotations that somebody checked, and whether the words are still those; computed for an idle snapshot. */
export function checksOf({ body, quotations }: DocumentSnapshot): ReadonlyMap<string, CheckState> {
  const checked = [...quotations.values()].filter((quotation) => quotation.checked);
  if (checked.length === 0) return new Map();
  const words = quotedWords(body);
  return new Map(
    checked.map((quotation) => [quotation.id, checkState(quotation, words.get(quotation.id) ?? '')]),
  );
}

/**
 * Marks checked words in the text when the window is idle, and tells a screen reader who speaks when the caret enters
 * a quotation. The second looks at the caret's ancestors alone, on changes of the selection alone.
 */
export function followQuotations(editor: ArticleEditor): void {
  useDocument.subscribe((snapshot, former) => {
    if (snapshot.body !== former.body || snapshot.quotations !== former.quotations)
      editor.quotations.setChecks(checksOf(snapshot));
  });

  let entered: string | null = null;
  let said = '';
  editor.lexical.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
    const quotation = editorState.read(() => $quotationAtSelection()?.getQuotation() ?? null);
    const id = quotation?.id ?? null;
    if (id === entered) return;
    entered = id;
    // A change of the text has words of its own ("Quotation tagged"); typing goes on where it was.
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) return;
    if (quotation) {
      said = editor.quotations.describe(quotation);
      announce(said);
    } else if (useAnnouncement.getState().text === said) {
      // Silence, so that the same words are news again; but nobody else's words are cut short.
      announce('');
    }
  });
}
