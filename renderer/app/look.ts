import { useEffect } from 'react';
import type { Face, Preferences } from '../../shared/ipc/preferences';
import type { ArticleEditor } from '../editor/article-editor';
import { behindTheStart } from '../ui/first-frame';

/** Faces that only some writers choose; fetched when they do. */
const faces: Readonly<Record<Face, () => Promise<unknown>>> = {
  serif: () => Promise.resolve(),
  sans: () => import('../ui/face-sans'),
  mono: () => import('../ui/face-mono'),
};

/** Puts `value` on the root of the page, where style sheets see it; what is usual is not named. */
function mark(name: 'theme' | 'face' | 'measure' | 'platform', value: string, usual: string): void {
  const { dataset } = document.documentElement;
  if (value === usual) delete dataset[name];
  else dataset[name] = value;
}

async function showFace(face: Face): Promise<void> {
  // Named once it is there: the words do not jump through a third face.
  await faces[face]();
  mark('face', face, 'serif');
}

/** Makes the window look as the writer likes it, and as others on this system do, before it is drawn for the first time. */
export async function beginLook({ theme, face, measure }: Preferences, platform: string): Promise<void> {
  mark('platform', platform, 'linux');
  mark('theme', theme, 'system');
  mark('measure', measure, 'normal');
  await showFace(face);
}

/** Makes the window look as the writer likes it, and keeps it so while they write. */
export function useLook(editor: ArticleEditor, preferences: Preferences | null): void {
  const { theme, face, measure, focus, typewriter } = preferences ?? {};
  useEffect(() => mark('theme', theme ?? 'system', 'system'), [theme]);
  useEffect(() => mark('measure', measure ?? 'normal', 'normal'), [measure]);
  useEffect(() => {
    void showFace(face ?? 'serif');
  }, [face]);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let stopped = false;
    const callOff = behindTheStart(() => {
      void import('./block-news').then(({ followBlocks }) => {
        if (!stopped) stop = followBlocks(editor.lexical);
      });
    });
    return () => {
      stopped = true;
      callOff();
      stop?.();
    };
  }, [editor]);
  useEffect(() => {
    if (!focus || (focus === 'off' && !typewriter)) return;
    let stop: (() => void) | null = null;
    let stopped = false;
    void import('../editor/writing-modes').then(({ followWriting }) => {
      if (!stopped) stop = followWriting(editor.lexical, { focus, typewriter: typewriter ?? false });
    });
    return () => {
      stopped = true;
      stop?.();
    };
  }, [editor, focus, typewriter]);
}
