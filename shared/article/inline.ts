import {
  boolean,
  byKind,
  type Codec,
  list,
  object,
  oneOf,
  oneOfKnown,
  optional,
  optionalList,
  recursive,
  string,
  stringThat,
  type WithExtra,
} from '../base/codec';
import { addressCodec } from './address';

/** The marks a run of text can carry, in the order in which they are written to a file. */
export const markNames = [
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'superscript',
  'subscript',
  'smallCaps',
] as const;
export type Mark = (typeof markNames)[number];

/** A run of text with one set of marks. */
export interface Text extends WithExtra {
  readonly kind: 'text';
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A line break inside a block. */
export interface LineBreak extends WithExtra {
  readonly kind: 'lineBreak';
}

/** A link; `url` is http, https, mailto or tel. Links do not stand in links. */
export interface Link extends WithExtra {
  readonly kind: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}

/** Words that belong to a quotation of `article.quotations`. One quotation can have several such spans. */
export interface QuotationSpan extends WithExtra {
  readonly kind: 'quotation';
  readonly quoteId: string;
  readonly children: readonly Inline[];
}

/** A mention of a source of `article.sources` in the running text. */
export interface SourceMention extends WithExtra {
  readonly kind: 'mention';
  readonly sourceId: string;
  readonly children: readonly Inline[];
}

/** A comment on the words in `children`. The words are published, `note` and `author` never are. */
export interface Note extends WithExtra {
  readonly kind: 'note';
  readonly id: string;
  readonly note: string;
  readonly author: string;
  readonly resolved: boolean;
  readonly children: readonly Inline[];
}

/** "To come": a gap the writer means to fill. It is not published; a check finds it. */
export interface ToCome extends WithExtra {
  readonly kind: 'tk';
  readonly text: string;
}

export type Inline = Text | LineBreak | Link | QuotationSpan | SourceMention | Note | ToCome;

/** An identifier: letters, digits, hyphen, underscore; at most 100 characters. UUIDs are such. */
export const idCodec: Codec<string> = stringThat('an identifier', (text) => /^[\w-]{1,100}$/.test(text));

const anyMarks = optionalList(oneOfKnown(...markNames));
const marks: Codec<readonly Mark[]> = {
  ...anyMarks,
  decode(input) {
    const given = anyMarks.decode(input);
    if (given.length === 0) return given;
    return markNames.filter((name) => given.includes(name));
  },
};
const children = list(recursive(() => inlineCodec));

export const inlineCodec: Codec<Inline> = byKind<Inline>({
  text: object<Text>({ kind: oneOf('text'), text: string, marks }),
  lineBreak: object<LineBreak>({ kind: oneOf('lineBreak') }),
  link: object<Link>({ kind: oneOf('link'), url: addressCodec, children }),
  quotation: object<QuotationSpan>({ kind: oneOf('quotation'), quoteId: idCodec, children }),
  mention: object<SourceMention>({ kind: oneOf('mention'), sourceId: idCodec, children }),
  note: object<Note>({
    kind: oneOf('note'),
    id: idCodec,
    note: string,
    author: optional(string, ''),
    resolved: optional(boolean, false),
    children,
  }),
  tk: object<ToCome>({ kind: oneOf('tk'), text: string }),
});
export const inlinesCodec = list(inlineCodec);
