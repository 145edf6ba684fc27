import fc from 'fast-check';
import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  ElementNode,
  type LexicalNode,
} from 'lexical';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { adBreak, bold, bullets, h, item, numbers, p, quote } from '../../../shared/article/build';
import { articles } from '../../builders/arbitrary-article';
import { pageEditor } from '../../builders/page-editor';

describe('the body in the editor', () => {
  it('is the document that was loaded, for every document', () => {
    const page = pageEditor();
    fc.assert(
      fc.property(articles, ({ body }) => {
        page.body.load(body);
        // Read from the nodes themselves, not from what was remembered at loading.
        const afresh = page.lexical.getEditorState().read(() =>
          $getRoot()
            .getChildren()
            .map((node) => page.conversion.$nodeToBlock(node)),
        );
        expect(afresh).toEqual(body.length === 0 ? [p()] : body);
        expect(page.body.read()).toEqual(body);
      }),
      { numRuns: 300 },
    );
  });

  it('takes what is written as it is already for no change, and for no step of undo', () => {
    const page = pageEditor();
    page.body.load([p('One.'), p('Two.')]);
    let reach = { undo: false, redo: false };
    page.history.onReach((told) => {
      reach = told;
    });
    const changed = vi.fn();
    page.body.onChange(changed);
    page.body.write([...page.body.read()]);
    expect(changed).not.toHaveBeenCalled();
    expect(reach).toEqual({ undo: false, redo: false });
    page.body.write([...page.body.read(), p('Three.')]);
    expect(reach).toEqual({ undo: true, redo: false });
  });

  it('converts as many blocks for a keystroke at 50,000 words as at 1,000', () => {
    const converted = [20, 1000].map((paragraphs) => {
      const page = pageEditor();
      page.body.load(
        Array.from({ length: paragraphs }, (_, index) => p(`${index} ${'the sea came in '.repeat(12)}`)),
      );
      page.body.read();
      const toBlock = vi.spyOn(page.conversion, '$nodeToBlock');
      for (const letter of 'tide') {
        page.lexical.update(
          () => {
            const text = $getRoot().getAllTextNodes()[3];
            text?.setTextContent(`${text.getTextContent()}${letter}`);
          },
          { discrete: true },
        );
        page.body.read();
      }
      return toBlock.mock.calls.length;
    });
    expect(converted).toEqual([4, 4]);
  });

  it('looks at as many nodes for a keystroke at 50,000 words as at 1,000', () => {
    const visits = [20, 1000].map((paragraphs) => {
      const page = pageEditor();
      page.body.load(
        Array.from({ length: paragraphs }, (_, index) => p(`${index} ${'the sea came in '.repeat(12)}`)),
      );
      const write = (letter: string) =>
        page.lexical.update(
          () => {
            const text = $getNodeByKey(key);
            if ($isTextNode(text)) text.setTextContent(`${text.getTextContent()}${letter}`);
          },
          { discrete: true },
        );
      const key = page.lexical.read(() => $getRoot().getAllTextNodes()[3]?.getKey() ?? '');
      write('t');
      // Every question to a node begins with the one for its newest version. Lexical itself asks all blocks of the page
      // at every key; counted is what our code asks.
      const allNodes: LexicalNode = Object.getPrototypeOf(ElementNode.prototype);
      const latest: unknown = Object.getOwnPropertyDescriptor(allNodes, 'getLatest')?.value;
      let asked = 0;
      const looked = vi.spyOn(allNodes, 'getLatest').mockImplementation(function (this: LexicalNode) {
        if (new Error().stack?.includes('/renderer/')) asked += 1;
        return typeof latest === 'function' ? latest.call(this) : this;
      });
      for (const letter of 'ide') write(letter);
      const byKeys = asked;
      page.body.read();
      looked.mockRestore();
      // It does count: to read the body is to ask.
      expect(asked).toBeGreaterThan(byKeys);
      return byKeys;
    });
    expect(visits[1]).toBe(visits[0]);
  });

  it('reads after every change what the nodes say, whatever comes, goes, moves and is written in', () => {
    const change = fc.record({
      what: fc.constantFrom('write', 'insert', 'remove', 'move', 'replace', 'swap', 'nothing'),
      from: fc.nat(),
      to: fc.nat(),
      // Reading or not between two changes must make no difference.
      read: fc.boolean(),
    });
    const start = [p('One'), h(2, 'Two'), adBreak(), bullets('three'), p(quote('q', '“four”'))];
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const page = pageEditor();
        page.body.load(start);
        for (const { what, from, to, read } of changes) {
          page.lexical.update(
            () => {
              const blocks = $getRoot().getChildren();
              const [one, other] = [blocks[from % blocks.length], blocks[to % blocks.length]];
              const fresh = page.conversion.$blockToNode(p(`New ${from}`));
              if (what === 'insert' || !one || !other)
                $getRoot().splice(to % (blocks.length + 1), 0, [fresh]);
              else if (what === 'write' && $isElementNode(one)) one.append($createTextNode('!'));
              else if (what === 'remove') one.remove();
              else if (what === 'move' && one !== other) other.insertAfter(one);
              else if (what === 'replace') one.replace(fresh);
              else if (what === 'swap' && one !== other)
                $getRoot().splice(0, blocks.length, [...blocks].reverse());
            },
            { discrete: true },
          );
          if (read) page.body.read();
        }
        const nodes = page.lexical.getEditorState().read(() =>
          $getRoot()
            .getChildren()
            .map((node) => page.conversion.$nodeToBlock(node)),
        );
        const body = page.body.read();
        expect(body.length === 0 ? [p()] : body).toEqual(nodes.length === 0 ? [p()] : nodes);
        expect(page.body.read().every((block, index) => block === body[index])).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the very blocks that did not change', () => {
    const page = pageEditor();
    const body = [p('One ', bold('two')), adBreak(), bullets('three'), p(quote('q', '“four”'))];
    page.body.load(body);
    page.lexical.update(
      () => {
        const last = $getRoot().getLastChild();
        if ($isElementNode(last)) last.append($createTextNode(' five'));
      },
      { discrete: true },
    );
    const read = page.body.read();
    expect(read.slice(0, 3).every((block, index) => block === body[index])).toBe(true);
    expect(read[3]).toEqual(p(quote('q', '“four”'), ' five'));
  });

  it('keeps two lists apart between which the first screen ends when the rest of a long article comes', () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    vi.stubGlobal('requestIdleCallback', () => 0);
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    vi.stubGlobal('window', { innerHeight: 20 * 50 });
    const lines = Array.from({ length: 49 }, (_, index) => p(`Line ${index}`));
    const page = pageEditor();
    // Blocks of one line, 20 px each: the first screen ends between the two lists.
    const body = [...lines, bullets('one'), bullets('two'), p('Last')];
    page.body.load(body);
    expect(page.body.read()).toEqual(body);
  });

  it('reaches a place far down without all that stands behind it', () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    vi.stubGlobal('requestIdleCallback', () => 0);
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    vi.stubGlobal('window', { innerHeight: 20 * 50 });
    const body = Array.from({ length: 1000 }, (_, index) => p(`Line ${index}`));
    const page = pageEditor();
    const onPage = () => page.lexical.read(() => $getRoot().getChildrenSize());
    page.body.load(body);
    expect(onPage()).toBe(50);
    page.body.reach(600);
    // A window full from there on.
    expect(onPage()).toBe(650);
    page.body.reach(10);
    expect(onPage()).toBeLessThan(750);
    expect(page.body.read()).toEqual(body);
  });

  it('reads a change deep inside a list', () => {
    const page = pageEditor();
    page.body.load([p('before'), bullets(item(['outer'], numbers('inner')))]);
    page.body.read();
    page.lexical.update(() => $getRoot().getAllTextNodes()[2]?.setTextContent('changed'), { discrete: true });
    expect(page.body.read()[1]).toEqual(bullets(item(['outer'], numbers('changed'))));
  });

  it('tells of changes by the writer, not of loading', () => {
    const page = pageEditor();
    let changes = 0;
    page.body.onChange(() => {
      changes += 1;
    });
    page.body.load([h(2, 'Tides')]);
    expect(changes).toBe(0);
    page.lexical.update(() => $getRoot().getAllTextNodes()[0]?.setTextContent('Tide'), { discrete: true });
    expect(changes).toBe(1);
  });

  it('keeps fields of a newer version on blocks, runs and items that were edited', () => {
    const page = pageEditor();
    const body = [
      { ...p({ kind: 'text', text: 'old', marks: [], extra: { tone: 'dry' } }), extra: { mood: 'blue' } },
      { ...bullets({ ...item(['one']), extra: { done: true } }), extra: { style: 'square' } },
    ];
    page.body.load(body);
    page.lexical.update(
      () => {
        for (const text of $getRoot().getAllTextNodes()) text.setTextContent(`${text.getTextContent()}!`);
      },
      { discrete: true },
    );
    expect(page.body.read()).toEqual([
      { ...p({ kind: 'text', text: 'old!', marks: [], extra: { tone: 'dry' } }), extra: { mood: 'blue' } },
      { ...bullets({ ...item(['one!']), extra: { done: true } }), extra: { style: 'square' } },
    ]);
  });
});
