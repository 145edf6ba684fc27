import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { CSSProperties, ReactNode, RefObject } from 'react';
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
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={styles.dialog}
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
