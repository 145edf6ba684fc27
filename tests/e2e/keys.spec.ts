import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, p } from '../../shared/article/build';
import type { StandfirstApp } from './driver/app';
import { body, caretAtEnd, drawn } from './driver/page';
import { sampleOnScreens } from './driver/screen';
import { expect, test } from './driver/test';

const story = article({ slug: 'tides', headline: 'The tide turns' }, p('The sea rose.'));

const settings = (app: StandfirstApp) => app.window.getByRole('dialog', { name: 'Settings' });
const accelerator = (app: StandfirstApp, label: string) =>
  app.electron.evaluate(
    ({ Menu }, wanted) =>
      Menu.getApplicationMenu()
        ?.items.flatMap((entry) => entry.submenu?.items ?? [])
        .find((entry) => entry.label === wanted)?.accelerator,
    label,
  );

test('keys are changed in the settings: menu, palette, help and the window follow; conflicts are refused', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toContainText('The sea rose.');
  await app.window.keyboard.press('Control+,');
  await settings(app).getByRole('tab', { name: 'Keys' }).click();
  let boldKeys = settings(app).getByRole('textbox', { name: 'Keys of Bold' });
  await boldKeys.focus();
  await app.window.keyboard.press('Control+I');
  await expect(settings(app).getByRole('alert')).toHaveText(
    'Ctrl+I belongs to “Italic”. Press other keys, or take them away there first.',
  );
  await expect(boldKeys).toHaveValue('Ctrl+B');
  await app.window.keyboard.press('Control+W');
  await expect(settings(app).getByRole('alert')).toContainText('Ctrl+W stays with the system (Close)');
  await app.window.keyboard.press('b');
  await expect(settings(app).getByRole('alert')).toContainText('B is needed for writing');
  await app.window.keyboard.press('Control+Alt+B');
  await expect(boldKeys).toHaveValue('Ctrl+Alt+B');
  await expect(settings(app).getByRole('alert')).toHaveCount(0);
  // The field is no trap.
  await app.window.keyboard.press('Tab');
  await expect(boldKeys).not.toBeFocused();
  await settings(app).getByRole('button', { name: 'Done' }).click();
  expect(await accelerator(app, 'Bold')).toBe('CmdOrCtrl+Alt+B');

  await body(app).getByText('rose').dblclick();
  await app.window.keyboard.press('Control+B');
  await app.window.keyboard.press('Control+Alt+B');
  await expect.poll(() => JSON.stringify(app.desk.article('tides').body)).toContain('"bold"');
  await app.window.keyboard.press('F1');
  await expect(app.window.getByRole('dialog')).toContainText('Ctrl+Alt+B');
  await app.window.keyboard.press('Escape');

  await app.restart();
  await app.window.keyboard.press('Control+Shift+P');
  await app.window.getByRole('combobox', { name: 'Find a command' }).fill('bold');
  await expect(app.window.getByRole('option', { name: 'Bold' })).toContainText('Ctrl+Alt+B');
  await app.window.keyboard.press('Escape');
  await app.window.keyboard.press('Control+,');
  await settings(app).getByRole('tab', { name: 'Keys' }).click();
  boldKeys = settings(app).getByRole('textbox', { name: 'Keys of Bold' });
  await expect(boldKeys).toHaveValue('Ctrl+Alt+B');
  await settings(app).getByRole('button', { name: 'All default keys' }).click();
  await expect(boldKeys).toHaveValue('Ctrl+B');
  await boldKeys.focus();
  await app.window.keyboard.press('Backspace');
  await expect(boldKeys).toHaveValue('');
  await settings(app).getByRole('button', { name: 'Default keys of Bold' }).click();
  await expect(boldKeys).toHaveValue('Ctrl+B');
});

test('a settings file that cannot be read is kept aside, and the writer is told', async ({ launch }) => {
  const app = await launch({ articles: [story], settings: '{"deskPath": ' });
  const message = app.window.getByRole('status', { name: 'Message' });
  await expect(message).toContainText('could not be read and are the default ones again');
  const kept = (await message.textContent())?.split('kept as ')[1] ?? '';
  expect(kept).toContain(app.userData);
  expect(readFileSync(kept, 'utf8')).toBe('{"deskPath": ');
  await caretAtEnd(app, 'The sea rose.');
});

test('two actions on one key in the settings file: the keys are the default ones, the rest is kept', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  await expect(body(app)).toBeVisible();
  await app.chooseMenu('View', 'Narrow text');
  await app.close();
  const path = join(app.userData, 'settings.json');
  const content = JSON.parse(readFileSync(path, 'utf8'));
  content.preferences.keys = { 'format.bold': ['CmdOrCtrl+I'] };
  writeFileSync(path, JSON.stringify(content));
  await app.start();
  await expect(app.window.getByRole('status', { name: 'Message' })).toContainText(
    'Two actions had the same keys',
  );
  expect(await accelerator(app, 'Bold')).toBe('CmdOrCtrl+B');
  await expect.poll(() => app.window.evaluate(() => document.documentElement.dataset.measure)).toBe('narrow');
});

test('a dialog that begins with a choice has the keyboard, also where the caret was just set, and Check goes to its findings', async ({
  launch,
}) => {
  const app = await launch({ articles: [sampleOnScreens()] });
  const { keyboard } = app.window;
  const line = body(app).getByText('The crossing costs').first();
  await expect(line).toBeVisible();
  for (const name of ['Ad policy', 'Ad policy', 'Corrections', 'Ad policy']) {
    await line.click();
    await app.chooseMenu('Story', `${name}…`);
    const choice = app.window.getByRole('dialog', { name }).getByRole('combobox').first();
    await expect(choice).toBeVisible();
    await drawn(app);
    await expect(choice).toBeFocused();
    await keyboard.press('Tab');
    await expect(app.window.getByRole('dialog', { name }).locator(':focus')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(body(app)).toBeFocused();
  }
  for (const width of [1280, 900]) {
    await app.window.setViewportSize({ width, height: 700 });
    await line.click();
    await keyboard.press('Control+Enter');
    await expect(app.window.getByRole('region', { name: 'Checks' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(body(app)).toBeFocused();
  }
});
