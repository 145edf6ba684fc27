import type { Party } from './party';

interface Seen {
  readonly party: Party;
  readonly sentence: number;
  readonly weight: number;
}

const MOST_SEEN = 16;
/** What a mention keeps of its weight with each sentence that passes. */
const FADING = 0.6;
/** Favour for a party whose gender is known to agree. */
const AGREEMENT = 1.5;

/** Who is in view while a text is read from start to end: the latest parties, fading with each sentence. */
export class Recency {
  private readonly seen: Seen[] = [];

  /** Puts a party in view; `weight` says how much the mention draws attention (a speaker more than an owner). */
  see(party: Party, sentence: number, weight: number): void {
    const at = this.seen.findIndex((entry) => entry.party === party);
    const [known] = at >= 0 ? this.seen.splice(at, 1) : [];
    const kept = known ? known.weight * FADING ** (sentence - known.sentence) : 0;
    this.seen.push({ party, sentence, weight: Math.max(weight, kept) });
    if (this.seen.length > MOST_SEEN) this.seen.shift();
  }

  /** The party in view that fits and draws most attention at a sentence. */
  strongest(sentence: number, gender: Party['gender'], fits: (party: Party) => boolean): Party | undefined {
    let best: Party | undefined;
    let highest = 0;
    for (const entry of this.seen) {
      const { party } = entry;
      if (!fits(party) || (gender && party.gender && party.gender !== gender)) continue;
      const agreement = gender && party.gender === gender ? AGREEMENT : 1;
      const score = entry.weight * agreement * FADING ** (sentence - entry.sentence);
      if (score <= highest) continue;
      highest = score;
      best = party;
    }
    return best;
  }
}
