import { type ComponentType, createElement, type ReactNode, useEffect, useReducer } from 'react';
import { behindTheStart } from './first-frame';

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
 * Draws `part` with the other attributes; nothing until its code is there, which is fetched behind the first frame, and in its
 * turn where it is `unseen` until somebody uses it. React's own `lazy` throws what it waits for, and to tell where something
 * was thrown V8 reads the whole program once more: a twelfth of the start.
 */
export function Later<Props extends object>({
  part,
  unseen = false,
  ...rest
}: { readonly part: Part<Props>; readonly unseen?: boolean } & Props) {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (part.isThere()) return;
    let gone = false;
    const come = () => part.fetch().then(() => gone || drawAgain());
    const callOff = behindTheStart(unseen ? 'unseen' : 'seen', come);
    return () => {
      gone = true;
      callOff();
    };
  }, [part, unseen]);
  // What is left of the attributes are those of the part.
  return part.draw(rest as unknown as Props);
}
