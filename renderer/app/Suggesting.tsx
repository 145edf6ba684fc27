import { $addUpdateTag, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import { newQuotation } from '../../shared/article/quotation';
import { newSource, type Source } from '../../shared/article/source';
import { offeredSources } from '../../shared/sources/offered';
import { sourceNamed } from '../../shared/sources/same-source';
import { useFindings } from '../checks/findings';
import type { ArticleEditor } from '../editor/article-editor';
import {
  $articleText,
  $selectionsOf,
  $selectPlaces,
  type ArticleText,
  movedPlaces,
  type TextPlace,
} from '../editor/article-text';
import { $isQuotationNode } from '../editor/features/quotation/node';
import { $tagWords } from '../editor/features/quotation/tagging';
import { paint, rangesOf, unpaint } from '../editor/highlight';
import { $spanAround } from '../editor/span';
import { useBook } from '../sources/book';
import { detectQuotations } from '../sources/detection';
import { type ChosenSpeaker, type Suggestion, SuggestPanel } from '../sources/SuggestPanel';
import { sourcesWords } from '../strings/sources';
import { announce } from '../ui/announce';
import { $selectedRange } from './tagging';
import type { Workspace } from './workspace';

interface SuggestingProps {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** What is suggested, and the text in which it stands so. */
interface Found {
  readonly article: ArticleText;
  readonly suggestions: readonly Suggestion[];
}

/** Quotations in the text that carry no tag, from the caret on and then round from the start. */
async function untagged({ lexical }: ArticleEditor): Promise<Found> {
  const { asked, caret } = lexical.read(() => {
    const asked = $articleText();
    return { asked, caret: $selectedRange(asked)?.start ?? 0 };
  });
  const found = await detectQuotations(asked.text);
  return lexical.read(() => {
    // Somebody may have written on in the meantime: what stands elsewhere in the text has only moved.
    const article = $articleText();
    const placeOf = movedPlaces(asked, article);
    const open = found.flatMap((suggestion) => {
      const place = placeOf(suggestion);
      const tagged = place && $isTagged(article, place);
      return place && !tagged
        ? [{ suggestion: { ...suggestion, ...place }, behind: suggestion.end >= caret }]
        : [];
    });
    const inTurn = [...open.filter(({ behind }) => behind), ...open.filter(({ behind }) => !behind)];
    return { article, suggestions: inTurn.map(({ suggestion }) => suggestion) };
  });
}

const $isTagged = (article: ArticleText, { start, end }: TextPlace): boolean =>
  $selectionsOf(article, start, end).some((selection) =>
    selection.getNodes().some((node) => $spanAround(node, $isQuotationNode)),
  );

/** "Suggest quotes": finds what is not tagged, shows each in the page, and writes what the writer accepts. */
export function Suggesting({ workspace, onClose }: SuggestingProps) {
  const { editor, session } = workspace;
  const { lexical } = editor;
  const [found, setFound] = useState<Found | null>(null);
  const [index, setIndex] = useState(0);
  const sources = session.use((state) => (state.kind === 'open' ? state.head.sources : []));
  const book = useBook();
  const suggestions = found?.suggestions;
  const article = found?.article;
  const suggestion = suggestions?.[index];

  const left = suggestions?.length ?? 0;
  const leave = useCallback(() => {
    useFindings.setState({ openSuggestions: left });
    workspace.checkAgain();
    unpaint('suggestion');
    onClose();
    lexical.focus();
  }, [lexical, left, onClose, workspace]);

  useEffect(() => {
    let stopped = false;
    void untagged(editor).then((untold) => !stopped && setFound(untold));
    return () => {
      stopped = true;
      unpaint('suggestion');
    };
  }, [editor]);

  useEffect(() => {
    if (!suggestion || !article) return unpaint('suggestion');
    lexical.read(() => {
      const present = $articleText();
      const place = movedPlaces(article, present)(suggestion);
      const selections = place ? $selectionsOf(present, place.start, place.end) : [];
      paint('suggestion', rangesOf(lexical, selections), 'scroll');
    });
  }, [lexical, article, suggestion]);

  /** The source called `name`: of the article, of the source book, or a new one. */
  function sourceFor({ name, role }: ChosenSpeaker): Source {
    const state = session.use.getState();
    const present = state.kind === 'open' ? state.head.sources : [];
    const known = sourceNamed(present, name);
    if (known) return known;
    const source = sourceNamed(offeredSources(present, book), name) ?? {
      ...newSource(crypto.randomUUID(), name),
      role,
    };
    session.change({ sources: [...present, source] });
    return source;
  }

  /** Tags the given suggestions in one step of undo. */
  function accept(
    given: readonly { readonly suggestion: Suggestion; readonly speaker: ChosenSpeaker }[],
  ): void {
    if (!article) return;
    const present = lexical.read(() => $articleText());
    const placeOf = movedPlaces(article, present);
    // Words in which somebody has written since are no longer what was suggested: they are passed over.
    const tags = given.flatMap(({ suggestion: { kind, ...words }, speaker }) => {
      const place = placeOf(words);
      return place ? [{ kind, place, source: sourceFor(speaker) }] : [];
    });
    lexical.update(
      () => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        // The keyboard stays with the suggestions while the page changes.
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        const caret = $selectedRange(present);
        for (const { kind, place, source } of tags) {
          const quotation = { ...newQuotation(crypto.randomUUID(), source.id), kind };
          // A tag parts the nodes of a block, not its words: the places stay what they are.
          for (const selection of $selectionsOf(present, place.start, place.end))
            $tagWords(selection, quotation);
        }
        // Who leaves the suggestions writes on where they were called from.
        if (caret) $selectPlaces($articleText(), caret.start, caret.end);
      },
      { discrete: true },
    );
    const done = new Set(given.map(({ suggestion: words }) => words));
    setFound({ article, suggestions: (suggestions ?? []).filter((candidate) => !done.has(candidate)) });
    setIndex((present) => Math.min(present, Math.max(0, (suggestions?.length ?? 1) - done.size - 1)));
    announce(sourcesWords.suggest.accepted(tags.length));
  }

  if (!suggestions) return null;
  return (
    <SuggestPanel
      suggestions={suggestions}
      sources={sources}
      offered={offeredSources(sources, book)}
      index={index}
      onMove={setIndex}
      onAccept={(words, speaker) => accept([{ suggestion: words, speaker }])}
      onAcceptAll={(least) =>
        accept(
          suggestions.flatMap((candidate) =>
            candidate.speaker && candidate.confidence >= least
              ? [{ suggestion: candidate, speaker: candidate.speaker }]
              : [],
          ),
        )
      }
      onClose={leave}
    />
  );
}
