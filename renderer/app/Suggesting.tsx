import { $addUpdateTag, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import { newQuotation } from '../../shared/article/quotation';
import { newSource, type Source } from '../../shared/article/source';
import { offeredSources } from '../../shared/sources/offered';
import { sourceNamed } from '../../shared/sources/same-source';
import { useFindings } from '../checks/findings';
import type { ArticleEditor } from '../editor/article-editor';
import { $articleText, $selectionsOf } from '../editor/article-text';
import { $isQuotationNode } from '../editor/features/quotation/node';
import { $tagWords } from '../editor/features/quotation/tagging';
import { paint, rangesOf, unpaint } from '../editor/highlight';
import { $spanAround } from '../editor/span';
import { useBook } from '../sources/book';
import { detectQuotations } from '../sources/detection';
import { type ChosenSpeaker, type Suggestion, SuggestPanel } from '../sources/SuggestPanel';
import { strings } from '../strings/en';
import { announce } from '../ui/announce';
import { caretOffset } from './tagging';
import type { Workspace } from './workspace';

interface SuggestingProps {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** Quotations in the text that carry no tag, from the caret on and then round from the start. */
async function untagged(editor: ArticleEditor): Promise<readonly Suggestion[]> {
  const { lexical } = editor;
  const article = lexical.read(() => $articleText());
  const caret = caretOffset(lexical) ?? 0;
  const found = await detectQuotations(article.text);
  const open = lexical.read(() => {
    // Words typed in the meantime move the places: then the answer is for a text that is gone.
    if ($articleText().text !== article.text) return null;
    return found.filter(
      ({ start, end }) =>
        !$selectionsOf(article, start, end).some((selection) =>
          selection.getNodes().some((node) => $spanAround(node, $isQuotationNode)),
        ),
    );
  });
  if (!open) return untagged(editor);
  return [...open.filter(({ end }) => end >= caret), ...open.filter(({ end }) => end < caret)];
}

/** "Suggest quotes": finds what is not tagged, shows each in the page, and writes what the writer accepts. */
export function Suggesting({ workspace, onClose }: SuggestingProps) {
  const { editor, session } = workspace;
  const { lexical } = editor;
  const [suggestions, setSuggestions] = useState<readonly Suggestion[] | null>(null);
  const [index, setIndex] = useState(0);
  const sources = session.use((state) => (state.kind === 'open' ? state.head.sources : []));
  const book = useBook();
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
    void untagged(editor).then((found) => !stopped && setSuggestions(found));
    return () => {
      stopped = true;
      unpaint('suggestion');
    };
  }, [editor]);

  useEffect(() => {
    if (!suggestion) return unpaint('suggestion');
    lexical.read(() =>
      paint(
        'suggestion',
        rangesOf(lexical, $selectionsOf($articleText(), suggestion.start, suggestion.end)),
        'scroll',
      ),
    );
  }, [lexical, suggestion]);

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
    const tags = given.map(({ suggestion: words, speaker }) => ({ words, source: sourceFor(speaker) }));
    lexical.update(
      () => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        // The keyboard stays with the suggestions while the page changes.
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        for (const { words, source } of tags) {
          const quotation = { ...newQuotation(crypto.randomUUID(), source.id), kind: words.kind };
          for (const selection of $selectionsOf($articleText(), words.start, words.end))
            $tagWords(selection, quotation);
        }
      },
      { discrete: true },
    );
    const done = new Set(given.map(({ suggestion: words }) => words));
    setSuggestions((present) => (present ?? []).filter((candidate) => !done.has(candidate)));
    setIndex((present) => Math.min(present, Math.max(0, (suggestions?.length ?? 1) - done.size - 1)));
    announce(strings.suggest.accepted(given.length));
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
