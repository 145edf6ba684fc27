import { readdirSync, readFileSync } from 'node:fs';

/** A process below another one, as Linux tells of it. */
export interface ProcessBelow {
  readonly command: string;
  /** How far system calls are filtered: 0 not at all, 2 by a filter. */
  readonly seccomp: number;
}

/** The memory of `root` and the processes below it in MB, what they share counted once (proportional set size). Linux only. */
export function memoryBelow(root: number): number {
  let kilobytes = 0;
  for (const pid of [root, ...idsBelow(root)]) {
    try {
      kilobytes += Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // The process ended while we read.
    }
  }
  return kilobytes / 1024;
}

function idsBelow(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(
        Number(name),
        Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]),
      );
    } catch {
      // The process ended while we read.
    }
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
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
