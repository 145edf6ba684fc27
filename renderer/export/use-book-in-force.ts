import { useEffect, useState } from 'react';
import type { Client } from '../../shared/ipc/contract';
import { on } from '../bridge/standfirst';
import { type BookInForce, inForce, readBookInForce } from './book-in-force';

/** The source book of the desk as it is now, whoever changes it; null until it is read. */
export function useBookInForce(client: Client): BookInForce | null {
  const [book, setBook] = useState<BookInForce | null>(null);
  useEffect(() => {
    let stopped = false;
    void readBookInForce(client).then((read) => {
      if (!stopped) setBook(read);
    });
    const stopListening = on('sourcesChanged', (state) => setBook(inForce(state)));
    return () => {
      stopped = true;
      stopListening();
    };
  }, [client]);
  return book;
}
