import { readPasted } from './pasted';
import type { PastedNews, PastedRequest } from './pasted-elsewhere';

// Off the window's own thread: a paste of megabytes takes seconds to read.
self.addEventListener('message', ({ data: { html, cleanLinks } }: MessageEvent<PastedRequest>) => {
  const tell = (news: PastedNews) => self.postMessage(news);
  const reading = readPasted(html, cleanLinks, (share) => tell({ kind: 'share', share }));
  tell({ kind: 'read', reading });
});
