/** A quiet text field inside a card: looks like text until it is used. */
export interface CardField {
  readonly element: HTMLInputElement;
  /** Shows `value`, unless the writer is typing in the field. */
  show(value: string): void;
}

/** Makes a field named `label`; `change` is called with each typed value that `accepts` it. */
export function cardField(
  label: string,
  placeholder: string,
  change: (value: string) => void,
  accepts: (value: string) => boolean,
): CardField {
  const element = document.createElement('input');
  element.type = 'text';
  element.className = 'card-field';
  element.setAttribute('aria-label', label);
  element.placeholder = placeholder;
  element.spellcheck = false;
  element.addEventListener('input', () => {
    const valid = accepts(element.value);
    element.setAttribute('aria-invalid', String(!valid));
    if (valid) change(element.value);
  });
  return {
    element,
    show(value) {
      if (document.activeElement !== element && element.value !== value) element.value = value;
    },
  };
}

/** An element with a class and a text, for building a card's view. */
export function drawn<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}
