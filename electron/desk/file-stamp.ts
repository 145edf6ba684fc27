import type { BigIntStats } from 'node:fs';

/** How a file looks to the file system: a file with another content has, but for freak chances, another stamp. */
export const fileStamp = ({ size, mtimeNs, ino }: BigIntStats): string => `${size} ${mtimeNs} ${ino}`;
