import {
  $copyNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';

/** An inline that holds other inlines: quotation, mention, note. Typing at its edges goes on outside. */
export class SpanNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('standfirst/span'), { extends: ElementNode });
  }

  override isInline(): true {
    return true;
  }

  override canBeEmpty(): false {
    return false;
  }

  override canInsertTextBefore(): false {
    return false;
  }

  override canInsertTextAfter(): false {
    return false;
  }

  override insertNewAfter(_selection: RangeSelection | null, restoreSelection: boolean): SpanNode {
    const rest = $copyNode(this);
    this.insertAfter(rest, restoreSelection);
    return rest;
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** The nearest span of the given class around `node`, or null. */
export function $spanAround<Span extends SpanNode>(
  node: LexicalNode | null,
  isSpan: (candidate: LexicalNode) => candidate is Span,
): Span | null {
  for (let current = node; current; current = current.getParent()) if (isSpan(current)) return current;
  return null;
}

/**
 * Wraps the words of `selection` in spans made by `$createSpan`, one for each unbroken run inside a block. A link that
 * is selected whole stays whole inside its span. Answers the spans.
 */
export function $wrapWords<Span extends SpanNode>(
  selection: RangeSelection,
  $createSpan: () => Span,
): readonly Span[] {
  const leaves = selection.extract().filter((node) => $isTextNode(node) || $isLineBreakNode(node));
  const chosen = new Set(leaves.map((node) => node.getKey()));
  const spans: Span[] = [];
  const made = new Set<string>();
  for (const leaf of leaves) {
    const whole = $wholeInline(leaf, chosen);
    // The words of an inline that went in whole, with those before.
    if (made.has(whole.getKey())) continue;
    const last = spans.at(-1);
    if (last?.getNextSibling()?.is(whole)) {
      last.append(whole);
      continue;
    }
    const span = $createSpan();
    whole.insertBefore(span);
    span.append(whole);
    spans.push(span);
    made.add(span.getKey());
  }
  return spans;
}

/** The outermost inline around `leaf` whose words are all chosen. */
function $wholeInline(leaf: LexicalNode, chosen: ReadonlySet<string>): LexicalNode {
  let whole = leaf;
  for (let parent = leaf.getParent(); parent?.isInline(); parent = parent.getParent()) {
    const complete = parent.getAllTextNodes().every((text) => chosen.has(text.getKey()));
    if (!complete) break;
    whole = parent;
  }
  return whole;
}

/** Takes a span away and leaves its words. */
export function $unwrapSpan(span: SpanNode): void {
  for (const child of span.getChildren()) span.insertBefore(child);
  span.remove();
}

/**
 * Parts `around` at `span`, which then stands between the two parts and no longer in them. Links and notes on the way keep
 * the words of `span` inside it.
 */
export function $liftOut(span: SpanNode, around: SpanNode): void {
  for (let parent = span.getParent(); parent; parent = span.getParent()) {
    const isLast = parent.is(around);
    const behind = $copyNode(parent).append(...span.getNextSiblings());
    parent.insertAfter(span);
    if (!behind.isEmpty()) span.insertAfter(behind);
    if (!isLast) span.append($copyNode(parent).append(...span.getChildren()));
    if (parent.isEmpty()) parent.remove();
    if (isLast) return;
  }
}

/** Every node below `node`, in reading order, for which `is` holds. */
export function $descendants<Found extends LexicalNode>(
  node: LexicalNode,
  is: (candidate: LexicalNode) => candidate is Found,
): readonly Found[] {
  if (!$isElementNode(node)) return [];
  return node.getChildren().flatMap((child) => [...(is(child) ? [child] : []), ...$descendants(child, is)]);
}
