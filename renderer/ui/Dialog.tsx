import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { IconButton } from './Button';
import styles from './controls.module.css';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Where the keyboard goes when the dialog closes; otherwise where it came from. */
  readonly finalFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | null);
}

/** A dialog over the window: Escape and the cross close it, the keyboard stays inside. */
export function Dialog({
  title,
  closeLabel,
  width = 440,
  onClose,
  children,
  actions,
  finalFocus,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={styles.dialog}
          initialFocus={() => (popup.current && firstField(popup.current)) ?? true}
          finalFocus={
            finalFocus ?? (() => (before instanceof HTMLElement && before !== document.body ? before : true))
          }
          style={{ '--dialog-width': `${width}px` } as CSSProperties}
        >
          <div className={styles.dialogHead}>
            <Base.Title className={styles.dialogTitle}>{title}</Base.Title>
            <Base.Close render={<IconButton label={closeLabel} icon={<X size={16} aria-hidden />} />} />
          </div>
          <div className={styles.dialogBody}>{children}</div>
          {actions ? <div className={styles.dialogActions}>{actions}</div> : null}
          <KeyboardAtOnce />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The keyboard begins at the first field, or at the main button where there is none; the cross is the last resort. */
const firstField = (dialog: HTMLElement): HTMLElement | null =>
  dialog.querySelector<HTMLElement>(`.${styles.dialogBody} :is(input, select, textarea)`) ??
  dialog.querySelector<HTMLElement>(`.${styles.dialogActions} button:last-child:not(:disabled)`);

/**
 * Takes the keyboard into the dialog as it is put into the window. A frame later, a quick Enter would still reach the
 * page, and part what is selected there.
 */
function KeyboardAtOnce() {
  const here = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const dialog = here.current?.closest<HTMLElement>(`.${styles.dialog}`);
    if (dialog && !dialog.contains(document.activeElement))
      firstField(dialog)?.focus({ preventScroll: true });
  }, []);
  return <span ref={here} hidden />;
}
