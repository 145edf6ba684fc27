import type { Article } from '../article/article';
import type { Block } from '../article/block';
import type { ArticleReading, Check, CheckMoment, CheckSetting, TextCheck } from './check';
import { draftOf } from './drafts';
import { atBlock, type Draft, type Finding, type Place, severities } from './finding';
import { ignoredReason } from './ignore';
import { type BlockReading, readBlock, readFields, type TextPiece } from './reading';
import { allChecks } from './registry';

/** Checks an article again and again while it is written: a change costs what it changed. */
export interface Checker {
  /** Everything the checks have to say, errors first, then in the order of the article. */
  check(article: Article, setting: CheckSetting, moment: CheckMoment): readonly Finding[];
}

/** A checker with all checks of the registry. */
export const createChecker = (): Checker => createCheckerOf(allChecks);

/** Checks an article once. */
export function checkArticle(
  article: Article,
  setting: CheckSetting,
  moment: CheckMoment,
): readonly Finding[] {
  return createChecker().check(article, setting, moment);
}

/** Whether the article may not be exported: an error that is open. Errors cannot be ignored. */
export const blocksExport = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');

interface CheckedDraft {
  readonly check: Check;
  readonly draft: Draft;
}

/** What the checks found in one block, as if it were block 0. */
type BlockResult = readonly CheckedDraft[];

/** A checker with the given checks, so that one can be tried by itself. */
export function createCheckerOf(checks: readonly Check[]): Checker {
  let known: CheckSetting | null = null;
  let run: ((article: Article, moment: CheckMoment) => readonly CheckedDraft[]) | null = null;
  return {
    check(article, setting, moment) {
      if (!run || !known || !isSame(known, setting)) {
        known = setting;
        run = prepare(checks, setting);
      }
      return run(article, moment)
        .map(({ check, draft }): Finding => {
          const { code, severity } = check;
          const ignored =
            severity === 'error' ? null : ignoredReason(article.ignoredChecks, { code, ...draft });
          return { code, severity, ...draft, ignored };
        })
        .sort(bySeverityAndPlace);
    },
  };
}

const isSame = (one: CheckSetting, other: CheckSetting): boolean =>
  one.language === other.language &&
  one.wordList === other.wordList &&
  one.speller === other.speller &&
  one.desk.adPolicy === other.desk.adPolicy &&
  one.desk.houseStyle === other.desk.houseStyle &&
  one.desk.words === other.desk.words;

function prepare(checks: readonly Check[], setting: CheckSetting) {
  const textChecks = checks.filter((check) => check.scope === 'text');
  const blockChecks = checks.filter((check) => check.scope === 'block');
  const articleChecks = checks
    .filter((check) => check.scope === 'article')
    .map((check) => ({ check, find: check.create(setting) }));
  const byBlock = new WeakMap<Block, BlockResult>();
  const byField = new Map<string, readonly CheckedDraft[]>();

  function inBlock(reading: BlockReading): BlockResult {
    const kept = byBlock.get(reading.block);
    if (kept) return kept;
    const result = [
      ...reading.pieces.flatMap((piece) => inPiece(textChecks, piece, setting)),
      ...blockChecks.flatMap((check) =>
        check.find(reading.block, reading, setting).map((draft) => ({ check, draft })),
      ),
    ];
    byBlock.set(reading.block, result);
    return result;
  }

  function inField(piece: TextPiece): readonly CheckedDraft[] {
    const key = JSON.stringify([piece.address, piece.gaps, piece.text]);
    const kept = byField.get(key);
    if (kept) return kept;
    // A headline that is being typed is a new text at every key.
    if (byField.size > 200) byField.clear();
    const result = inPiece(textChecks, piece, setting);
    byField.set(key, result);
    return result;
  }

  return (article: Article, moment: CheckMoment): readonly CheckedDraft[] => {
    const reading: ArticleReading = {
      article,
      blocks: article.body.map(readBlock),
      pieces: readFields(article),
    };
    const found: CheckedDraft[] = [];
    for (const piece of reading.pieces) found.push(...inField(piece));
    reading.blocks.forEach((block, index) => {
      for (const { check, draft } of inBlock(block)) found.push({ check, draft: atBlock(draft, index) });
    });
    for (const { check, find } of articleChecks) {
      for (const draft of find(reading, moment)) found.push({ check, draft });
    }
    return found;
  };
}

function inPiece(
  checks: readonly TextCheck[],
  piece: TextPiece,
  setting: CheckSetting,
): readonly CheckedDraft[] {
  return checks.flatMap((check) =>
    check.find(piece, setting).map((hit) => ({ check, draft: draftOf(piece, hit) })),
  );
}

function bySeverityAndPlace(one: Finding, other: Finding): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    order(one.place) - order(other.place)
  );
}

/** Fields stand before the body; in the body the block, then the run, then the position counts. */
function order(place: Place): number {
  if (!('block' in place)) return -1;
  const within = place.kind === 'run' ? Math.min(place.run, 999) * 1e6 + Math.min(place.start, 1e6 - 1) : 0;
  return place.block * 1e9 + within;
}
