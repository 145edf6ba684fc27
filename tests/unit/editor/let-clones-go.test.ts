import { $getRoot, type LexicalEditor, type LexicalNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { p } from '../../../shared/article/build';
import { pageEditor } from '../../builders/page-editor';

/** Writes a text into the first block, and answers the map in which Lexical kept what it cloned for that. */
function clonesOf(editor: LexicalEditor, text: string): ReadonlyMap<string, LexicalNode> {
  let clones: ReadonlyMap<string, LexicalNode> = new Map();
  editor.update(
    () => {
      $getRoot().getAllTextNodes()[0]?.setTextContent(text);
      clones = editor._cloneNotNeeded;
    },
    { discrete: true },
  );
  return clones;
}

describe('what Lexical cloned for an update', () => {
  it('is kept in a map that no later update goes on with', () => {
    const page = pageEditor();
    page.body.load([p('One'), p('Two')]);
    const maps = ['One!', 'One!!', 'One!!!'].map((text) => clonesOf(page.lexical, text));
    expect(new Set(maps).size).toBe(3);
    expect(page.body.read()).toEqual([p('One!!!'), p('Two')]);
  });

  it('stays where another update has begun', () => {
    const page = pageEditor();
    page.body.load([p('One')]);
    page.lexical.registerUpdateListener(() => {
      if (page.lexical.getEditorState().read(() => $getRoot().getTextContent()) === 'One!')
        page.lexical.update(() => void $getRoot().getAllTextNodes()[0]?.setTextContent('Two'));
    });
    clonesOf(page.lexical, 'One!');
    page.lexical.update(() => {}, { discrete: true });
    expect(page.body.read()).toEqual([p('Two')]);
  });
});
