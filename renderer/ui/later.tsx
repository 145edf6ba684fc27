import { type ComponentType, createElement, type ReactNode, useEffect, useReducer } from 'react';
import { afterFirstFrame } from './first-frame';

/** A part of the window whose code is not there when the window starts. */
export interface Part<Props> {
  readonly isThere: () => boolean;
  /** What it draws; nothing until its code is there. */
  draw(props: Props): ReactNode;
  /** Fetches its code, once. */
  fetch(): Promise<void>;
}

/** A part whose code `load` fetches. */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let component: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  return {
    isThere: () => component !== null,
    draw: (props) => component && createElement(component, props),
    fetch() {
      loading ??= load().then((loaded) => {
        component = loaded;
      });
      return loading;
    },
  };
}

/** Waits until what is on the page now was drawn: the callback of the second frame runs when the first one was. */
export const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

/**
 * Draws `part` with the other attributes; nothing until its code is there, which is fetched behind the first frame. React's own
 * `lazy` throws what it waits for, and to tell where something was thrown V8 reads the whole program once more: a twelfth
 * of the start.
 */
export function Later<Props extends object>({ part, ...rest }: { readonly part: Part<Props> } & Props) {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let gone = false;
    if (!part.isThere())
      void afterFirstFrame()
        .then(() => part.fetch())
        .then(() => gone || drawAgain());
    return () => {
      gone = true;
    };
  }, [part]);
  // What is left of the attributes are those of the part.
  return part.draw(rest as unknown as Props);
}
