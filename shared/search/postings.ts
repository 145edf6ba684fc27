/*
 * Which articles each word stands in, in about a byte and a half each: for a desk of ten thousand articles these are four
 * and a half million, which took as much memory as all else of the search while they were lists of numbers. A word's
 * bytes stand in slices of one store, each twice as long as the one before and ending with the address of the next.
 */

/** The articles of each word, and a number of two bits that goes with each. Words are numbered from 0. */
export interface Postings {
  /** Notes that `word` stands in `article`, whose number is higher than those noted for this word before. */
  add(word: number, article: number, level: number): void;
  /** Writes the articles of `word` to the start of `into`, each as `article << 2 | level`, and answers how many they are. */
  read(word: number, into: Uint32Array): number;
}

/** Slices lie within one page, so that a page is fetched once for each of them. Bytes, as are the figures below. */
const pageSize = 1 << 15;
const firstSlice = 8;
const longestSlice = 1 << 10;
/** At the end of each slice: where the next one begins. */
const addressSize = 4;

const longer = (slice: number): number => Math.min(2 * slice, longestSlice);

/** What is known of each word, side by side in one list of numbers. */
const fields = 6;
/** Address of its first slice. */
const beginsAt = 0;
/** Address of its next byte, and of the end of the room for it. */
const writesAt = 1;
const endsAt = 2;
/** Bytes of its last slice; 0: it has none yet. */
const sliceAt = 3;
/** How many articles it stands in, and the number of the last of them. */
const countAt = 4;
const lastAt = 5;

/** Postings of no words. */
export function createPostings(): Postings {
  const pages: Uint8Array[] = [];
  let free = 0;
  let known = new Uint32Array(fields * 256);

  /** Where the fields of `word` begin. */
  function placeOf(word: number): number {
    const place = word * fields;
    if (place >= known.length) {
      const grown = new Uint32Array(Math.max(place + fields, known.length + fields * (known.length >> 3)));
      grown.set(known);
      known = grown;
    }
    return place;
  }

  const pageOf = (address: number): Uint8Array => pages[Math.floor(address / pageSize)] as Uint8Array;

  /** The address of a new slice of `size` bytes. */
  function newSlice(size: number): number {
    if ((free % pageSize) + size > pageSize) free = pages.length * pageSize;
    if (free === pages.length * pageSize) pages.push(new Uint8Array(pageSize));
    const address = free;
    free += size;
    return address;
  }

  function beginSlice(place: number): void {
    const before = known[place + sliceAt] as number;
    const size = before === 0 ? firstSlice : longer(before);
    const address = newSlice(size);
    if (before === 0) known[place + beginsAt] = address;
    else {
      const end = known[place + endsAt] as number;
      const page = pageOf(end);
      for (let byte = 0; byte < addressSize; byte += 1)
        page[(end % pageSize) + byte] = (address >>> (8 * byte)) & 0xff;
    }
    known[place + sliceAt] = size;
    known[place + writesAt] = address;
    known[place + endsAt] = address + size - addressSize;
  }

  function write(place: number, byte: number): void {
    if (known[place + sliceAt] === 0 || known[place + writesAt] === known[place + endsAt]) beginSlice(place);
    const address = known[place + writesAt] as number;
    pageOf(address)[address % pageSize] = byte;
    known[place + writesAt] = address + 1;
  }

  return {
    add(word, article, level) {
      const place = placeOf(word);
      let value = ((article - (known[place + lastAt] as number)) << 2) | level;
      // Seven bits a byte, the lowest first; the eighth says that more follow.
      for (; value > 0x7f; value >>>= 7) write(place, (value & 0x7f) | 0x80);
      write(place, value);
      known[place + lastAt] = article;
      known[place + countAt] = (known[place + countAt] as number) + 1;
    },
    read(word, into) {
      const place = word * fields;
      const count = known[place + countAt] ?? 0;
      if (count === 0) return 0;
      const begin = known[place + beginsAt] as number;
      let page = pageOf(begin);
      let at = begin % pageSize;
      let size = firstSlice;
      let end = at + size - addressSize;
      let article = 0;
      let value = 0;
      let bits = 0;
      // Up to a million rounds for a search: no iterator, and no call but for a new slice.
      for (let found = 0; found < count; at += 1) {
        if (at === end) {
          const next = addressIn(page, end);
          page = pageOf(next);
          at = next % pageSize;
          size = longer(size);
          end = at + size - addressSize;
        }
        const byte = page[at] as number;
        value |= (byte & 0x7f) << bits;
        bits += 7;
        if (byte > 0x7f) continue;
        article += value >>> 2;
        into[found] = (article << 2) | (value & 3);
        found += 1;
        value = 0;
        bits = 0;
      }
      return count;
    },
  };
}

/** The address that stands at a place of a page, the lowest byte first. */
function addressIn(page: Uint8Array, at: number): number {
  let address = 0;
  for (let byte = addressSize - 1; byte >= 0; byte -= 1)
    address = address * 256 + (page[at + byte] as number);
  return address;
}
