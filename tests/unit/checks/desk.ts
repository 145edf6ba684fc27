import { readFileSync } from 'node:fs';
import type { Article } from '../../../shared/article/article';
import type { Block } from '../../../shared/article/block';
import { article } from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { type CheckSetting, checkArticle, type Finding, parseWordList } from '../../../shared/checks';

const parsed = parseWordList(
  readFileSync(new URL('../../../assets/words/english.txt', import.meta.url), 'utf8'),
);
if (!parsed.ok) throw new Error(parsed.error.code);

export const setting: CheckSetting = {
  language: 'en',
  desk: defaultDeskSettings,
  wordList: parsed.value,
};

export const moment = { now: Date.parse('2026-03-01T12:00:00Z'), openSuggestions: 0 };

/** An article that lacks nothing the structure checks ask for. */
export const complete = (
  fields: Partial<Omit<Article, 'body' | 'format'>>,
  ...body: readonly Block[]
): Article =>
  article(
    {
      headline: 'Tides',
      deck: 'The sea rises.',
      bylines: [{ name: 'Ada Field' }],
      dateline: 'WICK',
      ...fields,
    },
    ...body,
  );

export const check = (story: Article, changed: Partial<CheckSetting> = {}): readonly Finding[] =>
  checkArticle(story, { ...setting, ...changed }, moment);

/** The findings of one check. */
export const found = (
  code: string,
  story: Article,
  changed: Partial<CheckSetting> = {},
): readonly Finding[] => check(story, changed).filter((finding) => finding.code === code);
