import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Article } from '../../../shared/article/article';
import { parseArticle } from '../../../shared/article/file';
import type { StandfirstApp } from './app';

/** One thing to look at: how a person gets there. Escape leads back from all but the last ones. */
export interface Screen {
  readonly name: string;
  readonly reach: (app: StandfirstApp) => Promise<void>;
  /** How to leave, where Escape is not the way. */
  readonly leave?: (app: StandfirstApp) => Promise<void>;
}

/** The article that stands open on every screen: the project's own sample. */
export function sampleOnScreens(): Article {
  const project = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  const parsed = parseArticle(readFileSync(join(project, 'assets', 'sample', 'article.json'), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return { ...parsed.value, targetWords: 900 };
}

export const dialog = ({ window }: StandfirstApp, name?: string) =>
  window.getByRole('dialog', name === undefined ? {} : { name });
export const dialogIsThere = (app: StandfirstApp) => expect(dialog(app)).toBeVisible();
