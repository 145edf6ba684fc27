import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser } from 'parse5';
import { fail, ok, type Result } from '../../base/result';
import { type Document, descendants, isElement, textContent } from './dom';

/** Why HTML is not read. */
export type HtmlRefusal =
  | { readonly code: 'too-large'; readonly characters: number; readonly most: number }
  | { readonly code: 'too-many-elements'; readonly most: number }
  | { readonly code: 'too-many-attributes'; readonly most: number }
  | { readonly code: 'too-deep'; readonly levels: number };

/** The longest HTML that is read, in characters: a paste of 20 MB with room to spare. */
export const mostHtmlCharacters = 40_000_000;
/** The most elements a document may have; beyond it the tree alone needs more than a gigabyte. */
export const mostElements = 2_000_000;
/**
 * The parser of HTML walks its stack of open elements for many tags, so hostile input costs depth × tags steps. 1.5 thousand
 * million simple steps are about two seconds; a document nested 10,000 deep with a tag a level uses a tenth of it.
 */
const mostWork = 1_500_000_000;
/** The most attributes an element may have: the parser compares each with all before it. */
const mostAttributes = 2_000;
/** Characters handed to the parser at a time: progress is told and the limits are looked at after each. */
const chunk = 1 << 16;

class Refused extends Error {
  readonly refusal: HtmlRefusal;
  constructor(refusal: HtmlRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Parses HTML as a browser does, into a tree; nothing is fetched and nothing runs. `progress` hears the share read
 * so far, from 0 to 1. Time is linear in the input; input built to break that is refused.
 */
export function parseHtml(html: string, progress: (share: number) => void): Result<Document, HtmlRefusal> {
  if (html.length > mostHtmlCharacters) {
    return fail({ code: 'too-large', characters: html.length, most: mostHtmlCharacters });
  }
  const tags = countTags(html);
  let elements = 0;
  let depth = 0;
  const parser = new Parser<DefaultTreeAdapterMap>({
    scriptingEnabled: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...given) {
        elements += 1;
        if (elements > mostElements) throw new Refused({ code: 'too-many-elements', most: mostElements });
        return defaultTreeAdapter.createElement(...given);
      },
      onItemPush() {
        depth += 1;
        if (depth * tags > mostWork && depth > 500) throw new Refused({ code: 'too-deep', levels: depth });
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  try {
    for (let at = 0; at < html.length; at += chunk) {
      parser.tokenizer.write(html.slice(at, at + chunk), false);
      if (openAttributes(parser.tokenizer) > mostAttributes) {
        throw new Refused({ code: 'too-many-attributes', most: mostAttributes });
      }
      progress(Math.min(1, (at + chunk) / html.length));
    }
    parser.tokenizer.write('', true);
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal);
    throw error;
  }
  return ok(parser.document);
}

/** How many attributes the tag has that is being read just now. */
function openAttributes(tokenizer: object): number {
  // The field is protected in the library's types; there is no other place to see a tag before it ends.
  const token = (tokenizer as { readonly currentToken?: unknown }).currentToken;
  const attributes = typeof token === 'object' && token !== null && 'attrs' in token ? token.attrs : null;
  return Array.isArray(attributes) ? attributes.length : 0;
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}

/** The texts of all `<style>` elements of a document. */
export function styleTexts(document: Document): readonly string[] {
  const sheets: string[] = [];
  for (const node of descendants(document)) {
    if (isElement(node) && node.tagName === 'style') sheets.push(textContent(node));
  }
  return sheets;
}
