import { findQuotations } from '../../shared/quotes';
import type { DetectionAnswer, DetectionRequest } from './detection';

// Off the window's own thread, so that a keystroke never waits for it.
self.addEventListener('message', (event: MessageEvent<DetectionRequest>) => {
  const answer: DetectionAnswer = { id: event.data.id, found: findQuotations(event.data.text) };
  self.postMessage(answer);
});
