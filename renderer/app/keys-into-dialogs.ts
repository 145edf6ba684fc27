import { holdEarlyKeys, keysIntoDialog } from '../editor/held-keys';
import { useWindow } from './desk-state';

/** Holds what comes before the article or the dialog it is meant for. To call before anything else listens to keys. */
export function holdKeys(): void {
  holdEarlyKeys({
    tellWaiting: (arriving) => useWindow.setState({ arriving }),
    dialogGoes: () => !useWindow.getState().dialog && document.querySelector('[role="dialog"]') !== null,
  });
  useWindow.subscribe(({ dialog, suggesting }, before) => {
    if (dialog && !before.dialog) void keysIntoDialog(() => useWindow.getState().dialog !== null);
    if (suggesting && !before.suggesting) void keysIntoDialog(() => useWindow.getState().suggesting);
  });
}
