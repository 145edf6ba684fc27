import { fail } from '../../shared/base/result';

/** The answer to a desk's call while no desk is open. */
export const noDesk = fail({ code: 'no-desk' } as const);
