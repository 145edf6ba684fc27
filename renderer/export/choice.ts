import { type AdTarget, adTargetNames } from '../../shared/article/desk-settings';
import { type FormatName, formatNames } from '../../shared/export/formats';
import { type LookName, lookNames } from '../../shared/export/looks';

/** What the writer chose in the export dialog. */
export interface ExportChoice {
  readonly format: FormatName;
  readonly ads: AdTarget;
  readonly look: LookName;
}

const keyOf = (articleId: string): string => `export:${articleId}`;

const oneOf = <Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value =>
  values.find((candidate) => candidate === value) ?? otherwise;

/** The choice made last for an article, or the first one. What is remembered is read like anything from outside. */
export function rememberedChoice(articleId: string, ads: AdTarget): ExportChoice {
  let kept: Partial<Record<keyof ExportChoice, unknown>> = {};
  try {
    kept = JSON.parse(localStorage.getItem(keyOf(articleId)) ?? '{}') ?? {};
  } catch {
    // A choice that cannot be read is a choice that was never made.
  }
  return {
    format: oneOf(kept.format, formatNames, 'page'),
    ads: oneOf(kept.ads, adTargetNames, ads),
    look: oneOf(kept.look, lookNames, 'broadsheet'),
  };
}

export const rememberChoice = (articleId: string, choice: ExportChoice): void =>
  localStorage.setItem(keyOf(articleId), JSON.stringify(choice));
