import type { EditorThemeClasses } from 'lexical';

/** Class names of the page's blocks and marks; drawn in page.css. */
export const theme: EditorThemeClasses = {
  text: {
    bold: 'bold',
    italic: 'italic',
    underline: 'underline',
    strikethrough: 'strike',
    underlineStrikethrough: 'underline-strike',
    code: 'code',
    superscript: 'superscript',
    subscript: 'subscript',
    // Our small capitals: see formatOfMark.
    capitalize: 'small-caps',
  },
  link: 'link',
  hr: 'divider',
  list: { nested: { listitem: 'nested-list' } },
  blockquote: 'blockquote',
  'pull-quote': 'pull-quote',
};
