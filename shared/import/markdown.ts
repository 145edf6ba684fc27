import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { fail, ok, type Result } from '../base/result';
import { type FrontMatter, partFrontMatter } from './front-matter';

/** Why Markdown is not read. */
export type MarkdownRefusal =
  | { readonly code: 'too-large'; readonly characters: number; readonly most: number }
  | { readonly code: 'too-many-signs' };

/** Markdown as HTML for the HTML reader, which lets nothing in that the model does not know. */
export interface MarkdownReading {
  readonly html: string;
  readonly frontMatter: FrontMatter;
}

/** The parser's time grows faster than its input; 2 million characters are four long books and ten seconds. */
export const mostMarkdownCharacters = 2_000_000;
/**
 * The parser compares every sign of a paragraph with all before it, so that 100 kB of `*a_ ` take minutes. A thousand
 * million such steps are about ten seconds; a table of 2,000 rows in bold takes a third of it.
 */
const mostSignSteps = 1_000_000_000;
/** Quotes in quotes and lists in lists beyond this are an attack on the parser, not a document. */
const deepestNesting = 100;

/**
 * Turns Markdown (CommonMark with GitHub's tables, strike-through, footnotes and bare addresses) into HTML. Raw HTML and
 * every address pass through: the HTML reader's allow-list judges them, in one place.
 */
export function markdownToHtml(text: string): Result<MarkdownReading, MarkdownRefusal> {
  if (text.length > mostMarkdownCharacters) {
    return fail({ code: 'too-large', characters: text.length, most: mostMarkdownCharacters });
  }
  if (signSteps(text) > mostSignSteps) return fail({ code: 'too-many-signs' });
  const { body, frontMatter } = partFrontMatter(text.replace(/^\ufeff/, ''));
  const html = micromark(withSpeakersApart(flattened(body)), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(), rawHtml],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  return ok({ html, frontMatter });
}

/**
 * GitHub's filter prints tags such as `<script>` as text. Here they pass on as they are, and the HTML reader drops them
 * with what they hold.
 */
const rawHtml: ReturnType<typeof gfmHtml> = {
  exit: {
    htmlFlowData(token) {
      this.raw(this.sliceSerialize(token));
    },
    htmlTextData(token) {
      this.raw(this.sliceSerialize(token));
    },
  },
};

/** The square of the signs and line ends of each paragraph, added up. */
function signSteps(text: string): number {
  let steps = 0;
  let signs = 0;
  let isEmptyLine = true;
  for (const character of text) {
    if (character === '\n') {
      if (isEmptyLine) {
        steps += signs * signs;
        signs = 0;
      } else signs += 1;
      isEmptyLine = true;
    } else if (!/\s/.test(character)) {
      isEmptyLine = false;
      if ('*_~[]`<'.includes(character)) signs += 1;
    }
  }
  return steps + signs * signs;
}

/** Cuts the markers of absurdly deep quotes and lists at the start of a line. */
function flattened(text: string): string {
  const tooDeep = new RegExp(
    `^((?:[ \\t]*(?:>|[-*+] |\\d+[.)] )){${deepestNesting}})(?:[ \\t]*(?:>|[-*+] |\\d+[.)] ))+`,
    'gm',
  );
  return text.replace(tooDeep, '$1');
}

/**
 * Who said a quote stands right below it in many files (`> — Ann Roe`). To Markdown that is the same line: two spaces at
 * the end of the line before make it one of its own.
 */
const withSpeakersApart = (text: string): string =>
  text.replace(/^([ \t]*>[^\n]*[^\s>])[ \t]*(?=\r?\n[ \t]*>[ \t]*[—–―][ \t]*\p{L})/gmu, '$1  ');
