import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { DeskKeeper } from '../desk/desk-keeper';
import { noDesk } from './no-desk';

/** In CSS pixels of the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** How long one call goes on checking articles, in milliseconds; the window calls again while articles are left. */
const checkBudget = 300;

/** Answers the calls about all articles at once. What they answer is for the window alone: no output is made of it. */
export function libraryHandlers(
  keeper: DeskKeeper,
  offerMenu: (at: Point) => void,
): Pick<Handlers, 'library'> {
  return {
    library: {
      async find({ words, most }) {
        const desk = keeper.current();
        return desk ? ok(await desk.library.find(words, most)) : noDesk;
      },
      async excerpts({ words, slugs }) {
        const desk = keeper.current();
        return desk ? ok(await desk.library.excerpts(words, slugs)) : noDesk;
      },
      async people() {
        const desk = keeper.current();
        return desk ? ok(await desk.library.people()) : noDesk;
      },
      async check() {
        const desk = keeper.current();
        return desk ? ok(await desk.library.check(checkBudget)) : noDesk;
      },
      menu(at) {
        offerMenu(at);
        return ok(null);
      },
    },
  };
}
