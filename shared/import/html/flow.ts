import type { Block } from '../../article/block';
import type { Inline } from '../../article/inline';
import { createInlineRun, type InlineRun } from './inline-run';
import { joinRuns } from './joining';
import { withLists } from './lists';
import type { Entry, ListLine, Passage, PassageRole, Region } from './passage';

/** What the words gathered next become. */
export type LineKind =
  | { readonly kind: 'paragraph'; readonly role: PassageRole }
  | { readonly kind: 'heading'; readonly level: number; readonly role: PassageRole }
  | { readonly kind: 'line'; readonly line: Omit<ListLine, 'children' | 'kind' | 'region'> };

export const plainParagraph: LineKind = { kind: 'paragraph', role: '' };

/** One place that blocks stand in: the document, an item, a cell, a quote. */
export interface Flow {
  readonly run: InlineRun;
  line: LineKind;
  region: Region;
  /** Closes the line that is open. */
  flush(): void;
  add(entries: readonly Entry[]): void;
  addBlock(block: Block): void;
  /** A block that stands inside the words being gathered and must not tear them: it comes after them. */
  addAfterWords(block: Block): void;
  /** Everything so far, in order; list lines are still single. */
  entries(): readonly Entry[];
  /** Everything so far with its lists made. */
  passages(): readonly Passage[];
}

/** HTML's six levels in the three of an article's body; the headline stands outside. */
export const headingLevel = (level: number): 2 | 3 | 4 => (level <= 2 ? 2 : level === 3 ? 3 : 4);

export function createFlow(region: Region): Flow {
  const gathered: Entry[] = [];
  const waiting: Block[] = [];
  const flow: Flow = {
    run: createInlineRun(),
    line: plainParagraph,
    region,
    flush() {
      if (flow.run.isEmpty()) return;
      const runs = flow.run.take();
      // An empty line parts paragraphs; a heading or an item stays one.
      const lines = flow.line.kind === 'paragraph' ? runs : [joinRuns(runs, 1)];
      for (const children of lines) {
        if (children.length > 0) gathered.push(entryOf(children, flow.line, flow.region));
      }
      for (const block of waiting.splice(0, waiting.length)) gathered.push(plainPassage(block, flow.region));
    },
    add(entries) {
      flow.flush();
      for (const entry of entries) gathered.push(entry);
    },
    addBlock(block) {
      flow.add([plainPassage(block, flow.region)]);
    },
    addAfterWords(block) {
      if (flow.run.isEmpty()) flow.addBlock(block);
      else waiting.push(block);
    },
    entries() {
      flow.flush();
      return gathered;
    },
    passages: () => withLists(flow.entries()),
  };
  return flow;
}

const plainPassage = (block: Block, region: Region): Passage => ({
  kind: 'passage',
  block,
  region,
  role: '',
  headingLevel: 0,
});

function entryOf(children: readonly Inline[], line: LineKind, region: Region): Entry {
  switch (line.kind) {
    case 'paragraph':
      return {
        kind: 'passage',
        block: { kind: 'paragraph', children },
        region,
        role: line.role,
        headingLevel: 0,
      };
    case 'heading': {
      const block: Block = { kind: 'heading', level: headingLevel(line.level), children };
      return { kind: 'passage', block, region, role: line.role, headingLevel: line.level };
    }
    case 'line':
      return { kind: 'line', ...line.line, children, region };
  }
}
