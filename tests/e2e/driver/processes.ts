import { readdirSync, readFileSync } from 'node:fs';

/** A process below another one, as Linux tells of it. */
export interface ProcessBelow {
  readonly command: string;
  /** How far system calls are filtered: 0 not at all, 2 by a filter. */
  readonly seccomp: number;
}

/** The processes that `root` started, and those that these started. Linux only. */
export function processesBelow(root: number): readonly ProcessBelow[] {
  const parents = new Map<number, number>();
  const found = new Map<number, ProcessBelow>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]));
      found.set(Number(name), {
        command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replace(/\0/g, ' '),
        seccomp: Number(/^Seccomp:\s*(\d+)/m.exec(status)?.[1]),
      });
    } catch {
      // The process ended while we read: it is not there any more.
    }
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...found].filter(([pid]) => isBelow(pid)).map(([, process]) => process);
}
