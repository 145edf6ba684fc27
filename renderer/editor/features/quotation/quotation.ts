import { $getExtensionOutput } from '@lexical/extension';
import { $getNodeByKey, defineExtension, type LexicalEditor, type NodeKey } from 'lexical';
import { lostQuotation, type Quotation } from '../../../../shared/article/quotation';
import type { Source } from '../../../../shared/article/source';
import type { CheckState } from '../../../../shared/sources/checking';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';
import { $createQuotationNode, $isQuotationNode, QuotationNode } from './node';
import { paintQuotation, quotationLabel } from './paint';
import './quotation.css';

/** The quotations of the document in the editor, beside their words. */
export interface Quotations {
  /** Gives the records for the spans that are loaded or pasted next. */
  offer(records: readonly Quotation[]): void;
  /**
   * Every record that was offered or stands in the text, by quotation id: also those of words that Lexical does not see, in cards,
   * in the lead image and in blocks of newer versions.
   */
  known(): ReadonlyMap<string, Quotation>;
  /** The article's sources, as they were given last. */
  sources(): readonly Source[];
  /** The records in the text of this editor, by quotation id: without those of cards. */
  records(): ReadonlyMap<string, Quotation>;
  /** Gives the article's sources, in order; marks in the text follow. */
  setSources(sources: readonly Source[]): void;
  /** Tells which quotations were checked, and which of those have other words now; marks in the text follow. */
  setChecks(checks: ReadonlyMap<string, CheckState>): void;
  /** The words for the ear: who speaks, on which terms, whether checked. */
  describe(quotation: Quotation): string;
}

interface Following {
  /** The record offered for a span that is made now; a new one where none was. */
  readonly take: (quoteId: string) => Quotation;
  /** Notices that the span was made, changed or removed. */
  readonly follow: (key: NodeKey) => void;
}

export const QuotationExtension = defineExtension({
  name: 'standfirst/quotation',
  nodes: () => [QuotationNode],
  build(editor): Quotations & Following {
    const offered = new Map<string, Quotation>();
    const present = new Map<NodeKey, Quotation>();
    /** The present ones by their ids; null after one of them came, changed or went. */
    let byId: ReadonlyMap<string, Quotation> | null = null;
    /** Those and the offered ones; null after one of them came, changed or went. */
    let all: ReadonlyMap<string, Quotation> | null = null;
    let sources: readonly Source[] = [];
    let checks: ReadonlyMap<string, CheckState> = new Map();
    const checkOf = (quotation: Quotation): CheckState =>
      checks.get(quotation.id) ?? (quotation.checked ? 'checked' : 'unchecked');
    const paint = (key: NodeKey) => {
      const [element, quotation] = [editor.getElementByKey(key), present.get(key)];
      if (element && quotation) paintQuotation(element, quotation, sources, checkOf(quotation));
    };
    const records = () => {
      byId ??= new Map([...present.values()].map((quotation) => [quotation.id, quotation]));
      return byId;
    };
    return {
      offer(given) {
        for (const record of given) {
          if (offered.get(record.id) !== record) all = null;
          offered.set(record.id, record);
        }
      },
      known() {
        all ??= new Map([...offered, ...records()]);
        return all;
      },
      sources: () => sources,
      take: (quoteId) => offered.get(quoteId) ?? lostQuotation(quoteId),
      records,
      setSources(next) {
        if (next === sources) return;
        sources = next;
        for (const key of present.keys()) paint(key);
      },
      setChecks(next) {
        const former = checks;
        checks = next;
        for (const [key, { id }] of present) if (former.get(id) !== next.get(id)) paint(key);
      },
      describe: (quotation) => quotationLabel(quotation, sources, checkOf(quotation)),
      follow(key) {
        const quotation = $quotationOf(editor, key);
        if (quotation !== (present.get(key) ?? null)) byId = all = null;
        if (quotation) present.set(key, quotation);
        else present.delete(key);
        paint(key);
      },
    };
  },
  register(editor, _config, state) {
    const { follow } = state.getOutput();
    return editor.registerMutationListener(QuotationNode, (nodes) => {
      for (const key of nodes.keys()) follow(key);
    });
  },
});

const $quotationOf = (editor: LexicalEditor, key: NodeKey): Quotation | null =>
  editor.getEditorState().read(() => {
    const node = $getNodeByKey(key);
    return $isQuotationNode(node) ? node.getQuotation() : null;
  });

export const quotationFeature: Feature = {
  name: 'quotation',
  inCards: true,
  extensions: [QuotationExtension],
  inlines: [
    inlineConversion({
      kind: 'quotation',
      nodeTypes: ['quotation'],
      $toNode: (inline, convert) =>
        $createQuotationNode($getExtensionOutput(QuotationExtension).take(inline.quoteId)).append(
          ...convert.$inlinesToNodes(inline.children),
        ),
      $toInline: (node, convert) => ({
        kind: 'quotation',
        quoteId: $isQuotationNode(node) ? node.getQuotation().id : '',
        children: convert.$childrenToInlines(node),
      }),
    }),
  ],
};
