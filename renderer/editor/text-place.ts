import type { List, ListItem, Paragraph } from '../../shared/article/block';
import type { Inline, Mark } from '../../shared/article/inline';
import { assertNever } from '../../shared/base/assert-never';
import type { CardText, CardTextKind, CardTexts, Caret, OpenText, Prose } from './card-text';
import { theme } from './theme';

/** Makes one text of a card. At rest it is plain DOM; the writer comes when it is entered. */
export function makeText(texts: CardTexts, kind: CardTextKind): CardText {
  const element = document.createElement('div');
  element.className = 'card-text';
  element.tabIndex = 0;
  // Each text takes the direction of its words, and each block in it.
  element.dir = 'auto';
  element.dataset.placeholder = kind.placeholder;
  element.setAttribute('role', 'textbox');
  element.setAttribute('aria-label', kind.label);
  element.setAttribute('aria-multiline', String(kind.holds === 'blocks'));
  let shown: Prose = [];
  const own: OpenText = {
    element,
    kind,
    prose: () => shown,
    write(prose) {
      // What then comes back from the document is no news.
      shown = prose;
      kind.write(prose);
    },
    rest: () => draw(element, shown, kind.holds),
  };
  const enter = (caret: Caret) => texts.enter(own, caret);
  // Before the browser sets a caret in words that are about to be drawn anew.
  element.addEventListener('mousedown', (event) => {
    if (texts.writerIn(own) || event.button !== 0) return;
    event.preventDefault();
    enter(offsetAtPoint(element, event) ?? 'end');
  });
  element.addEventListener('focus', () => enter('end'));
  return {
    element,
    show(prose) {
      const before = shown;
      shown = prose;
      if (!texts.writerIn(own)) own.rest();
      else if (JSON.stringify(before) !== JSON.stringify(prose)) {
        // The page is being drawn just now, and one editor cannot draw inside another.
        queueMicrotask(() => texts.writerIn(own)?.reload(shown));
      }
    },
    focus: enter,
  };
}

/** How many characters of `element` stand before a point of the window; null where the point is elsewhere. */
function offsetAtPoint(element: HTMLElement, { clientX, clientY }: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  if (!caret || !element.contains(caret.offsetNode)) return null;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return range.toString().length;
}

/** One line as prose. */
export const lineOf = (children: readonly Inline[]): Prose => [{ kind: 'paragraph', children }];

/** The inlines of a text that holds one line. */
export const inlinesOf = (prose: Prose): readonly Inline[] => {
  const [first] = prose;
  return first?.kind === 'paragraph' ? first.children : [];
};

function draw(element: HTMLElement, prose: Prose, holds: CardTextKind['holds']): void {
  element.removeAttribute('contenteditable');
  element.replaceChildren(
    ...(holds === 'line' ? drawInlines(inlinesOf(prose)) : prose.map((block) => drawBlock(block))),
  );
  element.toggleAttribute('data-empty', element.textContent === '');
}

function drawBlock(block: Paragraph | List): HTMLElement {
  if (block.kind === 'paragraph') return inItsDirection(holding('p', '', drawInlines(block.children)));
  const list = holding(block.ordered ? 'ol' : 'ul', '', block.items.map(drawItem));
  if (block.ordered) list.setAttribute('start', String(block.start));
  return list;
}

const drawItem = (item: ListItem): HTMLElement =>
  inItsDirection(holding('li', '', [...drawInlines(item.children), ...item.lists.map(drawBlock)]));

function inItsDirection(block: HTMLElement): HTMLElement {
  block.dir = 'auto';
  return block;
}

function holding(tag: string, className: string, children: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

const classOfMark: Readonly<Record<Mark, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strike',
  code: 'code',
  superscript: 'superscript',
  subscript: 'subscript',
  smallCaps: 'small-caps',
};

/** Words with their marks as plain DOM, for the eye alone: no link of it can be followed. */
export const drawInlines = (inlines: readonly Inline[]): Node[] =>
  inlines.map((inline): Node => {
    switch (inline.kind) {
      case 'text':
        return inline.marks.length === 0
          ? document.createTextNode(inline.text)
          : holding('span', inline.marks.map((mark) => classOfMark[mark]).join(' '), [
              document.createTextNode(inline.text),
            ]);
      case 'lineBreak':
        return document.createElement('br');
      case 'tk':
        return holding('span', 'to-come', [document.createTextNode(inline.text)]);
      case 'link':
        return holding('span', theme.link ?? '', drawInlines(inline.children));
      case 'note': {
        const note = holding('span', 'note', drawInlines(inline.children));
        note.dataset.resolved = String(inline.resolved);
        note.title = inline.note;
        return note;
      }
      case 'quotation':
      case 'mention':
        return holding('span', inline.kind, drawInlines(inline.children));
      default:
        return assertNever(inline);
    }
  });
