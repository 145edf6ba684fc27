import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { p } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { caretAtEnd } from './page';
import { dialog, dialogIsThere, type Screen, sampleOnScreens } from './screen';

/** Other states of the writer's words beside the open article: each leaves the article saved, and itself gone. */
export const otherVersionScreens: readonly Screen[] = [
  {
    name: 'Compare (another program changed the file)',
    async reach(app) {
      await caretAtEnd(app, 'The crossing costs');
      await app.window.keyboard.type(' Mine.');
      const { slug } = sampleOnScreens();
      const theirs = app.desk.article(slug);
      app.desk.putArticle({ ...theirs, body: theirs.body.slice(0, 3) });
      await expect(app.window.getByRole('status', { name: 'Save state' })).toHaveText('Conflict');
      await app.window.getByRole('button', { name: 'Compare' }).click();
      await dialogIsThere(app);
    },
    async leave({ window }) {
      await window.getByRole('dialog').getByRole('button', { name: 'Yours' }).click();
      await window.getByRole('button', { name: 'Save this' }).click();
      await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    },
  },
  {
    name: 'Compare (a sync client left a second copy)',
    async reach(app) {
      const { slug } = sampleOnScreens();
      const present = app.desk.article(slug);
      app.desk.put(
        join(slug, 'article.sync-conflict-20261123-120301-ABCDEF7.json'),
        serialiseArticle({ ...present, body: [...present.body, p('Written elsewhere.')] }),
      );
      await app.window.getByRole('button', { name: 'Compare' }).click();
      await dialogIsThere(app);
    },
    async leave(app) {
      await dialog(app).getByRole('button', { name: 'Move the copy to the bin' }).click();
      await expect(dialog(app)).toHaveCount(0);
    },
  },
  {
    name: 'Compare (words that could not be saved)',
    async reach(app) {
      const { slug } = sampleOnScreens();
      const present = app.desk.article(slug);
      const article = JSON.parse(serialiseArticle({ ...present, body: [...present.body, p('Not saved.')] }));
      await app.call('recovery', 'keep', { slug, article });
      expect(readdirSync(join(app.userData, 'recovery'))).toHaveLength(1);
      // As after a crash: what is kept is looked for when the window begins.
      await app.window.reload();
      await expect(app.window.getByRole('textbox', { name: 'Article body' })).toContainText('The last boat');
      await app.window.getByRole('button', { name: 'Compare' }).click();
      await dialogIsThere(app);
    },
    async leave(app) {
      await dialog(app).getByRole('button', { name: 'Discard recovered words' }).click();
      await dialog(app).getByRole('button', { name: 'Discard for good' }).click();
      await expect(dialog(app)).toHaveCount(0);
    },
  },
];
