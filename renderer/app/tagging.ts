import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import type { ArticleEditor } from '../editor/article-editor';
import { $articleText, $offsetOfPoint, $selectText, type ArticleText } from '../editor/article-text';
import {
  $changeQuotation,
  $quotationAtSelection,
  $removeTag,
  $spansOf,
  $tagWords,
} from '../editor/features/quotation/tagging';
import type { Session } from '../session/session';
import { detectQuotations } from '../sources/detection';
import type { TagDecision, TagSubject } from '../sources/TagDialog';
import { strings } from '../strings/en';
import { announce } from '../ui/announce';

/**
 * What "Tag quote" is about: the quotation at the caret if it is tagged, the selected words, or the quotation that is
 * found around the caret, which is then selected. Null when there is nothing to tag.
 */
export async function tagSubject(editor: ArticleEditor): Promise<TagSubject | null> {
  const { lexical } = editor;
  const tagged = lexical.read(() => {
    const span = $quotationAtSelection();
    if (!span) return null;
    const quotation = span.getQuotation();
    const words = $spansOf(quotation.id)
      .map((node) => node.getTextContent())
      .join(' ');
    return { words, quotation, guess: null };
  });
  if (tagged) return tagged;

  const article = lexical.read(() => $articleText());
  const range = lexical.read(() => $selectedRange(article));
  if (!range) return null;
  const quotations = await detectQuotations(article.text);
  const found =
    quotations.find(({ start, end }) => start <= range.start && end >= range.end) ??
    quotations.find(({ start, end }) => start < range.end && end > range.start);
  const guess = found?.speaker ? { name: found.speaker.name, role: found.speaker.role } : null;
  if (range.start !== range.end) {
    return { words: article.text.slice(range.start, range.end), quotation: null, guess };
  }
  if (!found) return null;
  lexical.update(() => $selectText(article, found.start, found.end), { discrete: true });
  return { words: found.text, quotation: null, guess };
}

/** The selected words as offsets into the article's text; null when no words are selected and there is no caret. */
function $selectedRange(article: ArticleText): { readonly start: number; readonly end: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [anchor, focus] = [
    $offsetOfPoint(article, selection.anchor),
    $offsetOfPoint(article, selection.focus),
  ];
  if (anchor === null || focus === null) return null;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** Where the caret, or the start of the selection, stands in the article's text. */
export const caretOffset = (lexical: LexicalEditor): number | null =>
  lexical.read(() => $selectedRange($articleText())?.start ?? null);

/** Writes the writer's decision into the article: the source into its list, the tag into the text. One undo. */
export function applyTag(editor: ArticleEditor, session: Session, decision: TagDecision): void {
  const state = session.use.getState();
  if (state.kind !== 'open') return;
  const { source, quotation } = decision;
  if (source && !state.head.sources.some((known) => known.id === source.id)) {
    session.change({ sources: [...state.head.sources, source] });
  }
  editor.lexical.update(
    () => {
      if ($spansOf(quotation.id).length > 0) return $changeQuotation(quotation);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $tagWords(selection, quotation);
    },
    { tag: 'history-push' },
  );
  announce(strings.tag.done(source?.name ?? strings.quotation.nobody));
}

/** Takes a tag away; the words stay. */
export function removeTag(lexical: LexicalEditor, quoteId: string): void {
  lexical.update(() => $removeTag(quoteId), { tag: 'history-push' });
  announce(strings.tag.removed);
}

/** Puts the caret into the first words of a quotation and shows them in the middle of the page. */
export function goToQuotation(lexical: LexicalEditor, quoteId: string): void {
  lexical.update(() => void $spansOf(quoteId)[0]?.selectStart(), {
    onUpdate: () => {
      const element = document.querySelector(`.body [data-quote="${CSS.escape(quoteId)}"]`);
      element?.scrollIntoView({ block: 'center' });
      lexical.focus();
    },
  });
}
