import { exportWord } from '../../shared/export/word/export';
import { makeExport } from './make';
import type { FromMaking, ToMaking } from './making';

/* Makes the files of an article away from the window, so that the window answers while many articles go out. */

const word = () => Promise.resolve(exportWord);

self.addEventListener('message', (event: MessageEvent<ToMaking>) => {
  const { number, order } = event.data;
  void makeExport(order, word).then(
    (made) => answer({ number, made }),
    // A mistake of ours: it is told as one, and the next article goes on.
    (error: unknown) => answer({ number, mistake: String(error) }),
  );
});

const answer = (message: FromMaking): void => self.postMessage(message);
