import type { Block } from '../article/block';
import type { Inline } from '../article/inline';
import { removeControls, repairSurrogates } from './characters';
import { createFindingCounter, type Finding } from './report';
import { textParagraphs } from './text-paragraphs';

/** A plain text in our model. */
export interface TextReading {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/**
 * Reads plain text into paragraphs. Every visible character stands as it was, non-breaking spaces too: a text file
 * has no markup that could have left them there by accident. Control characters, which no output can carry, go.
 */
export function readText(text: string): TextReading {
  const findings = createFindingCounter();
  const { text: clean, removed } = removeControls(repairSurrogates(text.replace(/^\ufeff/, '')));
  for (let count = 0; count < removed; count += 1) findings.add('control-character');
  const blocks = textParagraphs(clean).map((lines): Block => {
    const single = lines.length === 1 ? lines[0] : undefined;
    if (single === '* * *') return { kind: 'divider' };
    const children = lines.flatMap((line, at): readonly Inline[] => {
      const words: Inline = { kind: 'text', text: line, marks: [] };
      return at === 0 ? [words] : [{ kind: 'lineBreak' }, words];
    });
    return { kind: 'paragraph', children };
  });
  return { blocks, findings: findings.findings() };
}
