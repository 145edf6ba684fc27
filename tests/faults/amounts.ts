/** How much a proof does: all of it, or enough to notice that something broke (`--short`, for every run of CI). */
const short = process.env.STANDFIRST_FAULTS === 'short';

const amount = (long: number, few: number): number => (short ? few : long);

export const killsWhileSaving = amount(2000, 120);
export const powerCuts = amount(1000, 60);
export const levelsOfFreeSpace = 64;
export const killsWhileTyping = amount(200, 6);
export const stepsOfWork = amount(10_000, 400);

/** The errors that each system call of a save is made to answer. */
export const errorsOfTheSystem = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EDQUOT'] as const;
