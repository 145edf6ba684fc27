import { bare } from './bare';
import { codemirror } from './codemirror';
import { lexical } from './lexical';
import type { Peer, PeerBlock } from './peer';
import { tiptap } from './tiptap';

declare const given: {
  readonly peer: string;
  readonly blocks: readonly PeerBlock[];
  /** A page as HTML with a `.body` in which the editor is to stand; empty for a page with nothing else on it. */
  readonly surroundings: string;
};

const peers: Readonly<Record<string, () => Peer>> = {
  bare: () => bare(false),
  'bare-sections': () => bare(true),
  lexical: () => lexical(false),
  'lexical-sections': () => lexical(true),
  'lexical-same-page': () => lexical(true),
  tiptap,
  codemirror,
};

const peer = peers[given.peer]?.();
if (given.surroundings !== '') await surroundWith(given.surroundings);
const place = document.querySelector<HTMLElement>('#place, .body');
if (!peer || !place) throw new Error(`There is no peer called ${given.peer}.`);

/** What the benchmark asks of this page. */
Object.assign(globalThis, {
  peer: {
    /** Milliseconds from the text to a frame that shows it. */
    async open(): Promise<number> {
      const began = performance.now();
      peer.open(place, given.blocks);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - began;
    },
    caretToMiddle: () => peer.caretToMiddle(),
  },
});

/** Puts `html`, all of a page, in the place of this one. Resolves when its stylesheets and fonts are there. */
async function surroundWith(html: string): Promise<void> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const sheets = [...page.querySelectorAll('link')];
  const loaded = sheets.map((sheet) => new Promise((resolve) => sheet.addEventListener('load', resolve)));
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  await Promise.all(loaded);
  await document.fonts.ready;
}
