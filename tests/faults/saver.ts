import crypto from 'node:crypto';
import { promises as fs, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createArticles } from '../../electron/desk/articles';
import { serialiseArticle } from '../../shared/article/file';
import { slug, story } from './story';

/*
 * `node saver.mjs DESK HOW`: a process that does nothing but save, so that it can be killed, cut off and lied to. It
 * saves through the store of articles that the app uses (HOW is "store"), or as careless programs do, to prove that a
 * proof would notice: "in-place" writes over the old file, "unsynced" writes a new file and renames it, without fsync
 * and without looking how much was written.
 *
 * Orders come one a line: `loop FROM` saves one version after the other for ever, `save VERSION NAME` saves one, with a
 * temporary file of that name (16 hexadecimal digits), which a tracer has to know beforehand. It answers `ready VERSION`,
 * `began VERSION`, `saved VERSION` and `failed VERSION CODE`, each at that moment.
 */

const [desk = '', how = 'store'] = process.argv.slice(2);
const path = join(desk, slug, 'article.json');
const tell = (line: string) => writeSync(1, `${line}\n`);

type Save = (version: number) => Promise<string | null>;

let nextName: string | null = null;
const { randomBytes } = crypto;
Object.assign(crypto, {
  randomBytes: (size: number) =>
    nextName !== null && nextName.length === size * 2 ? Buffer.from(nextName, 'hex') : randomBytes(size),
});
syncBuiltinESMExports();

async function storeSave(): Promise<Save> {
  const articles = createArticles(desk, () => new Date());
  const read = await articles.read(slug);
  if (!read.ok) throw new Error(`The article cannot be read: ${JSON.stringify(read.error)}`);
  tell(`ready ${read.value.article.headline.slice('Version '.length)}`);
  let { hash } = read.value;
  return async (version) => {
    const saved = await articles.save(slug, story(version), hash);
    if (!saved.ok) return saved.error.code;
    hash = saved.value.saved.hash;
    return null;
  };
}

async function carelessSave(): Promise<Save> {
  tell('ready 0');
  return async (version) => {
    const content = Buffer.from(serialiseArticle(story(version)));
    if (how === 'in-place') await fs.writeFile(path, content);
    else {
      const temporary = join(desk, slug, `careless-${version}`);
      const handle = await fs.open(temporary, 'w');
      await handle.write(content);
      await handle.close();
      await fs.rename(temporary, path);
    }
    return null;
  };
}

const save = how === 'store' ? await storeSave() : await carelessSave();

async function saveAndTell(version: number): Promise<void> {
  tell(`began ${version}`);
  const failure = await save(version);
  tell(failure === null ? `saved ${version}` : `failed ${version} ${failure}`);
}

for await (const line of createInterface(process.stdin)) {
  const [order, version = '', name = null] = line.split(' ');
  if (order === 'loop') {
    for (let next = Number(version); ; next += 1) await saveAndTell(next);
  }
  nextName = name;
  await saveAndTell(Number(version));
}
