import { $createLinkNode, $isLinkNode, LinkExtension, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { COMMAND_PRIORITY_NORMAL, configExtension, defineExtension } from 'lexical';
import { linkAddress } from '../../../../shared/article/address';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { lateExtension } from '../../late-extension';
import { $setLink } from './set-link';

/** Sets links in place of Lexical's own way. */
const SetLinkExtension = defineExtension({
  name: 'standfirst/set-link',
  register: (editor) =>
    editor.registerCommand(
      TOGGLE_LINK_COMMAND,
      (wanted) => {
        const url = typeof wanted === 'object' ? (wanted?.url ?? null) : wanted;
        if (url !== null && linkAddress(url) === null) return false;
        $setLink(url);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
});

export const linkFeature: Feature = {
  name: 'link',
  inCards: true,
  extensions: [
    configExtension(LinkExtension, { validateUrl: (url) => linkAddress(url) !== null }),
    SetLinkExtension,
    lateExtension('standfirst/auto-link', async () => (await import('./auto-link')).registerAutoLink),
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
