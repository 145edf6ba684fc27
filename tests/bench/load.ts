import { reportOpening } from './editing/opening';
import { measureInTurn } from './editing/rounds';

/*
 * `npm run bench:load`: opening texts of four lengths in a window that has started and is at rest, to the first frame that shows them, in
 * Standfirst and in its peers. `--quick` opens two lengths once. `npm run bench` has this from `bench:typing`.
 */

reportOpening(await measureInTurn(async ({ opening }) => ({ opening })));
