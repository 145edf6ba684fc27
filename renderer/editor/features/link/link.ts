import { $createLinkNode, $isLinkNode, LinkExtension } from '@lexical/link';
import { configExtension } from 'lexical';
import { linkAddress } from '../../../../shared/article/address';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { AutoLinkExtension } from './auto-link';

export const linkFeature: Feature = {
  name: 'link',
  inCards: true,
  extensions: [
    configExtension(LinkExtension, { validateUrl: (url) => linkAddress(url) !== null }),
    AutoLinkExtension,
  ],
  inlines: [
    inlineConversion({
      kind: 'link',
      nodeTypes: ['link'],
      $toNode: (inline, convert) =>
        $createLinkNode(inline.url).append(...convert.$inlinesToNodes(inline.children)),
      $toInline: (node, convert) => ({
        kind: 'link',
        url: $isLinkNode(node) ? node.getURL() : '',
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
};
