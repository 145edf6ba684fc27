import { canonicalLanguage } from '../../shared/article/language';
import { typographyLanguages } from '../../shared/typography/rules';

/** Languages that are written without rules of ours for their typography. */
const others = ['ar', 'fa', 'he', 'hi', 'ja', 'ko', 'ur', 'zh'];

const first: Readonly<Record<string, string>> = { en: 'English (US)', 'en-GB': 'English (UK)' };

const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });
const nameOf = (tag: string): string => first[tag] ?? names.of(canonicalLanguage(tag)) ?? tag;

/** A language that can be chosen: its tag (BCP 47) and its name. */
interface LanguageChoice {
  readonly value: string;
  readonly label: string;
}

/** The languages an article can be written in, English first and then by name; `present`, a tag, is among them. */
export function languageChoices(present: string): readonly LanguageChoice[] {
  const tags = new Set([...typographyLanguages, ...others].map(canonicalLanguage).concat(present));
  for (const tag of Object.keys(first)) tags.delete(tag);
  const byName = [...tags]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'));
  return [...Object.keys(first).map((value) => ({ value, label: nameOf(value) })), ...byName];
}
