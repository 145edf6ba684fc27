import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { TURN_INTO_COMMAND } from '../../block-commands';
import { blockConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

const levels = [2, 3, 4] as const;
type Level = (typeof levels)[number];

/** The nearest level that the body allows: the headline is level 1 and stands outside. */
function levelOf(tag: HeadingTagType): Level {
  const level = Number(tag.slice(1));
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

const tagOf = (level: Level): HeadingTagType => `h${level}`;

const titles: Readonly<Record<Level, string>> = { 2: 'Subhead', 3: 'Small subhead', 4: 'Run-in head' };

export const headingFeature: Feature = {
  name: 'heading',
  blocks: [
    blockConversion({
      kind: 'heading',
      nodeType: 'heading',
      $toNode: (block, convert) =>
        $createHeadingNode(tagOf(block.level)).append(...convert.$inlinesToNodes(block.children)),
      $toBlock: (node, convert) => ({
        kind: 'heading',
        level: $isHeadingNode(node) ? levelOf(node.getTag()) : 2,
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
  slash: levels.map((level) => ({
    id: `heading-${level}`,
    title: titles[level],
    hint: `Heading, level ${level}`,
    keywords: ['heading', 'subhead', 'crosshead', 'section', 'title', 'intertitle', `h${level}`],
    run: (editor) => editor.dispatchCommand(TURN_INTO_COMMAND, `heading${level}`),
  })),
};
