import { useEffect, useState } from 'react';
import { strings } from '../strings/en';
import { useWindow } from './desk-state';
import styles from './FileDrop.module.css';

interface FileDropProps {
  /** Takes documents that were dropped anywhere on the window. */
  readonly onDocuments: (files: readonly File[]) => void;
  /** Takes pictures that were dropped on the page, with the point in the window. */
  readonly onPictures: (files: readonly File[], point: { readonly x: number; readonly y: number }) => void;
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

const isPicture = (file: File): boolean => file.type.startsWith('image/');

/** Files dropped on the window: documents are imported, pictures go onto the page. No file replaces the window's page. */
export function FileDrop({ onDocuments, onPictures }: FileDropProps) {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const mayDrop = () => useWindow.getState().desk !== null && useWindow.getState().dialog === null;
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = mayDrop() ? 'copy' : 'none';
      setOver(mayDrop());
    };
    const leave = (event: DragEvent) => {
      // Only where the pointer leaves the window is there nothing it goes to.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      if (!mayDrop()) return;
      const files = [...event.dataTransfer.files];
      const pictures = files.filter(isPicture);
      const documents = files.filter((file) => !isPicture(file));
      if (pictures.length > 0) onPictures(pictures, { x: event.clientX, y: event.clientY });
      if (documents.length > 0) onDocuments(documents);
    };
    const listeners = { dragenter: drag, dragover: drag, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name as keyof typeof listeners, listener, { capture: true });
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name as keyof typeof listeners, listener, { capture: true });
      }
    };
  }, [onDocuments, onPictures]);

  return over ? (
    <div className={styles.target} aria-hidden>
      <p>{strings.importing.drop}</p>
    </div>
  ) : null;
}
