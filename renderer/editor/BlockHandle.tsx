import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { GripVertical } from 'lucide-react';
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { BLOCKS_COMMAND } from './block-commands';
import { $chosenBlocks, $presentBlocks, $selectBlocks } from './block-selection';
import { followMargin } from './margin-selection';
import './block-handle.css';
import { Later, part } from '../ui/later';
import { $blockOf, $insertBlockAfter, $insertBlockBefore, blockElementAt } from './blocks';
import type { Point } from './drop-point';
import { type EdgeScroll, scrollAtEdge } from './scroll-at-edge';
import { $setByHand } from './set-by-hand';
import { $canTurn } from './turn-into';

interface BlockHandleProps {
  readonly editor: LexicalEditor;
  readonly page: RefObject<HTMLDivElement | null>;
}

interface Drop {
  readonly key: NodeKey;
  readonly before: boolean;
  readonly top: number;
}

/** Width of the handle and its distance from the text, in CSS pixels. */
const offset = 26;

/** So far the pointer moves before a press on the handle becomes a drag, in CSS pixels. */
const threshold = 4;

const blockMenu = part(() => import('./BlockMenu').then((loaded) => loaded.BlockMenu));

/**
 * A handle beside the block under the pointer: dragging it moves the block, a click opens its menu. The keyboard has its
 * own ways to both, so the handle is hidden from assistive technology.
 */
export function BlockHandle({ editor, page }: BlockHandleProps) {
  const [hovered, setHovered] = useState<HTMLElement | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const dragged = useRef<NodeKey | null>(null);
  // The pointer can be let go before React has drawn the last line: the target is kept beside the drawing.
  const target = useRef<Drop | null>(null);
  const pressedAt = useRef(0);
  const hasMoved = useRef(false);
  const scroll = useRef<EdgeScroll | null>(null);
  const [menu, setMenu] = useState<{ readonly anchor: DOMRect; readonly turns: boolean } | null>(null);

  useEffect(() => {
    const place = scrollPlace(page.current);
    return place && page.current ? followMargin(editor, place, page.current) : undefined;
  }, [editor, page]);

  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const over = (event: PointerEvent) => {
      if (dragged.current) return;
      const body = editor.getRootElement();
      const block = body ? blockElementAt(body, event.clientY) : null;
      setHovered((present) => (present === block ? present : block));
    };
    const leave = () => !dragged.current && setHovered(null);
    element.addEventListener('pointermove', over);
    element.addEventListener('pointerleave', leave);
    const stop = editor.registerUpdateListener(
      // The handle holds the pointer while it drags: taken away, it would never hear that it was let go.
      ({ dirtyElements }) => dirtyElements.size > 0 && !dragged.current && setHovered(null),
    );
    return () => {
      stop();
      element.removeEventListener('pointermove', over);
      element.removeEventListener('pointerleave', leave);
    };
  }, [editor, page]);

  function start(event: ReactPointerEvent<HTMLButtonElement>): void {
    if (!hovered) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = keyOf(editor, hovered);
    pressedAt.current = event.clientY;
    hasMoved.current = false;
    const place = scrollPlace(page.current);
    scroll.current = place && scrollAtEdge(place, aim);
  }

  function move({ clientX: x, clientY: y }: ReactPointerEvent): void {
    if (!dragged.current) return;
    if (!hasMoved.current && Math.abs(y - pressedAt.current) < threshold) return;
    hasMoved.current = true;
    scroll.current?.follow({ x, y });
    aim({ x, y });
  }

  /** Where the block would stand if it were let go at this point; beside the page it stays where it is. */
  function aim({ x, y }: Point): void {
    const body = editor.getRootElement();
    const place = scrollPlace(page.current)?.getBoundingClientRect();
    if (!body || !place) return;
    // Above and below the screen stands the line that is nearest.
    const block = blockElementAt(body, Math.min(place.bottom, Math.max(place.top, y)));
    const key = block ? keyOf(editor, block) : null;
    if (!block || !key || x < place.left || x > place.right) target.current = null;
    else {
      const rectangle = block.getBoundingClientRect();
      const before = y < rectangle.top + rectangle.height / 2;
      const top = topIn(page.current, block) + (before ? -8 : rectangle.height + 4);
      target.current = { key, before, top };
    }
    setDrop(target.current);
  }

  /** Ends the drag with nothing moved. */
  const giveUp = useCallback(() => {
    scroll.current?.stop();
    scroll.current = null;
    dragged.current = null;
    target.current = null;
    setDrop(null);
    setHovered(null);
  }, []);

  useEffect(() => giveUp, [giveUp]);

  useEffect(() => {
    if (!drop) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      giveUp();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [drop, giveUp]);

  function end(): void {
    const from = dragged.current;
    const drop = target.current;
    giveUp();
    if (!from || (!drop && hasMoved.current)) return;
    editor.update(
      () => {
        const node = $getNodeByKey(from);
        if (!node) return;
        // A block of several selected ones stands for all of them.
        const chosen = $chosenBlocks() ?? [];
        const blocks = chosen.some((block) => block.is(node)) ? chosen : [node];
        const at = drop && $getNodeByKey(drop.key);
        if (!at) $selectBlocks(blocks);
        else if (!blocks.some((block) => block.is(at))) {
          if (drop.before) for (const block of blocks) $insertBlockBefore(at, block);
          else for (const block of [...blocks].reverse()) $insertBlockAfter(at, block);
          $setByHand(blocks);
        }
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    if (!drop) editor.dispatchCommand(BLOCKS_COMMAND, 'menu');
  }

  useEffect(
    () =>
      editor.registerCommand(
        BLOCKS_COMMAND,
        (doing) => {
          if (doing !== 'menu') return false;
          const blocks = $presentBlocks();
          $selectBlocks(blocks);
          const [first] = blocks;
          const rectangle = first && editor.getElementByKey(first.getKey())?.getBoundingClientRect();
          if (rectangle)
            setMenu({
              anchor: new DOMRect(rectangle.left, rectangle.top, 0, Math.min(rectangle.height, 28)),
              turns: blocks.some($canTurn),
            });
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  const body = editor.getRootElement();
  return (
    <>
      {hovered && body ? (
        <button
          type="button"
          aria-hidden="true"
          tabIndex={-1}
          className="block-handle"
          style={{ top: topIn(page.current, hovered), left: body.offsetLeft - offset }}
          onPointerDown={start}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={giveUp}
        >
          <GripVertical size={15} aria-hidden />
        </button>
      ) : null}
      {drop && body ? (
        <div
          className="drop-line"
          style={{ top: drop.top, left: body.offsetLeft, width: body.offsetWidth }}
        />
      ) : null}
      {menu ? <Later part={blockMenu} editor={editor} {...menu} onClose={() => setMenu(null)} /> : null}
    </>
  );
}

/** What scrolls the page. */
const scrollPlace = (page: HTMLElement | null): HTMLElement | null =>
  page?.closest<HTMLElement>('[data-scroll]') ?? null;

/** How far `element` stands below the upper edge of `page`, in CSS pixels, whatever is positioned in between. */
const topIn = (page: HTMLElement | null, element: HTMLElement): number =>
  element.getBoundingClientRect().top - (page?.getBoundingClientRect().top ?? 0);

const keyOf = (editor: LexicalEditor, element: HTMLElement): NodeKey | null =>
  editor.read(() => $blockOf($getNearestNodeFromDOMNode(element))?.getKey() ?? null);
