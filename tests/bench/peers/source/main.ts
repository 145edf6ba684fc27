import { bare } from './bare';
import { codemirror } from './codemirror';
import { lexical } from './lexical';
import type { Peer, PeerBlock } from './peer';
import { tiptap } from './tiptap';

declare const given: { readonly peer: string; readonly blocks: readonly PeerBlock[] };

const peers: Readonly<Record<string, () => Peer>> = {
  bare: () => bare(false),
  'bare-sections': () => bare(true),
  lexical: () => lexical(false),
  'lexical-sections': () => lexical(true),
  tiptap,
  codemirror,
};

const peer = peers[given.peer]?.();
const place = document.getElementById('place');
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
