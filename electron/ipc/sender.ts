/** The parts of a frame that tell who calls. */
export interface Frame {
  readonly url: string;
}

/** Who sent a call, and whom we answer. */
export interface Caller<Contents> {
  readonly sender: Contents;
  /** null or undefined: the frame was gone when the call arrived. */
  readonly senderFrame: Frame | null | undefined;
}

/**
 * Whether a call comes from the main frame of our own window showing our own page. Everything else (a frame inside
 * the page, another window, a page that was put in its place) gets no answer.
 */
export function comesFromOurPage<Contents extends { readonly mainFrame: Frame }>(
  caller: Caller<Contents>,
  ours: Contents | null,
  origin: string,
): boolean {
  if (ours === null || caller.sender !== ours || !caller.senderFrame) return false;
  return caller.senderFrame === ours.mainFrame && caller.senderFrame.url.startsWith(`${origin}/`);
}
