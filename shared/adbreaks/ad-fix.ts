/** What one key does about a violation. `to` is an index in the body as it is while the break is taken out. */
export type AdFix =
  | { readonly kind: 'moveBreak'; readonly from: number; readonly to: number; readonly words: string }
  | { readonly kind: 'removeBreak'; readonly index: number; readonly words: string };

/** Where the break stands that a fix is about, in the body as it was looked at. */
export const breakOf = (fix: AdFix): number => (fix.kind === 'moveBreak' ? fix.from : fix.index);

/** The same fix for a break that stands at `index` now, among the same neighbours. */
export const adFixAt = (fix: AdFix, index: number): AdFix =>
  fix.kind === 'moveBreak' ? { ...fix, from: index, to: fix.to + index - fix.from } : { ...fix, index };
