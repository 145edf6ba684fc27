import { randomUUID } from 'node:crypto';

/** A page as an export would write it, and the article whose pictures stand beside it. */
export interface Preview {
  readonly slug: string;
  readonly html: string;
}

/** The page in the preview's frame. Only the last one is kept: there is one preview at a time. */
export interface Previews {
  /** Keeps `preview` and answers the token under which it is found. */
  keep(preview: Preview): string;
  get(token: string): Preview | null;
}

export function createPreviews(): Previews {
  let last: { readonly token: string; readonly preview: Preview } | null = null;
  return {
    keep(preview) {
      last = { token: randomUUID(), preview };
      return last.token;
    },
    get: (token) => (last?.token === token ? last.preview : null),
  };
}
