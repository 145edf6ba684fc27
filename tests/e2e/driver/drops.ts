import type { StandfirstApp } from './app';

/** What another program lets go of over the window: formats by type, and files. */
export interface Dropped {
  readonly data?: Readonly<Record<string, string>>;
  readonly files?: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: readonly number[];
  }[];
}

/** Drags over the element that `selector` finds, to a point of it (CSS pixels from its corner), and lets go. */
export async function drop(
  app: StandfirstApp,
  selector: string,
  at: { readonly x: number; readonly y: number },
  dropped: Dropped,
): Promise<void> {
  await fire(app, selector, at, dropped, ['dragenter', 'dragover', 'drop']);
}

/** Drags over the element, and does not let go. */
export const dragOver = (app: StandfirstApp, selector: string, dropped: Dropped): Promise<void> =>
  fire(app, selector, { x: 1, y: 1 }, dropped, ['dragenter', 'dragover']);

function fire(
  app: StandfirstApp,
  selector: string,
  at: { readonly x: number; readonly y: number },
  dropped: Dropped,
  events: readonly string[],
): Promise<void> {
  return app.window.evaluate(
    ([where, { x, y }, { data = {}, files = [] }, names]) => {
      const element = document.querySelector(where);
      if (!element) throw new Error(`Nothing at ${where}`);
      const corner = element.getBoundingClientRect();
      const dataTransfer = new DataTransfer();
      for (const [type, text] of Object.entries(data)) dataTransfer.setData(type, text);
      for (const { name, type, bytes } of files) {
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      }
      const point = { clientX: corner.x + x, clientY: corner.y + y };
      const target = document.elementFromPoint(point.clientX, point.clientY) ?? element;
      for (const name of names) {
        target.dispatchEvent(
          new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer, ...point }),
        );
      }
    },
    [selector, at, dropped, events] as const,
  );
}
