import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Source } from '../../shared/article/source';
import { actions } from '../../shared/ipc/actions';
import { sourcesOfSurname } from '../../shared/sources/offered';
import { sourceNamed } from '../../shared/sources/same-source';
import { sourcesWords } from '../strings/sources';
import { Button } from '../ui/Button';
import { speakerMark } from '../ui/speaker-mark';
import styles from './SuggestPanel.module.css';

/** A quotation that is not tagged yet, with the speaker read from the text. */
export interface Suggestion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'direct' | 'partial';
  /** 0 to 1. */
  readonly confidence: number;
  readonly speaker: { readonly name: string; readonly role: string } | null;
}

/** Who is chosen for a quotation: a name, with the role for a source that is new. */
export interface ChosenSpeaker {
  readonly name: string;
  readonly role: string;
}

interface SuggestPanelProps {
  readonly suggestions: readonly Suggestion[];
  /** The article's sources. */
  readonly sources: readonly Source[];
  /** Those and the sources of the book. */
  readonly offered: readonly Source[];
  /** Index into `suggestions` of the one in question. */
  readonly index: number;
  readonly onMove: (index: number) => void;
  readonly onAccept: (suggestion: Suggestion, speaker: ChosenSpeaker) => void;
  readonly onAcceptAll: (least: number) => void;
  readonly onClose: () => void;
}

/** Suggestions at least this sure are taken by "accept all". */
export const sureEnough = 0.8;

/**
 * Who can be chosen: the speaker read from the text first (with the role the desk knows), then the sources of the book
 * that may be meant by that name, then the article's own.
 */
function choicesOf(
  suggestion: Suggestion | undefined,
  sources: readonly Source[],
  offered: readonly Source[],
): readonly ChosenSpeaker[] {
  const speaker = suggestion?.speaker;
  const recognised = speaker ? sourceNamed(offered, speaker.name) : undefined;
  const read = speaker
    ? [{ name: recognised?.name ?? speaker.name, role: recognised?.role || speaker.role }]
    : [];
  const known = [...(speaker ? sourcesOfSurname(offered, speaker.name) : []), ...sources];
  const names = new Map<string, ChosenSpeaker>(read.map((choice) => [choice.name, choice]));
  for (const { name, role, deleted } of known)
    if (!deleted && !names.has(name)) names.set(name, { name, role });
  return [...names.values()];
}

/**
 * Walks the untagged quotations: Enter accepts, up and down choose the speaker, left and right walk, Escape leaves.
 * The keyboard stays here while the page follows.
 */
export function SuggestPanel(props: SuggestPanelProps) {
  const { suggestions, sources, offered, index, onMove, onAccept, onAcceptAll, onClose } = props;
  const suggestion = suggestions[index];
  const choices = choicesOf(suggestion, sources, offered);
  // Each quotation begins at the best guess again.
  const [choice, setChoice] = useState({ suggestion, at: 0 });
  const chosen = choice.suggestion === suggestion ? choice.at : 0;
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const sure = suggestions.filter(
    (candidate) => candidate.speaker && candidate.confidence >= sureEnough,
  ).length;

  useEffect(() => list.current?.focus(), []);
  // When the last one is dealt with, the list it stood in is gone; the keyboard must not be gone with it.
  const isDone = suggestion === undefined;
  useEffect(() => {
    if (isDone) panel.current?.querySelector<HTMLElement>('button')?.focus();
  }, [isDone]);

  const choose = (at: number) => setChoice({ suggestion, at: Math.max(0, Math.min(choices.length - 1, at)) });
  const move = (at: number) => onMove(Math.max(0, Math.min(suggestions.length - 1, at)));
  const accept = () => {
    const speaker = choices[chosen];
    if (suggestion && speaker) onAccept(suggestion, speaker);
  };

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Enter') accept();
    else if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'ArrowRight') move(index + 1);
    else if (event.key === 'ArrowLeft') move(index - 1);
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={styles.panel}
      role="dialog"
      aria-label={actions['quote.suggest'].label}
      data-over-foot
      ref={panel}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {suggestion ? (
        <>
          <p className={styles.count}>{sourcesWords.suggest.count(index + 1, suggestions.length)}</p>
          <blockquote className={styles.words}>{suggestion.text}</blockquote>
          {/* The keyboard is on the list box; its options are reached by arrows, as the pattern has it. */}
          <div
            ref={list}
            role="listbox"
            tabIndex={0}
            aria-label={sourcesWords.tag.title}
            aria-activedescendant={choices.length > 0 ? `speaker-${chosen}` : undefined}
            className={styles.list}
            onKeyDown={press}
          >
            {choices.map((choice, at) => (
              <div
                key={choice.name}
                id={`speaker-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === chosen}
                className={styles.option}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(at);
                }}
                onDoubleClick={() => onAccept(suggestion, choice)}
              >
                <span className={styles.initials} aria-hidden>
                  {speakerMark(choice.name, 0).initials}
                </span>
                <span className={styles.name}>{choice.name}</span>
                <span className={styles.role}>{choice.role}</span>
              </div>
            ))}
          </div>
          {choices.length === 0 ? <p>{sourcesWords.suggest.nobody}</p> : null}
        </>
      ) : (
        <p>{sourcesWords.suggest.none}</p>
      )}
      <div className={styles.actions}>
        {sure > 1 ? (
          <Button onClick={() => onAcceptAll(sureEnough)}>{sourcesWords.suggest.all(sure)}</Button>
        ) : null}
        {suggestion ? <Button onClick={() => move(index + 1)}>{sourcesWords.suggest.skip}</Button> : null}
        {suggestion && choices[chosen] ? (
          <Button look="primary" onClick={accept}>
            {sourcesWords.suggest.accept}
          </Button>
        ) : null}
        <Button look="quiet" onClick={onClose}>
          {sourcesWords.suggest.done}
        </Button>
      </div>
    </div>
  );
}
