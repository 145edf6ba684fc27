import type { UnknownBlock } from '../../../../shared/article/block';

/** The kind that the newer version gave the block. */
export const kindOf = ({ raw }: UnknownBlock): string => (typeof raw.kind === 'string' ? raw.kind : '?');
