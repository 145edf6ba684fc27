/*
 * The page is Lexical's alone. React stands above it, hears every key that is pressed in it, and looks at what is selected in it:
 * work that grows with the article or comes with every letter, and that nobody asks for.
 */

/** The pages that React is to leave alone. */
const hidden = new WeakSet<EventTarget>();

/** What a key on the page brings about. No component has a handler for these above the page. */
const typing: ReadonlySet<string> = new Set([
  'beforeinput',
  'input',
  'keydown',
  'keypress',
  'keyup',
  'textInput',
]);

/**
 * Keeps React from looking at the selection in `element`, and from hearing keys in it. Before each commit, of whatever pane,
 * React asks the element that has the keyboard whether it is editable, and then walks all of it to find out what is selected
 * in there: at every change of the save state, the whole article.
 */
export function hideFromReact(element: HTMLElement): void {
  hidden.add(element);
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set(value: string) {
      element.setAttribute('contenteditable', value);
    },
  });
}

/** Lets what listens to `root` from now on, which is React, not hear keys on a hidden page. To be called before React is there. */
export function letTypingPass(root: HTMLElement): void {
  const add = root.addEventListener.bind(root);
  root.addEventListener = (
    type: string,
    listener: EventListener,
    options?: AddEventListenerOptions | boolean,
  ) =>
    add(
      type,
      typing.has(type)
        ? (event) => {
            if (!event.target || !hidden.has(event.target)) listener(event);
          }
        : listener,
      options,
    );
}
