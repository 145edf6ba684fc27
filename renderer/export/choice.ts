import {
  type AdTarget,
  adTargetNames,
  type DeskSettings,
  type FormatName,
  formatNames,
  type LookName,
  lookNames,
} from '../../shared/article/desk-settings';

/** What the writer chose in the export dialog. */
export interface ExportChoice {
  readonly format: FormatName;
  readonly ads: AdTarget;
  readonly look: LookName;
}

const keyOf = (articleId: string): string => `export:${articleId}`;

const oneOf = <Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value =>
  values.find((candidate) => candidate === value) ?? otherwise;

/** What the desk has set for an article that was never exported. */
export const deskChoice = ({ exportFormat, adTarget, exportLook }: DeskSettings): ExportChoice => ({
  format: exportFormat,
  ads: adTarget,
  look: exportLook,
});

/** The choice made last for an article, or the desk's. What is remembered is read like anything from outside. */
export function rememberedChoice(articleId: string, desk: DeskSettings): ExportChoice {
  const first = deskChoice(desk);
  let kept: Partial<Record<keyof ExportChoice, unknown>> = {};
  try {
    kept = JSON.parse(localStorage.getItem(keyOf(articleId)) ?? '{}') ?? {};
  } catch {
    // A choice that cannot be read is a choice that was never made.
  }
  return {
    format: oneOf(kept.format, formatNames, first.format),
    ads: oneOf(kept.ads, adTargetNames, first.ads),
    look: oneOf(kept.look, lookNames, first.look),
  };
}

export const rememberChoice = (articleId: string, choice: ExportChoice): void =>
  localStorage.setItem(keyOf(articleId), JSON.stringify(choice));
