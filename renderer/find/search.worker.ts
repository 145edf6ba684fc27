import { findMatches } from './matches';
import type { SearchAnswer, SearchRequest } from './search';

// A pattern of the writer's own may take for ever: here it can be ended without ending the window.
self.addEventListener('message', (event: MessageEvent<SearchRequest>) => {
  const { id, texts, query } = event.data;
  const answer: SearchAnswer = { id, found: texts.map((text) => findMatches(text, query)) };
  self.postMessage(answer);
});
