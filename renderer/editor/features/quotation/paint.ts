import type { Quotation } from '../../../../shared/article/quotation';
import type { Source } from '../../../../shared/article/source';
import type { CheckState } from '../../../../shared/sources/checking';
import { speakerIndex } from '../../../../shared/sources/speaker-index';
import { termsInForce } from '../../../../shared/sources/terms';
import { strings } from '../../../strings/en';
import { speakerMark } from '../../../ui/speaker-mark';

/** Shows on the span's element who speaks and on which terms: tone and initials for the eye, a name for the ear. */
export function paintQuotation(
  element: HTMLElement,
  quotation: Quotation,
  sources: readonly Source[],
  check: CheckState,
): void {
  const source = sources.find(({ id }) => id === quotation.sourceId);
  const index = speakerIndex(sources, quotation.sourceId);
  const terms = termsInForce(quotation, source ?? null);
  const label = quotationLabel(quotation, sources, check);
  const mark = speakerMark(source?.name ?? '', Math.max(0, index));
  element.dataset.quote = quotation.id;
  element.dataset.initials = mark.initials;
  element.dataset.terms = terms;
  element.dataset.check = check;
  if (source) element.dataset.tone = String(mark.tone);
  else delete element.dataset.tone;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-roledescription', strings.quotation.roleDescription);
  element.setAttribute('aria-label', label);
  element.title = label;
}

/** Who speaks, on which terms, and whether the words were checked: for the ear and the tooltip. */
export function quotationLabel(quotation: Quotation, sources: readonly Source[], check: CheckState): string {
  const source = sources.find(({ id }) => id === quotation.sourceId) ?? null;
  const name = source?.name || strings.quotation.nobody;
  return strings.quotation.spokenBy(name, strings.terms[termsInForce(quotation, source)], check);
}
