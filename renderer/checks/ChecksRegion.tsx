import { CircleAlert, CircleX, Info } from 'lucide-react';
import {
  type FocusEvent,
  memo,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Finding, Severity } from '../../shared/checks/finding';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Button, LinkButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { LongList } from '../ui/LongList';
import styles from './ChecksRegion.module.css';
import { useFindings } from './findings';
import { LeftFindings } from './LeftFindings';

/** What can be done about a finding; the same object always, so that only what was found anew is drawn. */
export interface FindingActs {
  readonly onShow: (finding: Finding) => void;
  readonly onFix: (finding: Finding) => void;
  /** Keeps the decision to leave a finding, with the writer's reason. */
  readonly onIgnore: (finding: Finding, reason: string) => void;
  /** Takes that decision back. */
  readonly onHeed: (finding: Finding) => void;
  readonly spelling: SpellingHelp;
}

/** What can be done about a word that is in no dictionary. */
export interface SpellingHelp {
  readonly ask: (word: string) => void;
  readonly write: (finding: Finding, suggestion: string) => void;
  /** Adds the word to those of the desk. */
  readonly learn: (word: string) => void;
}

/** So many findings are listed at a time. */
const listedFindings = 40;

const icons: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleX size={15} aria-hidden />,
  warning: <CircleAlert size={15} aria-hidden />,
  hint: <Info size={15} aria-hidden />,
};

/** What the copy desk would ask about: errors first; each with its place, its reason and what can be done. */
export function ChecksRegion({ acts }: { readonly acts: FindingActs }) {
  const findings = useDeferredValue(useFindings((state) => state.findings));
  const open = findings?.filter((finding) => finding.ignored === null) ?? [];
  const list = useRef<HTMLUListElement>(null);
  const keepKeyboard = useKeyboardKept(list);
  return (
    <section className={styles.region} aria-label={strings.checksRegion} tabIndex={-1}>
      <h2 className={styles.title}>
        {strings.checksRegion}
        {open.length > 0 ? <span className={styles.count}>{open.length}</span> : null}
      </h2>
      {findings === null ? <p className={styles.quiet}>{toolWords.checks.running}</p> : null}
      {findings && open.length === 0 ? <p className={styles.quiet}>{toolWords.checks.none}</p> : null}
      <ul ref={list} className={styles.list} {...keepKeyboard}>
        <LongList items={open} step={listedFindings} more={toolWords.checks.more} keysOf={keysOf}>
          {(finding, _index, key) => <FindingItem key={key} finding={finding} acts={acts} />}
        </LongList>
      </ul>
      <LeftFindings
        findings={findings?.filter(({ ignored }) => ignored !== null) ?? []}
        step={listedFindings}
        onHeed={acts.onHeed}
      />
    </section>
  );
}

/**
 * Keeps the keyboard in the list while findings are mended one after the other: the one that goes leaves it to the next in its
 * place, the last one to the region. Answers what the list listens to.
 */
function useKeyboardKept(list: RefObject<HTMLUListElement | null>) {
  const held = useRef<{ readonly element: Element; readonly index: number } | null>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (!current || !held.current || held.current.element.isConnected) return;
    const { index } = held.current;
    held.current = null;
    if (document.activeElement !== document.body) return;
    const next = current.children[Math.min(index, current.children.length - 1)];
    const home = next?.querySelector<HTMLElement>('button') ?? current.closest<HTMLElement>('section');
    home?.focus({ preventScroll: true });
  });
  return {
    onFocus({ target }: FocusEvent) {
      const item = [...(list.current?.children ?? [])].findIndex((each) => each.contains(target));
      held.current = item < 0 ? null : { element: target, index: item };
    },
    onBlur({ target }: FocusEvent) {
      // Put down by the writer, not taken away.
      if (target.isConnected) held.current = null;
    },
  };
}

/** Tells findings apart: equal ones by their order alone, so that one more above does not make all below new ones. */
function keysOf(findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, excerpt }) => {
    const name = `${code} ${excerpt}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return `${name} ${count}`;
  });
}

/** The word in question, as it stands between the marks of the reason. */
const wordOf = (finding: Finding): string => /“(.+?)”/.exec(finding.reason)?.[1] ?? '';

/** Suggestions for a misspelt word, asked for when it is shown, and learning it. */
function Spelling({ finding, help }: { readonly finding: Finding; readonly help: SpellingHelp }) {
  const word = wordOf(finding);
  const suggestions = useFindings((state) => state.suggestions.get(word));
  const isAsked = suggestions !== undefined;
  const { ask } = help;
  useEffect(() => {
    if (!isAsked) ask(word);
  }, [ask, isAsked, word]);
  return (
    <>
      {suggestions?.slice(0, 3).map((suggestion) => (
        <LinkButton key={suggestion} onClick={() => help.write(finding, suggestion)}>
          {suggestion}
        </LinkButton>
      ))}
      <LinkButton onClick={() => help.learn(word)}>{toolWords.checks.learn}</LinkButton>
    </>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly acts: FindingActs;
}

const FindingItem = memo(function FindingItem({ finding, acts }: FindingItemProps) {
  const { onShow, onFix, onIgnore, spelling } = acts;
  const reasonId = useId();
  const ignoreButton = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <li className={styles.finding} data-severity={finding.severity}>
      <span className={styles.icon} role="img" aria-label={toolWords.checks.severity[finding.severity]}>
        {icons[finding.severity]}
      </span>
      <div className={styles.what}>
        <p id={reasonId}>{finding.reason}</p>
        {finding.excerpt ? <p className={styles.excerpt}>{finding.excerpt}</p> : null}
        <div className={styles.actions}>
          {finding.code === 'spelling' ? <Spelling finding={finding} help={spelling} /> : null}
          <LinkButton aria-describedby={reasonId} onClick={() => onShow(finding)}>
            {toolWords.checks.show}
          </LinkButton>
          {finding.fix ? <LinkButton onClick={() => onFix(finding)}>{finding.fix.words}</LinkButton> : null}
          {finding.severity === 'error' ? null : (
            <LinkButton
              ref={ignoreButton}
              aria-describedby={reasonId}
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              {toolWords.checks.ignore}
            </LinkButton>
          )}
        </div>
        {asking ? (
          <form
            className={styles.ignoring}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setAsking(false);
              ignoreButton.current?.focus();
            }}
            onSubmit={(event) => {
              event.preventDefault();
              if (reason.trim()) onIgnore(finding, reason.trim());
            }}
          >
            <Field label={toolWords.checks.reason} value={reason} autoFocus onChange={setReason} />
            <Button type="submit" disabled={reason.trim() === ''}>
              {toolWords.checks.ignoreConfirm}
            </Button>
          </form>
        ) : null}
      </div>
    </li>
  );
});
