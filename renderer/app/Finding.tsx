import { $addUpdateTag, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $articleText, $selectionsOf, $selectText } from '../editor/article-text';
import { paint, unpaint } from '../editor/highlight';
import { FindBar } from '../find/FindBar';
import { expressionOf, type Match, type Query, replacementFor } from '../find/matches';
import { search } from '../find/search';
import { useDocument } from '../session/document';
import { strings } from '../strings/en';
import { announce } from '../ui/announce';
import { inform } from './desk-state';
import type { Workspace } from './workspace';

interface FindingProps {
  readonly workspace: Workspace;
  readonly replacing: boolean;
  readonly onClose: () => void;
}

/** The texts outside the body that are looked through too, in the order of the page. */
const fields = ['headline', 'deck'] as const;

/** A match in the body, or in a field of the head. */
interface Place extends Match {
  readonly field: (typeof fields)[number] | null;
}

const blank: Query = { words: '', matchCase: false, wholeWords: false, pattern: false };

/** Find and replace over headline, deck and body; matches are painted, the document is not touched. */
export function Finding({ workspace, replacing, onClose }: FindingProps) {
  const { editor, session } = workspace;
  const { lexical } = editor;
  const [query, setQuery] = useState(blank);
  const [replacement, setReplacement] = useState('');
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const body = useDocument((state) => state.body);
  const headline = session.use((state) => (state.kind === 'open' ? state.head.headline : ''));
  const deck = session.use((state) => (state.kind === 'open' ? state.head.deck : ''));
  const latest = useRef(0);

  const look = useCallback(
    async (wanted: Query, head: readonly string[]) => {
      latest.current += 1;
      const own = latest.current;
      const text = lexical.read(() => $articleText().text);
      const answer = await search([...head, text], wanted);
      if (own !== latest.current) return;
      setProblem(answer.ok ? null : strings.find.neverEnds);
      const found = answer.ok ? answer.value : [];
      setPlaces(
        found.flatMap((matches, index) =>
          matches.map((match) => ({ ...match, field: fields[index] ?? null })),
        ),
      );
    },
    [lexical],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the body is a reason to look again.
  useEffect(() => {
    void look(query, [headline, deck]);
  }, [look, query, headline, deck, body]);

  const shown = Math.min(at, Math.max(0, places.length - 1));
  const present = places[shown];

  useEffect(() => {
    lexical.read(() => {
      const article = $articleText();
      const inBody = places.filter((place) => place.field === null);
      paint(
        lexical,
        'match',
        inBody.flatMap(({ start, end }) => $selectionsOf(article, start, end)),
        'stay',
      );
      const selections = present?.field === null ? $selectionsOf(article, present.start, present.end) : [];
      paint(lexical, 'present-match', selections, 'scroll');
    });
  }, [lexical, places, present]);
  useEffect(
    () => () => {
      unpaint('match');
      unpaint('present-match');
    },
    [],
  );

  const replaceAll = (chosen: readonly Place[]) => {
    editor.history.asOneStep(() => replaceEach(chosen));
    announce(strings.find.replaced(chosen.length));
    inform(strings.find.replaced(chosen.length));
    // The buttons may have gone grey under the keyboard.
    document.querySelector<HTMLElement>('input[name="replacement"]')?.focus();
    void look(
      query,
      fields.map((field) => {
        const state = session.use.getState();
        return state.kind === 'open' ? state.head[field] : '';
      }),
    );
  };

  function replaceEach(chosen: readonly Place[]): void {
    for (const field of fields) {
      const own = chosen.filter((place) => place.field === field);
      const state = session.use.getState();
      if (own.length === 0 || state.kind !== 'open') continue;
      // From the end, so that no replacement moves the place of another.
      const text = own.reduceRight(
        (words, place) =>
          words.slice(0, place.start) +
          replacementFor(place, replacement, query.pattern) +
          words.slice(place.end),
        state.head[field],
      );
      session.change({ [field]: text });
    }
    const inBody = chosen.filter((place) => place.field === null);
    if (inBody.length > 0) {
      lexical.update(
        () => {
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          // From the end: the places of the matches before stay true.
          const article = $articleText();
          for (const place of [...inBody].reverse()) {
            const [selection] = $selectionsOf(article, place.start, place.end);
            selection?.insertText(replacementFor(place, replacement, query.pattern));
          }
        },
        { discrete: true },
      );
    }
  }

  function close(): void {
    onClose();
    if (present?.field === null) {
      lexical.update(() => $selectText($articleText(), present.start, present.end), {
        onUpdate: () => lexical.focus(),
      });
    } else lexical.focus();
  }

  const status =
    problem ??
    (query.words === ''
      ? ''
      : query.pattern && !expressionOf(query)
        ? strings.find.unreadable
        : strings.find.count(places.length === 0 ? 0 : shown + 1, places.length));

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
      onReplace={() => present && replaceAll([present])}
      onReplaceAll={() => replaceAll(places)}
      onClose={close}
    />
  );
}
