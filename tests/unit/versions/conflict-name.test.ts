import { describe, expect, it } from 'vitest';
import { isConflictNameOf, nameBeforeConflict } from '../../../shared/versions/conflict-name';

describe('the names of conflict copies', () => {
  it.each([
    ['Dropbox', "article (Ada's conflicted copy 2026-11-23).json"],
    ['Dropbox, more on one day', 'article (ada-laptop’s conflicted copy 2026-11-23 (1)).json'],
    ['Dropbox, in case of case', 'article (Case Conflict).json'],
    ['Nextcloud', 'article (conflicted copy 2026-11-23 120301).json'],
    ['ownCloud', 'article_conflict-20261123-120301.json'],
    ['Syncthing', 'article.sync-conflict-20261123-120301-ABCDEF7.json'],
    ['Seafile', 'article (SFConflict ada@example.org 2026-11-23-12-03-01).json'],
    ['pCloud', 'article [conflicted].json'],
    ['Resilio', 'article.Conflict.json'],
    ['Google Drive', 'article (1).json'],
    ['iCloud', 'article 2.json'],
    ['OneDrive', 'article-ADAS-LAPTOP.json'],
  ])('of %s are known', (_, name) => {
    expect(isConflictNameOf(name, 'article.json', '.json')).toBe(true);
  });

  it.each([
    'tides (conflicted copy 2026-11-23 120301)',
    "tides (Ada's conflicted copy 2026-11-23)",
    'tides.sync-conflict-20261123-120301-ABCDEF7',
    'tides (1)',
    'tides 2',
  ])('are known of folders: %s', (name) => {
    expect(nameBeforeConflict(name, '')).toBe('tides');
    expect(isConflictNameOf(name, 'tides', '')).toBe(true);
  });

  it.each([
    'article.json',
    'articles.json',
    'notes.json',
    'article.json.bak',
    '.standfirst-0.tmp',
    'article.txt',
  ])('are not seen in %s', (name) => {
    expect(isConflictNameOf(name, 'article.json', '.json')).toBe(false);
  });

  it('are not seen in the names we give to folders ourselves', () => {
    expect(isConflictNameOf('tides-2', 'tides', '')).toBe(false);
    expect(isConflictNameOf('tides-copy', 'tides', '')).toBe(false);
  });
});
