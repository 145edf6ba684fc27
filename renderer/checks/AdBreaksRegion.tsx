import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { AdFigures, BlockMeasures } from '../../shared/adbreaks';
import type { AdPolicy } from '../../shared/article/ad-policy';
import type { Block } from '../../shared/article/block';
import { actions } from '../../shared/ipc/actions';
import { useDocument } from '../session/document';
import { inSlices } from '../session/in-slices';
import { toolWords } from '../strings/tools';
import { Button, LinkButton } from '../ui/Button';
import { LongList } from '../ui/LongList';
import styles from './AdBreaksRegion.module.css';

interface AdBreaksRegionProps {
  readonly policy: AdPolicy;
  readonly language: string;
  readonly onPlace: () => void;
  readonly onPolicy: () => void;
  /** Selects the block at `index` of the body. */
  readonly onShow: (index: number) => void;
}

/** So many gaps are listed at a time. */
const listedGaps = 12;

type AdRules = typeof import('../../shared/adbreaks');

/** The latest body of which `measures` knows every block; null for none. Of a long article that takes a while, once. */
function useMeasured(body: readonly Block[], measures: BlockMeasures | null): readonly Block[] | null {
  const [known, setKnown] = useState<{
    readonly body: readonly Block[];
    readonly measures: BlockMeasures;
  } | null>(null);
  useEffect(() => {
    if (!measures) return;
    const measure = (blocks: readonly Block[]) => {
      for (const block of blocks) if (measures.box(block)) measures.words(block);
    };
    return inSlices(body, measure, () => setKnown({ body, measures }));
  }, [body, measures]);
  return known?.measures === measures ? known.body : null;
}

/** The ad breaks as they stand: how many, how dense on a phone, how much text between; placement and policy. */
export function AdBreaksRegion({ policy, language, onPlace, onPolicy, onShow }: AdBreaksRegionProps) {
  const body = useDeferredValue(useDocument((state) => state.body));
  const [rules, setRules] = useState<AdRules | null>(null);
  useEffect(() => {
    void import('../../shared/adbreaks').then(setRules);
  }, []);
  const measures = useMemo<BlockMeasures | null>(
    () => rules?.createBlockMeasures(language) ?? null,
    [rules, language],
  );
  const measured = useMeasured(body, measures);
  const figures = useMemo<AdFigures | null>(
    () => (rules && measures && measured ? rules.adFigures(measured, policy, measures) : null),
    [rules, measures, measured, policy],
  );
  const id = useId();
  const [asked, setAsked] = useState(false);
  const reasons = useMemo(
    () => (asked && rules && measures && measured ? rules.explainBreaks(measured, policy, measures) : []),
    [asked, rules, measures, measured, policy],
  );
  return (
    <section className={styles.region} aria-label={toolWords.adBreaks.region}>
      <h2 className={styles.title}>{toolWords.adBreaks.region}</h2>
      {figures ? (
        <>
          <dl className={styles.figures}>
            <div>
              <dt>{toolWords.adBreaks.count}</dt>
              <dd>{figures.breaks.length}</dd>
            </div>
            <div data-over={figures.density > policy.density}>
              <dt>{toolWords.adBreaks.density}</dt>
              <dd>{toolWords.adBreaks.share(figures.density, policy.density)}</dd>
            </div>
          </dl>
          {figures.breaks.length > 0 ? (
            <ol className={styles.gaps} aria-label={toolWords.adBreaks.gaps}>
              <LongList items={figures.gaps} step={listedGaps} more={toolWords.adBreaks.moreGaps}>
                {(gap) => (
                  <li key={`${gap.from} ${gap.to}`}>
                    <span id={`${id}${gap.from}`}>
                      {toolWords.adBreaks.gap(gap.words, Math.round(gap.pixels))}
                    </span>
                    {gap.to === null ? null : (
                      <LinkButton
                        aria-describedby={`${id}${gap.from}`}
                        onClick={() => gap.to !== null && onShow(gap.to)}
                      >
                        {toolWords.adBreaks.show}
                      </LinkButton>
                    )}
                  </li>
                )}
              </LongList>
            </ol>
          ) : null}
        </>
      ) : null}
      {figures && figures.breaks.length > 0 ? (
        <details className={styles.reasons} onToggle={(event) => setAsked(event.currentTarget.open)}>
          <summary>{toolWords.adBreaks.why}</summary>
          <ol>
            {reasons.map(({ index, reason }) => (
              <li key={index}>{reason}</li>
            ))}
          </ol>
        </details>
      ) : null}
      <div className={styles.actions}>
        <Button onClick={onPlace}>{actions['adBreak.place'].label}</Button>
        <LinkButton onClick={onPolicy}>{toolWords.adBreaks.policy}</LinkButton>
      </div>
    </section>
  );
}
