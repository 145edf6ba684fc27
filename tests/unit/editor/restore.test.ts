import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysToCompare, restoreState } from '../../../renderer/editor/history/restore';
import { p } from '../../../shared/article/build';
import { articles } from '../../builders/arbitrary-article';
import { pageEditor } from '../../builders/page-editor';

describe('a former state of the page', () => {
  it('comes back whole, whatever was written since, as often as it is asked for', () => {
    const page = pageEditor();
    fc.assert(
      fc.property(
        fc.array(articles, { minLength: 2, maxLength: 5 }),
        fc.array(fc.nat(4), { maxLength: 8 }),
        (written, asked) => {
          page.body.load(written[0]?.body ?? []);
          const moments = written.map(({ body }) => {
            page.body.write(body);
            const state = page.lexical.getEditorState();
            return { state, body: page.body.read(), shown: JSON.stringify(state.toJSON()) };
          });
          for (const index of asked) {
            const moment = moments[index % moments.length];
            if (!moment) continue;
            restoreState(page.lexical, moment.state);
            expect(JSON.stringify(page.lexical.getEditorState().toJSON())).toBe(moment.shown);
            expect(page.body.read()).toEqual(moment.body);
            // What was kept is as it was kept.
            for (const { state, shown } of moments) expect(JSON.stringify(state.toJSON())).toBe(shown);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names the nodes that came back changed, and no others', () => {
    const page = pageEditor();
    const body = Array.from({ length: 200 }, (_, index) => p(`Paragraph ${index}`));
    page.body.load(body);
    const before = page.lexical.getEditorState();
    page.body.write(body.with(100, p('Another')));
    const named: number[] = [];
    page.lexical.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      named.push(dirtyElements.size + dirtyLeaves.size);
    });
    restoreState(page.lexical, before);
    expect(page.body.read()).toEqual(body);
    // The page, the paragraph with its words, and the two beside it, whose neighbour it is.
    expect(Math.max(...named)).toBeLessThanOrEqual(6);
  });

  it('is compared in what changed of a long page, and not node by node', () => {
    const page = pageEditor();
    const body = Array.from({ length: 800 }, (_, index) => p(`Paragraph ${index}`));
    page.body.load(body);
    page.body.write(body.with(0, p('A first change')));
    const before = page.lexical.getEditorState();
    page.body.write(body.with(0, p('A second change')));
    const keys = keysToCompare(page.lexical.getEditorState()._nodeMap, before._nodeMap);
    expect(before._nodeMap.size).toBe(1601);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThan(60);
  });
});
