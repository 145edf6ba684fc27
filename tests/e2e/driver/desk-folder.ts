import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article } from '../../../shared/article/article';
import { defaultDeskSettings, serialiseDeskSettings } from '../../../shared/article/desk-settings';
import { parseArticle, serialiseArticle } from '../../../shared/article/file';

/** A desk in a temporary folder, as a test finds and leaves it. */
export interface DeskFolder {
  /** Absolute path, without links. */
  readonly path: string;
  /** The path of the file of an article. */
  articlePath(slug: string): string;
  /** The article as it stands on the disk now; throws where it does not parse. */
  article(slug: string): Article;
  /** The text of any file of the desk. */
  text(name: string): string;
  /** Puts a file into the desk, as another program would. */
  put(name: string, content: string | Uint8Array): void;
  /** Puts an article into the desk, as another program would. */
  putArticle(article: Article): void;
}

/** The folder `path` as a desk; it is made where it is missing. */
export function deskFolder(path: string): DeskFolder {
  mkdirSync(path, { recursive: true });
  const articlePath = (slug: string) => join(path, slug, 'article.json');
  const desk: DeskFolder = {
    path,
    articlePath,
    article(slug) {
      const parsed = parseArticle(readFileSync(articlePath(slug), 'utf8'));
      if (!parsed.ok) throw new Error(`${articlePath(slug)}: ${JSON.stringify(parsed.error)}`);
      return parsed.value;
    },
    text: (name) => readFileSync(join(path, name), 'utf8'),
    put(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    putArticle(article) {
      desk.put(join(article.slug, 'article.json'), serialiseArticle(article));
    },
  };
  return desk;
}

/** Gives the desk a `desk.json` with the defaults. */
export const settle = (desk: DeskFolder): void =>
  desk.put('desk.json', serialiseDeskSettings(defaultDeskSettings));
