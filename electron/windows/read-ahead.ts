import { promises as fs } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the window's page in `pages` and the files it names while Chromium starts: asked for later, each read would wait several
 * times for a main process that is busy then. Answers how to read a file; what was read ahead is given away once.
 */
export function readAhead(pages: string): (file: string) => Promise<Buffer> {
  const ahead = new Map<string, Promise<Buffer>>();

  function read(file: string): Promise<Buffer> {
    const reading = fs.readFile(file);
    // Who asks for the file hears why it cannot be read.
    reading.catch(() => {});
    ahead.set(file, reading);
    return reading;
  }

  void read(join(pages, 'index.html')).then(
    (page) => {
      for (const [, name] of page.toString().matchAll(/(?:src|href)="\.\/([^"]+)"/g))
        if (name) void read(join(pages, name));
    },
    () => {},
  );
  return (file) => {
    const reading = ahead.get(file);
    ahead.delete(file);
    return reading ?? fs.readFile(file);
  };
}
