import { $isElementNode } from 'lexical';
import { bylineText, parseByline } from '../../shared/article/byline';
import { $articleBlocks, $blockAt } from '../editor/blocks';
import { type CardBlock, type CardMatch, matchesStanding, replaceInCards } from '../find/card-words';
import type { Match } from '../find/matches';
import type { Head } from '../session/session';
import type { Workspace } from './workspace';

/* Finding in what stands in no text of the page: the head, the lead image, cards, and the fields below quotes. */

/** The texts outside the body that are looked through too, in the order of the page. */
export const fields = ['kicker', 'headline', 'deck', 'bylines', 'dateline'] as const;
type HeadField = (typeof fields)[number];

/** A field of the head as it is read on the page. */
export const headText = (head: Head, field: HeadField): string =>
  field === 'bylines' ? bylineText(head.bylines) : head[field];

/** What becomes of the head when `text` stands in a field of it. */
export const withHeadText = (head: Head, field: HeadField, text: string): Partial<Head> =>
  field === 'bylines' ? { bylines: parseByline(text, head.bylines) } : { [field]: text };

/** A match in a field of the head, in the text of the body, or in a card. */
export type Place =
  | (Match & { readonly in: HeadField })
  | (Match & { readonly in: 'body' })
  | (CardMatch & { readonly in: 'card' });

type Card = CardBlock<number | 'lead'>;

/** What is looked through beside the text of the page. */
export function cardsOf({ editor, session }: Workspace): readonly Card[] {
  const state = session.use.getState();
  const lead = state.kind === 'open' ? state.head.leadImage : null;
  const isText = editor.lexical.read(() => $articleBlocks().map((node) => $isElementNode(node)));
  return [
    ...(lead ? [{ place: 'lead', block: { kind: 'image', ...lead }, looked: 'all' } as const] : []),
    ...editor.body.read().map((block, place) => ({
      place,
      block,
      looked: isText[place] ? ('fields' as const) : ('all' as const),
    })),
  ];
}

export function elementOf({ editor: { lexical } }: Workspace, { place }: Card): HTMLElement | null {
  if (place === 'lead') return document.querySelector<HTMLElement>('.page .lead');
  const key = lexical.read(() => $blockAt(place)?.getKey());
  return key === undefined ? null : lexical.getElementByKey(key);
}

type FieldElement = HTMLInputElement | HTMLTextAreaElement;

/** The field in which a match stands; null for words that are painted. */
export function fieldOf(workspace: Workspace, cards: readonly Card[], place: Place): FieldElement | null {
  if (place.in === 'body') return null;
  if (place.in !== 'card') return document.querySelector<FieldElement>(`[data-head-field="${place.in}"]`);
  if (typeof place.run === 'number') return null;
  const card = cards[place.card];
  if (!card) return null;
  return elementOf(workspace, card)?.querySelector<FieldElement>(`[data-card-field="${place.run}"]`) ?? null;
}

/** Nothing can be painted in a field: the field as a whole shows that something in it matches. */
export function markFields(matching: readonly FieldElement[], present: FieldElement | null): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-match]')) delete field.dataset.match;
  for (const field of matching) field.dataset.match = '';
  if (!present) return;
  present.dataset.match = 'present';
  present.scrollIntoView({ block: 'center' });
}

/** Replaces matches in cards and in the lead image whose words still stand there, and says how many; `words` hears what stands before the match in its text. */
export function replaceInBlocks(
  workspace: Workspace,
  matches: readonly CardMatch[],
  words: (match: Match, before: string) => string,
): number {
  const { editor, session } = workspace;
  const cards = cardsOf(workspace);
  const standing = matchesStanding(cards, matches);
  const changed = replaceInCards(cards, standing, words);
  const hasLead = cards[0]?.place === 'lead';
  editor.body.write(hasLead ? changed.slice(1) : changed);
  const lead = hasLead ? changed[0] : undefined;
  if (lead?.kind !== 'image' || lead === cards[0]?.block) return standing.length;
  const { kind: _, ...leadImage } = lead;
  session.change({ leadImage });
  return standing.length;
}
