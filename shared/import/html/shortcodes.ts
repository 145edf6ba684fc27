import { defaultTreeAdapter, html } from 'parse5';
import type { FindingCounter } from '../report';
import { type ChildNode, type Document, descendants, type Element, isElement, isTextNode } from './dom';

/*
 * WordPress writes what HTML has no element for in brackets, and what is copied from its text view or exported has them still:
 * `[caption …]<img> words[/caption]`, `[embed]address[/embed]`, `[gallery ids="1,2"]` (WordPress Codex, "Shortcode API").
 * Brackets of a writer's own, "[sic]" or "[video]", are words: a code has attributes, or its end.
 */

const attributes = String.raw`(?:\s+[\w-]{1,40}=(?:"[^"\]]{0,2000}"|'[^'\]]{0,2000}'|[^\s"'\]]{1,2000}))`;
const captionStart = new RegExp(String.raw`\[(?:wp_)?caption(${attributes}{1,20})\s*\]\s*$`);
const captionEnd = /\[\/(?:wp_)?caption\]/;
const embed = new RegExp(
  String.raw`^\s*\[embed${attributes}{0,20}\s*\]\s*(https?:\/\/[^\s[\]<>"]{1,2000})\s*\[\/embed\]\s*$`,
);
const leftOut = new RegExp(
  String.raw`\[(gallery|playlist|audio|video|contact-form|contact-form-7)${attributes}{1,20}\s*\/?\](?:\[\/\1\])?`,
  'g',
);

/** A picture with its caption has no more parts than these. */
const mostParts = 30;

/** Sets elements in the place of shortcodes; what stands for something that did not come along goes, and is told. */
export function readShortcodes(document: Document, findings: FindingCounter): void {
  const texts = [...descendants(document)].filter(
    (node) =>
      isTextNode(node) && /\[(?:wp_)?(?:caption|embed|gallery|playlist|audio|video|contact)/.test(node.value),
  );
  for (const text of texts) {
    const parent = text.parentNode;
    if (
      !isTextNode(text) ||
      !parent ||
      !isElement(parent) ||
      /^(?:code|pre|script|style)$/.test(parent.tagName)
    )
      continue;
    text.value = text.value.replace(leftOut, (code) => {
      findings.add('shortcode', code);
      return '';
    });
    const address = embed.exec(text.value)?.[1];
    if (address !== undefined) replace(parent, text, embedded(address));
    else readCaption(parent, text);
  }
}

/** The picture behind the code, with the words up to its end as its caption. */
function readCaption(parent: Element, start: ChildNode): void {
  if (!isTextNode(start)) return;
  const code = captionStart.exec(start.value);
  if (!code) return;
  const at = parent.childNodes.indexOf(start) + 1;
  const behind = parent.childNodes.slice(at, at + mostParts);
  const last = behind.findIndex((node) => isTextNode(node) && captionEnd.test(node.value));
  const end = behind[last];
  if (!end || !isTextNode(end)) return;
  const [words = '', rest = ''] = end.value.split(captionEnd);
  const [picture, ...said] = behind.slice(0, last).filter((node) => isElement(node) || isTextNode(node));
  if (!picture || !isElement(picture)) return;
  const caption = element('figcaption');
  for (const node of said) append(caption, node);
  const older = /\scaption=(?:"([^"]*)"|'([^']*)')/.exec(code[1] ?? '');
  defaultTreeAdapter.insertText(caption, `${words}${older?.[1] ?? older?.[2] ?? ''}`);
  const figure = element('figure');
  append(figure, picture);
  defaultTreeAdapter.appendChild(figure, caption);
  start.value = start.value.slice(0, code.index);
  end.value = rest;
  defaultTreeAdapter.insertBefore(parent, figure, end);
}

/** A link card, as our own pages have it. */
function embedded(address: string): Element {
  const figure = element('figure', [{ name: 'data-kind', value: 'embed' }]);
  const line = element('p');
  const link = element('a', [{ name: 'href', value: address }]);
  defaultTreeAdapter.insertText(link, address);
  defaultTreeAdapter.appendChild(line, link);
  defaultTreeAdapter.appendChild(figure, line);
  return figure;
}

const element = (name: string, attrs: Element['attrs'] = []): Element =>
  defaultTreeAdapter.createElement(name, html.NS.HTML, attrs);

function append(parent: Element, node: ChildNode): void {
  defaultTreeAdapter.detachNode(node);
  defaultTreeAdapter.appendChild(parent, node);
}

function replace(parent: Element, node: ChildNode, by: Element): void {
  defaultTreeAdapter.insertBefore(parent, by, node);
  defaultTreeAdapter.detachNode(node);
}
