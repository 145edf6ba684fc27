import type { Quotation } from '../../../../shared/article/quotation';
import type { Source } from '../../../../shared/article/source';
import { strings } from '../../../strings/en';
import { speakerMark } from '../../../ui/speaker-mark';

/** Shows on the span's element who speaks and on which terms: tone and initials for the eye, a name for the ear. */
export function paintQuotation(element: HTMLElement, quotation: Quotation, sources: readonly Source[]): void {
  const index = sources.findIndex((source) => source.id === quotation.sourceId);
  const source = sources[index];
  const terms = quotation.terms ?? source?.terms ?? 'on-the-record';
  const mark = speakerMark(source?.name ?? '', Math.max(0, index));
  element.dataset.quote = quotation.id;
  element.dataset.initials = mark.initials;
  element.dataset.terms = terms;
  if (source) element.dataset.tone = String(mark.tone);
  else delete element.dataset.tone;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-roledescription', strings.quotation.roleDescription);
  element.setAttribute(
    'aria-label',
    strings.quotation.spokenBy(source?.name || strings.quotation.nobody, strings.terms[terms]),
  );
  element.title = strings.quotation.spokenBy(source?.name || strings.quotation.nobody, strings.terms[terms]);
}
