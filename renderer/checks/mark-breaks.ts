import type { Finding } from '../../shared/checks/finding';

/** Shows on each ad break of the page, whose top-level elements are the blocks in order, what the checks say of it. */
export function markBreaks(page: HTMLElement | null, findings: readonly Finding[]): void {
  for (const marked of page?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])
    delete marked.dataset.finding;
  for (const { code, place, reason, ignored } of findings) {
    if (code !== 'ad-break' || place.kind !== 'block' || ignored !== null) continue;
    const block = page?.children[place.block];
    if (block instanceof HTMLElement) block.dataset.finding = reason;
  }
}
