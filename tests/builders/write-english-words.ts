import { mkdirSync, writeFileSync } from 'node:fs';
import { englishWords } from './english-words';

const folder = new URL('../../assets/words/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('english.txt', folder), englishWords());
