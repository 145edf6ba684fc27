import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type CSSProperties, type ReactNode, type RefObject, useRef } from 'react';
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
  // The keyboard begins at the first field, or at the main button where there is none; the cross is the last resort.
  const first = () =>
    popup.current?.querySelector<HTMLElement>(`.${styles.dialogBody} :is(input, select, textarea)`) ??
    popup.current?.querySelector<HTMLElement>(`.${styles.dialogActions} button:last-child:not(:disabled)`) ??
    true;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          className={styles.dialog}
          initialFocus={first}
          style={{ '--dialog-width': `${width}px` } as CSSProperties}
          {...(finalFocus ? { finalFocus } : {})}
        >
          <div className={styles.dialogHead}>
            <Base.Title className={styles.dialogTitle}>{title}</Base.Title>
            <Base.Close render={<IconButton label={closeLabel} icon={<X size={16} aria-hidden />} />} />
          </div>
          <div className={styles.dialogBody}>{children}</div>
          {actions ? <div className={styles.dialogActions}>{actions}</div> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
