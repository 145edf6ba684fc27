/** The parts of RFC 3492 that internationalised domain names use (section 5). */
const base = 36;
const [tMin, tMax, skew, damp] = [1, 26, 38, 700];

/** A label of a domain name behind its "xn--" as its letters; null where it is none. */
export function fromPunycode(label: string): string | null {
  const delimiter = label.lastIndexOf('-');
  const output = [...label.slice(0, Math.max(0, delimiter))].map(
    (character) => character.codePointAt(0) ?? 0,
  );
  let [code, bias, index] = [128, 72, 0];
  for (let at = delimiter + 1; at < label.length; ) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(label[at]);
      at += 1;
      if (digit === null) return null;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = output.length + 1;
    bias = adapted(index - before, length, before === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return null;
    output.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...output);
}

function digitOf(character: string | undefined): number | null {
  if (character === undefined || !/^[0-9a-z]$/i.test(character)) return null;
  return Number.parseInt(character, 36) < 10 ? Number(character) + 26 : Number.parseInt(character, 36) - 10;
}

function adapted(difference: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? damp : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  while (delta > ((base - tMin) * tMax) / 2) {
    delta = Math.floor(delta / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
}
