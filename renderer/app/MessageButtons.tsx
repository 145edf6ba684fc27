import { useEffect, useState } from 'react';
import { strings } from '../strings/en';
import { LinkButton } from '../ui/Button';
import { closeMessage, useWindow } from './desk-state';
import styles from './Message.module.css';

/** How long a sentence stays that goes by itself, in milliseconds: long enough to be read twice, slowly. */
const stay = (message: string): number => Math.max(7000, message.length * 120);

/** What can be done about a sentence. Information goes by itself, unless somebody is at it. */
export function MessageButtons({ message }: { readonly message: string }) {
  const passing = useWindow((state) => state.passing);
  const offer = useWindow((state) => state.offer);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (!passing || held) return;
    const timer = setTimeout(closeMessage, stay(message));
    return () => clearTimeout(timer);
  }, [message, passing, held]);
  useEffect(() => {
    const place = document.querySelector(`.${styles.place}`);
    const hold = () => setHeld(true);
    const letGo = () => setHeld(false);
    const ends = new AbortController();
    place?.addEventListener('mouseover', hold, ends);
    place?.addEventListener('mouseleave', letGo, ends);
    place?.addEventListener('focusin', hold, ends);
    place?.addEventListener('focusout', letGo, ends);
    return () => ends.abort();
  }, []);

  return (
    <>
      {offer ? (
        <LinkButton
          onClick={() => {
            closeMessage();
            offer.take();
          }}
        >
          {offer.label}
        </LinkButton>
      ) : null}
      <LinkButton onClick={closeMessage}>{strings.close}</LinkButton>
    </>
  );
}
