import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './controls.module.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly look?: 'plain' | 'primary' | 'quiet';
}

/** A button with words. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  const names = [styles.button, look === 'plain' ? '' : styles[look], className];
  return <button type="button" {...rest} className={names.filter(Boolean).join(' ')} />;
}

/** A button that reads as a link in a line of words. */
export const LinkButton = ({ className, ...rest }: ComponentPropsWithRef<'button'>) => (
  <button
    type="button"
    {...rest}
    className={className === undefined ? styles.link : `${styles.link} ${className}`}
  />
);

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** The accessible name; shown as a tooltip with `keys`. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly icon: ReactNode;
}

/** A quiet button with an icon; its name is for the ear and the tooltip. */
export function IconButton({ label, keys, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      {...rest}
      className={[styles.button, styles.quiet, styles.icon, className].filter(Boolean).join(' ')}
    >
      {icon}
    </button>
  );
}
