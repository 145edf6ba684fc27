/**
 * Keeps React from looking at the selection in `element`. Before each commit, of whatever pane, React asks the element
 * that has the keyboard whether it is editable, and then walks all of it to find out what is selected in there: at every
 * change of the save state, the whole article. What is selected on the page is Lexical's alone.
 */
export function hideFromReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set(value: string) {
      element.setAttribute('contenteditable', value);
    },
  });
}
