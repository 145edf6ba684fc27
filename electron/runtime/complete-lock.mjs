/**
 * `npm run lock:complete`: adds to package-lock.json the optional packages of other systems that npm left out because
 * the registry at hand does not carry them. Run it after `npm install NAME` when the test of the lock file asks for it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingPlatformPackages } from './dependencies.mjs';

const path = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingPlatformPackages(lock);
const entries = Object.entries({ ...lock.packages, ...missing });
// npm's own order, so that its next run does not reorder the file.
lock.packages = Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other, 'en')));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} packages of other systems added.`);
