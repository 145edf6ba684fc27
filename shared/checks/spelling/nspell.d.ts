/** The part of nspell that we use; its published types would bring those of Node into shared/. */
declare module 'nspell' {
  interface Checker {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  /** Texts of a Hunspell dictionary: its .aff and its .dic file. */
  export default function nspell(aff: string, dic: string): Checker;
}
