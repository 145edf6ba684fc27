import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { pictureFiles } from '../../shared/checks';

/** The pictures of the article in the file `path` that its media folder lacks, by file name. */
export async function missingPictures(path: string, article: Article): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  for (const file of pictureFiles(article)) {
    const stats = await fs.stat(join(dirname(path), 'media', file)).catch(() => null);
    if (!stats?.isFile()) missing.add(file);
  }
  return missing;
}
