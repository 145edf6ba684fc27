import { type FoundQuotation, findQuotations } from '../../../shared/quotes/index';

/** What a test says about a quotation: its words and who says them, as "words ← mention = name [role]". */
export function aloud(text: string): string[] {
  return findQuotations(text).map(lineOf);
}

/** Only the names, in order; "nobody" without speaker. */
export function names(text: string): string[] {
  return findQuotations(text).map(({ speaker }) => speaker?.name ?? 'nobody');
}

function lineOf({ text, speaker }: FoundQuotation): string {
  if (!speaker) return `${text} ← nobody`;
  const role = speaker.role === '' ? '' : ` [${speaker.role}]`;
  return `${text} ← ${speaker.text} = ${speaker.name}${role}`;
}
