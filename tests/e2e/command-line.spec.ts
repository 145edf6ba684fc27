import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../builders/folders';
import { expect, test } from './driver/test';

const built = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'main', 'cli.js');

/** Runs the built command line on plain Node, from a folder that is not the project's. */
function standfirst(folder: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout, errors: stderr };
}

test('the built command line does the main job on plain Node, from any folder', () => {
  const folder = temporaryFolder();
  try {
    mkdirSync(join(folder, 'desk'));
    const text =
      'Flood warning for the coast\n\nBy Ada Field\n\nWICK — The sea rose in theSenate on Monday.\n\n“It did,” said Mary Sinclair, the harbour master.\n';
    writeFileSync(join(folder, 'story.txt'), text);

    const imported = standfirst(folder, 'import', 'story.txt', '--desk', 'desk');
    expect(imported).toMatchObject({ status: 0, errors: '' });
    const path = imported.out.trim();
    expect(path).toBe(join(folder, 'desk', 'flood-warning-for-the-coast', 'article.json'));

    const checked = standfirst(folder, 'check', path);
    expect(checked).toMatchObject({ status: 0, errors: '' });
    expect(checked.out).toContain('theSenate');

    expect(standfirst(folder, 'places', path, '--write')).toMatchObject({ status: 0, errors: '' });

    expect(standfirst(folder, 'export', path, '--to', 'page', '--out', '.')).toEqual({
      status: 0,
      out: '',
      errors: '',
    });
    expect(standfirst(folder, 'export', path, '--to', 'text').out).toContain('“It did,” said Mary Sinclair');

    const quotes = standfirst(folder, 'quotes', 'story.txt');
    expect(JSON.parse(quotes.out)).toMatchObject({
      quotes: [{ text: '“It did,”', speaker: { name: 'Mary Sinclair', role: 'the harbour master' } }],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
