import { $getSelection, $isRangeSelection, type LexicalEditor, type RangeSelection } from 'lexical';
import type { Quotation } from '../../shared/article/quotation';
import { inlineText } from '../../shared/article/traverse';
import type { ArticleEditor } from '../editor/article-editor';
import {
  $articleText,
  $offsetOfPoint,
  $selectText,
  type ArticleText,
  movedPlaces,
  type TextPlace,
} from '../editor/article-text';
import { $isQuotationNode } from '../editor/features/quotation/node';
import {
  $changeQuotation,
  $quotationAtSelection,
  $removeTag,
  $spansOf,
  $tagWords,
} from '../editor/features/quotation/tagging';
import { $spanAround } from '../editor/span';
import { quotedWords } from '../session/quotations';
import type { Session } from '../session/session';
import { detectQuotations } from '../sources/detection';
import type { TagDecision, TagSubject } from '../sources/TagDialog';
import { strings } from '../strings/en';
import { sourcesWords } from '../strings/sources';
import { announce } from '../ui/announce';
import { sayAbout } from './desk-state';
import type { Workspace } from './workspace';

/**
 * What "Tag quote" is about: the quotation at the caret if it is tagged, the selected words, or the quotation that is
 * found around the caret, which is then selected. Null when there is nothing to tag.
 */
export async function tagSubject(editor: ArticleEditor): Promise<TagSubject | null> {
  const { lexical } = editor;
  const quotation = lexical.read(() => $quotationAtSelection()?.getQuotation() ?? null);
  if (quotation) {
    // The words as the article has them, so that they can be compared with those that were checked; of a caption above the body
    // they stand in the editor of the caption alone.
    const words =
      quotedWords(editor.body.read()).get(quotation.id) ??
      lexical.read(() =>
        $spansOf(quotation.id)
          .map((span) => inlineText(editor.conversion.$childrenToInlines(span)))
          .join(' '),
      );
    return { words, quotation, guess: null };
  }

  const { article, range } = lexical.read($selectedWords);
  if (!range) return null;
  const quotations = await detectQuotations(article.text);
  const found =
    quotations.find(({ start, end }) => start <= range.start && end >= range.end) ??
    quotations.find(({ start, end }) => start < range.end && end > range.start);
  const guess = found?.speaker ? { name: found.speaker.name, role: found.speaker.role } : null;
  // Somebody may have written on while the words were looked for: tagged is what is selected now.
  const present = lexical.read($selectedWords);
  if (range.start !== range.end) {
    const words = wordsAt(present);
    return words === ''
      ? null
      : { words, quotation: null, guess: words === wordsAt({ article, range }) ? guess : null };
  }
  if (!found) return null;
  const place = movedPlaces(article, present.article)(found);
  if (!place) return null;
  lexical.update(() => $selectText(present.article, place.start, place.end), { discrete: true });
  return { words: found.text, quotation: null, guess };
}

/** The article's words, and where in them the selection or the caret stands; null for the selection of a card. */
interface SelectedWords {
  readonly article: ArticleText;
  readonly range: TextPlace | null;
}

function $selectedWords(): SelectedWords {
  const article = $articleText();
  return { article, range: $selectedRange(article) };
}

const wordsAt = ({ article, range }: SelectedWords): string =>
  range ? article.text.slice(range.start, range.end) : '';

/** The selected words as offsets into the article's text; null when no words are selected and there is no caret. */
export function $selectedRange(article: ArticleText): TextPlace | null {
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
  const lost = new Set<string>();
  editor.lexical.update(
    () => {
      if ($spansOf(quotation.id).length > 0) return $changeQuotation(quotation);
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const former = $quotationsIn(selection);
      $tagWords(selection, quotation);
      for (const { id, checked } of former) if (checked && $spansOf(id).length === 0) lost.add(checked.by);
    },
    { tag: 'history-push', discrete: true },
  );
  announce(sourcesWords.tag.done(source?.name ?? strings.quotation.nobody));
  // A mark is never lost without a word.
  if (lost.size > 0) sayAbout('article', sourcesWords.quotationDetails.replaced([...lost].join(', ')));
}

/** The quotations that words of `selection` are part of. */
function $quotationsIn(selection: RangeSelection): readonly Quotation[] {
  return selection.getNodes().flatMap((node) => $spanAround(node, $isQuotationNode)?.getQuotation() ?? []);
}

/** Takes a tag away; the words stay. */
export function removeTag(lexical: LexicalEditor, quoteId: string): void {
  const by = lexical.read(() => $spansOf(quoteId)[0]?.getQuotation().checked?.by);
  lexical.update(() => $removeTag(quoteId), { tag: 'history-push' });
  announce(sourcesWords.tag.removed);
  if (by !== undefined) sayAbout('article', sourcesWords.quotationDetails.replaced(by));
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

/** Opens the article `slug` and shows one of its quotations. */
export async function openAtQuotation(workspace: Workspace, slug: string, quoteId: string): Promise<void> {
  await workspace.openArticle(slug);
  const state = workspace.session.use.getState();
  if (state.kind === 'open' && state.slug === slug) goToQuotation(workspace.editor.lexical, quoteId);
}
