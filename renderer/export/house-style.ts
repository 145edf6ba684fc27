import { useEffect, useState } from 'react';
import type { Client } from '../../shared/ipc/contract';
import { stylesheetFailure } from '../strings/leaving';

/** The house's own stylesheet: its text, or null; and why it cannot be used. */
export interface HouseStyle {
  readonly css: string | null;
  readonly problem: string | null;
}

/** Reads the stylesheet of the desk as it lies there now: other programs change it too. */
export async function readHouseStyle(client: Client): Promise<HouseStyle> {
  const answer = await client.desk.houseStylesheet();
  if (answer.ok) return { css: answer.value.css, problem: null };
  return { css: null, problem: stylesheetFailure(answer.error) };
}

/** The stylesheet of the desk; null until it is read. */
export function useHouseStyle(client: Client): HouseStyle | null {
  const [house, setHouse] = useState<HouseStyle | null>(null);
  useEffect(() => {
    let stopped = false;
    void readHouseStyle(client).then((read) => {
      if (!stopped) setHouse(read);
    });
    return () => {
      stopped = true;
    };
  }, [client]);
  return house;
}
