/** The commonest words of running text by language. A word of two languages counts for both. */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the of and that with from was were which their have has been this would said',
  de: 'der die und das nicht mit sich des auf für ist dem dass ein eine wird sind auch von zu',
  fr: 'les des une dans est qui sur pour pas avec plus aux cette sont mais été du le',
  es: 'los las una por con para del como más pero sus fue ha este el y en que',
  it: 'il di che gli della per non sono del nel dei alla anche più è delle',
  nl: 'het een van niet zijn aan voor met door maar naar worden ook heeft bij de',
  pt: 'os uma não mais dos como foi ao pela são também seu à do em',
  sv: 'och att det som för inte den ett har till om från också är',
};
const languageOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(commonWords)) {
  for (const word of words.split(' ')) languageOf.set(word, [...(languageOf.get(word) ?? []), language]);
}

/**
 * The language a text is written in, by its commonest words, or null where that is not clear: at least 12 of them,
 * and three times as many as of the next language.
 */
export function guessLanguage(text: string): string | null {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, 20_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    for (const language of languageOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 12) return null;
  return first[1] >= (second?.[1] ?? 0) * 3 ? first[0] : null;
}
