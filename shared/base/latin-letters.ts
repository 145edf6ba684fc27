/** Pairs of a small letter and what stands for it, parted by spaces: "а a б b". */
function table(pairs: string): readonly (readonly [string, string])[] {
  const words = pairs.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : []));
}

/**
 * Small letters of scripts that have one common way into Latin ones, taken apart as NFKD does ("й" is "и" with a mark):
 * Cyrillic after ICAO Doc 9303-3 section 6, as passports have it, the hard sign and the soft one without a letter; Greek after
 * ELOT 743; Georgian after the national system of 2002. What Arabic, Hebrew or Chinese words sound like, their letters do not say.
 */
const letters: ReadonlyMap<string, string> = new Map([
  ...table(
    'а a б b в v г g ґ g д d ђ d е e є ie ж zh з z ѕ dz и i і i ј j к k л l љ lj м m н n њ nj о o п p р r',
  ),
  ...table('с s т t ћ c у u ф f х kh ц ts ч ch џ dz ш sh щ shch ы y э e ю iu я ia'),
  ...table(
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
  ),
  ...table(
    'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q',
  ),
  ...table('შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h'),
  ['ъ', ''],
  ['ь', ''],
]);

/** A text in small letters with Cyrillic, Greek and Georgian words in Latin letters, without accents; all else as it is. */
export const inLatinLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    // Greek writes one vowel with two letters, whose accent stands on the second.
    .replace(/ου/g, 'ou')
    .replace(/[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Georgian}]\p{Mn}*/gu, (letter) => {
      const latin = letters.get(String.fromCodePoint(letter.codePointAt(0) ?? 0));
      return latin ?? letter;
    });
