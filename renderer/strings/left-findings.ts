/** Findings that the writer decided to leave. */
export const leftFindingsWords = {
  summary: (count: number): string =>
    `${count.toLocaleString('en')} left as ${count === 1 ? 'it is' : 'they are'}`,
  because: (reason: string): string => `Left: ${reason}`,
  again: 'Look at it again',
} as const;
