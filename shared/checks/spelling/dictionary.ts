/** The dictionaries that come with the app, by the name of their files in `assets/dictionaries`. */
export type DictionaryName = 'en' | 'en-gb';

/** The dictionary for a language (BCP 47), or null: then spelling is not checked. */
export const dictionaryFor = (language: string): DictionaryName | null =>
  /^en-(GB|AU|NZ|IE|ZA|IN)\b/.test(language) ? 'en-gb' : /^en\b/.test(language) ? 'en' : null;
