import type { Block } from '../../shared/article/block';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import { blocksOf, type Content, quoteIds, renamed } from './clipboard-content';

/** A copy of blocks to stand beside them: its quotations and notes are others, with the same contents. */
export function duplicated(
  blocks: readonly Block[],
  records: ReadonlyMap<string, Quotation>,
): { readonly blocks: readonly Block[]; readonly quotations: readonly Quotation[] } {
  const fresh = new Map([...quoteIds(blocks)].map((id) => [id, crypto.randomUUID()] as const));
  const replace = (_key: string, value: unknown) =>
    isNote(value) ? { ...value, id: crypto.randomUUID() } : value;
  const copy = JSON.parse(JSON.stringify(renamed({ blocks }, fresh)), replace) as Content;
  return {
    blocks: blocksOf(copy),
    quotations: [...fresh].map(([id, own]) => ({ ...(records.get(id) ?? newQuotation(id, null)), id: own })),
  };
}

const isNote = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'note' || value.kind === 'deskNote');
