import { $getNodeByKey, $isElementNode, type LexicalEditor } from 'lexical';
import type { ArticlePart, Place, Stretch } from '../../shared/checks/finding';
import { $articleText, $selectText } from '../editor/article-text';
import { $selectBlocks } from '../editor/block-selection';
import { $blockAt } from '../editor/blocks';
import { articleFactsWords } from '../strings/article-facts';
import { afterFrame } from '../ui/later';
import { type OpenDialog, openDialog, useWindow } from './desk-state';
import { blockElement } from './mark-breaks';
import { openPane } from './view-actions';
import type { Workspace } from './workspace';

/** Leads to the place that a finding is about: words are selected, a field has the keyboard, a dialog is opened. */
export function showPlace(workspace: Workspace, place: Place): void {
  if (place.kind === 'article') waysToPart(workspace, place.id, null)[place.part]();
  else if (place.kind === 'field') waysToPart(workspace, '', place)[place.field]();
  else showOnPage(workspace.editor.lexical, place);
}

/** How to get to each part. `id`: the source's, '' for the rest; `stretch`: the words in question, if it is a text. */
function waysToPart(
  workspace: Workspace,
  id: string,
  stretch: Stretch | null,
): Readonly<Record<ArticlePart, () => void>> {
  const head = (field: string, words: Stretch | null) => () =>
    focusOn(document.querySelector(`[data-head-field="${field}"]`), words);
  const lead = () => focusOn(document.querySelector('.lead :is(input, textarea, .card-text)'), null);
  const fact = (label: string) => () => {
    openPane(workspace, 'inspector');
    void afterFrame().then(() => focusOn(factOf(label), stretch));
  };
  const dialog = (what: OpenDialog) => () => openDialog(what);
  return {
    kicker: head('kicker', stretch),
    headline: head('headline', stretch),
    deck: head('deck', stretch),
    // The field holds all names, the stretch is one of a single name.
    byline: head('bylines', null),
    dateline: head('dateline', stretch),
    leadImage: lead,
    leadImageAlt: lead,
    leadImageCaption: lead,
    leadImageCredit: lead,
    body: () => workspace.editor.lexical.focus(),
    section: fact(articleFactsWords.section),
    subjects: fact(articleFactsWords.subjects),
    embargo: fact(articleFactsWords.embargo),
    slug: dialog({ kind: 'rename', slug: slugOf(workspace) }),
    adPolicy: dialog({ kind: 'ad-policy' }),
    source: dialog({ kind: 'source', sourceId: id }),
    correction: dialog({ kind: 'corrections' }),
    suggestions: () => useWindow.setState({ suggesting: true }),
  };
}

function slugOf({ session }: Workspace): string {
  const state = session.use.getState();
  return state.kind === 'none' ? '' : state.slug;
}

/** The field of the inspector with this label. */
const factOf = (label: string): HTMLElement | null =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.control ?? null;

function focusOn(field: HTMLElement | null, stretch: Stretch | null): void {
  field?.focus();
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isText && stretch) field.setSelectionRange(stretch.start, stretch.end);
}

function showOnPage(lexical: LexicalEditor, place: Extract<Place, { block: number }>): void {
  lexical.update(
    () => {
      const node = $blockAt(place.block);
      if (!node) return;
      const article = $articleText();
      const runs = article.blocks.filter(({ key }) => {
        const block = $getNodeByKey(key);
        return block?.is(node) || (block && node.isParentOf(block));
      });
      const run = runs[place.kind === 'run' ? place.run : 0];
      if (run && place.kind === 'run') $selectText(article, run.start + place.start, run.start + place.end);
      else if ($isElementNode(node)) node.selectStart();
      else $selectBlocks([node]);
    },
    {
      onUpdate: () => {
        blockElement(lexical, place.block)?.scrollIntoView({ block: 'center' });
        lexical.focus();
      },
    },
  );
}
