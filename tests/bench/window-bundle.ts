import { readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One file of the window's start bundle. */
export interface BundleFile {
  /** Path below the built window's folder. */
  readonly file: string;
  readonly bytes: number;
}

/** What `index.html` names as code to load at once. */
const entries = (html: string): string[] =>
  [...html.matchAll(/<script[^>]+src="([^"]+)"|<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)].map(
    (found) => normalize(found[1] ?? found[2] ?? ''),
  );

/** What a built chunk imports before it runs; chunks it loads later, with `import(…)`, are not part of the start. */
const imports = (code: string): string[] =>
  [...code.matchAll(/(?:^|[;}\s])(?:import|export)(?:[\s\w{][^"'();]*?from)?\s*["'](\.[^"']+\.js)["']/g)].map(
    (found) => found[1] ?? '',
  );

/**
 * All JavaScript that the window needs before it shows anything: the scripts of `index.html` and what they import.
 * @param folder the built window, `out/renderer`
 */
export function startBundle(folder: string): BundleFile[] {
  const found = new Map<string, number>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.set(file, statSync(join(folder, file)).size);
    for (const next of imports(readFileSync(join(folder, file), 'utf8'))) follow(join(dirname(file), next));
  };
  const named = entries(readFileSync(join(folder, 'index.html'), 'utf8'));
  if (named.length === 0) throw new Error(`${join(folder, 'index.html')} names no script.`);
  for (const file of named) follow(file);
  return [...found].map(([file, bytes]) => ({ file, bytes }));
}
