/** A file of `assets/` as text, put into the bundle when it is built. */
declare module '*?raw' {
  const text: string;

  export { text as default };
}
