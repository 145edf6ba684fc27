import { $addUpdateTag, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { inlineRuns, inlineText } from '../../shared/article/traverse';
import {
  $articleText,
  $selectionsOf,
  $selectText,
  type ArticleText,
  movedPlaces,
} from '../editor/article-text';
import { $selectBlocks } from '../editor/block-selection';
import { $blockAt } from '../editor/blocks';
import { paint, rangeInCard, rangesOf, unpaint } from '../editor/highlight';
import { $replaceText } from '../editor/replace-text';
import { cardWords, matchesInCards } from '../find/card-words';
import { FindBar } from '../find/FindBar';
import { expressionOf, findMatches, type Match, type Query, replacementFor, standsIn } from '../find/matches';
import { setAsTyped } from '../find/replacement';
import { search } from '../find/search';
import { useDocument } from '../session/document';
import type { SessionState } from '../session/session';
import { toolWords } from '../strings/tools';
import { announce } from '../ui/announce';
import { inform } from './desk-state';
import {
  cardsOf,
  elementOf,
  fieldOf,
  fields,
  headText,
  markFields,
  type Place,
  replaceInBlocks,
  withHeadText,
} from './find-in-cards';
import type { Workspace } from './workspace';

interface FindingProps {
  readonly workspace: Workspace;
  readonly replacing: boolean;
  readonly onClose: () => void;
}

const inCards = (places: readonly Place[]) => places.filter((place) => place.in === 'card');
const inBody = (places: readonly Place[]) => places.filter((place) => place.in === 'body');

const textsOfHead = (state: SessionState): readonly string[] =>
  fields.map((field) => (state.kind === 'open' ? headText(state.head, field) : ''));

const blank: Query = { words: '', matchCase: false, wholeWords: false, pattern: false };

/** Find and replace over the head, the body and the texts of its cards; matches are painted, the document is not touched. */
export function Finding({ workspace, replacing, onClose }: FindingProps) {
  const { editor, session } = workspace;
  const { lexical } = editor;
  const [query, setQuery] = useState(blank);
  const [replacement, setReplacement] = useState('');
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const body = useDocument((state) => state.body);
  // One text for all fields: a list would be another one at every change of the article.
  const head = session.use((state) => JSON.stringify(textsOfHead(state)));
  const lead = session.use((state) => (state.kind === 'open' ? state.head.leadImage : null));
  const latest = useRef(0);
  /** The text of the page in which `places` were found; somebody may have written in it since. */
  const looked = useRef<ArticleText | null>(null);

  const look = useCallback(
    async (wanted: Query) => {
      latest.current += 1;
      const own = latest.current;
      const article = lexical.read($articleText);
      const words = cardWords(cardsOf(workspace));
      const texts = textsOfHead(session.use.getState());
      const answer = await search([...texts, article.text, words.text], wanted);
      if (own !== latest.current) return;
      looked.current = article;
      setProblem(answer.ok ? null : toolWords.find.neverEnds);
      const found = answer.ok ? answer.value : [];
      setPlaces([
        ...fields.flatMap((field, index) => (found[index] ?? []).map((match) => ({ ...match, in: field }))),
        ...(found[fields.length] ?? []).map((match) => ({ ...match, in: 'body' as const })),
        ...matchesInCards(words, found[fields.length + 1] ?? []).map((match) => ({
          ...match,
          in: 'card' as const,
        })),
      ]);
    },
    [lexical, session, workspace],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of head, body or lead image is a reason to look again.
  useEffect(() => {
    void look(query);
  }, [look, query, head, lead, body]);

  const shown = Math.min(at, Math.max(0, places.length - 1));
  const present = places[shown];

  useEffect(() => {
    const drawnAt = (chosen: readonly Place[]): readonly Range[] =>
      lexical.read(() => {
        const article = $articleText();
        const inText = inBody(chosen).flatMap(({ start, end }) => $selectionsOf(article, start, end));
        const cards = inCards(chosen).length > 0 ? cardsOf(workspace) : [];
        const inCard = inCards(chosen).flatMap((place) => {
          const card = cards[place.card];
          const element = card ? elementOf(workspace, card) : null;
          if (!card || !element || typeof place.run === 'string') return [];
          const before = inlineRuns(card.block)
            .slice(0, place.run)
            .reduce((sum, run) => sum + inlineText(run).length, 0);
          const range = rangeInCard(element, before + place.start, before + place.end);
          return range ? [range] : [];
        });
        return [...rangesOf(lexical, inText), ...inCard];
      });
    paint('match', drawnAt(places), 'stay');
    paint('present-match', drawnAt(present ? [present] : []), 'scroll');
    const cards = places.some((place) => place.in === 'card') ? cardsOf(workspace) : [];
    markFields(
      places.flatMap((place) => fieldOf(workspace, cards, place) ?? []),
      present ? fieldOf(workspace, cards, present) : null,
    );
  }, [lexical, workspace, places, present]);
  useEffect(
    () => () => {
      unpaint('match');
      unpaint('present-match');
      markFields([], null);
    },
    [],
  );

  const replaceAll = (chosen: readonly Place[]) => {
    let count = 0;
    editor.history.asOneStep(() => {
      count = replaceEach(chosen);
    });
    announce(toolWords.find.replaced(count));
    inform(toolWords.find.replaced(count));
    // The buttons may have gone grey under the keyboard.
    document.querySelector<HTMLElement>('input[name="replacement"]')?.focus();
    void look(query);
  };

  /** Replaces the match that is shown and goes on to the next, past what was just written: "ferry" can become "ferry line". */
  function replaceOne(place: Place): void {
    const written = findMatches(replacementFor(place, replacement, query.pattern), query).length;
    replaceAll([place]);
    const left = places.length - 1 + written;
    setAt(shown + written < left ? shown + written : 0);
  }

  /** What comes in place of a match: set as if it were typed there, but for patterns, which are meant to the letter. */
  const written = (match: Match, before: string): string => {
    const words = replacementFor(match, replacement, query.pattern);
    return query.pattern ? words : setAsTyped(before, words, editor.typography());
  };

  /** How many were replaced: all whose words still stand where they were found. */
  function replaceEach(chosen: readonly Place[]): number {
    let count = 0;
    for (const field of fields) {
      const state = session.use.getState();
      if (state.kind !== 'open') continue;
      const present = headText(state.head, field);
      const own = chosen.filter((place) => place.in === field && standsIn(present, place));
      if (own.length === 0) continue;
      count += own.length;
      // From the end, so that no replacement moves the place of another.
      const text = own.reduceRight(
        (words, place) =>
          words.slice(0, place.start) +
          (field === 'dateline'
            ? replacementFor(place, replacement, query.pattern)
            : written(place, words.slice(0, place.start))) +
          words.slice(place.end),
        present,
      );
      session.change(withHeadText(state.head, field, text));
    }
    const inText = inBody(chosen);
    if (inText.length > 0) {
      lexical.update(
        () => {
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          // From the end: the places of the matches before stay true.
          const article = $articleText();
          const placeOf = movedPlaces(looked.current ?? article, article);
          for (const found of [...inText].reverse()) {
            const moved = placeOf(found);
            if (!moved) continue;
            const place = { ...found, ...moved };
            count += 1;
            const line = article.text.slice(article.text.lastIndexOf('\n', place.start - 1) + 1, place.start);
            $replaceText(article, place, (isCode) =>
              isCode ? replacementFor(place, replacement, query.pattern) : written(place, line),
            );
          }
        },
        { discrete: true },
      );
    }
    const chosenCards = inCards(chosen);
    if (chosenCards.length > 0) count += replaceInBlocks(workspace, chosenCards, written);
    return count;
  }

  function close(): void {
    onClose();
    const field = present ? fieldOf(workspace, cardsOf(workspace), present) : null;
    if (present && field) {
      field.focus();
      field.setSelectionRange(present.start, present.end);
    } else if (present?.in === 'body' || present?.in === 'card') {
      lexical.update(
        () => {
          if (present.in === 'body') return $selectText($articleText(), present.start, present.end);
          const place = cardsOf(workspace)[present.card]?.place;
          const card = typeof place === 'number' ? $blockAt(place) : null;
          if (card) $selectBlocks([card]);
        },
        { onUpdate: () => lexical.focus() },
      );
    } else lexical.focus();
  }

  const status =
    problem ??
    (query.words === ''
      ? ''
      : query.pattern && !expressionOf(query)
        ? toolWords.find.unreadable
        : toolWords.find.count(places.length === 0 ? 0 : shown + 1, places.length));

  return (
    <FindBar
      query={query}
      replacement={replacement}
      replacing={replacing}
      status={status}
      hasMatches={places.length > 0}
      onQuery={(next) => {
        setAt(0);
        setQuery(next);
      }}
      onReplacement={setReplacement}
      onStep={(step) => setAt(places.length === 0 ? 0 : (shown + step + places.length) % places.length)}
      onReplace={() => present && replaceOne(present)}
      onReplaceAll={() => replaceAll(places)}
      onClose={close}
    />
  );
}
