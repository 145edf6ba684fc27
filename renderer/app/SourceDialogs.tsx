import { useEffect, useMemo, useState } from 'react';
import { recordsNamed } from '../../shared/article/traverse';
import { offeredSources } from '../../shared/sources/offered';
import { standfirst } from '../bridge/standfirst';
import { $attributedAtSelection } from '../editor/attribution';
import { useBook } from '../sources/book';
import { SourceDialog } from '../sources/SourceDialog';
import { SourceSheetDialog } from '../sources/SourceSheetDialog';
import { TagDialog, type TagSubject } from '../sources/TagDialog';
import { sourcesWords } from '../strings/sources';
import { AttributionDialog } from './AttributionDialog';
import { closeDialog, openDialog, over, sayAbout, useWindow } from './desk-state';
import { saveSource } from './source-changes';
import { applyTag, removeTag, tagSubject } from './tagging';
import type { Workspace } from './workspace';

/* The dialogs in which it is said who is quoted, and on which terms. */

/** Tags what is selected; in a block quote without marks the question is whom it quotes. */
export function Tagging({ workspace }: { readonly workspace: Workspace }) {
  const { session } = workspace;
  // Where the keyboard was when the dialog opened: on the page, or in the words of a card.
  const [editor] = useState(() => ({ ...workspace.editor, lexical: workspace.editor.active() }));
  const [subject, setSubject] = useState<TagSubject | null>(null);
  const head = session.use((state) => (state.kind === 'open' ? state.head : null));
  const book = useBook();
  const sources = useMemo(() => offeredSources(head?.sources ?? [], book), [head?.sources, book]);
  const checker = useWindow((state) => state.preferences?.checkedBy ?? '');
  useEffect(() => {
    let stopped = false;
    void tagSubject(editor).then((found) => {
      if (stopped) return;
      if (found) {
        over('selection');
        setSubject(found);
        return;
      }
      // In a block quote without quotation marks the question is the same: who is quoted?
      const block = editor.lexical.read(() => $attributedAtSelection()?.getKey() ?? null);
      if (block !== null) return openDialog({ kind: 'attribution', block });
      closeDialog();
      sayAbout('selection', sourcesWords.tag.nothingSelected);
    });
    return () => {
      stopped = true;
    };
  }, [editor]);
  if (!subject || !head) return null;
  return (
    <TagDialog
      subject={subject}
      sources={sources}
      language={head.language}
      checker={checker}
      onClose={closeDialog}
      finalFocus={() => editor.lexical.getRootElement()}
      onDecide={(decision) => {
        applyTag(editor, session, decision);
        const by = decision.quotation.checked?.by;
        if (by && by !== checker) workspace.changePreferences({ checkedBy: by });
        closeDialog();
      }}
      onRemove={(quoteId) => {
        removeTag(editor.lexical, quoteId);
        closeDialog();
      }}
    />
  );
}

/** Says whom a block quote or pull quote quotes. */
export function Attributing({ workspace, block }: { readonly workspace: Workspace; readonly block: string }) {
  const sources = workspace.session.use((state) => (state.kind === 'open' ? state.head.sources : null));
  const { lexical } = workspace.editor;
  if (!sources) return null;
  return (
    <AttributionDialog
      editor={lexical}
      block={block}
      sources={sources}
      onClose={closeDialog}
      finalFocus={() => lexical.getRootElement()}
    />
  );
}

/** Changes one source of the open article. */
export function SourceEditing({
  workspace,
  sourceId,
}: {
  readonly workspace: Workspace;
  readonly sourceId: string;
}) {
  const { session } = workspace;
  const sources = session.use((state) => (state.kind === 'open' ? state.head.sources : []));
  const source = sources.find((candidate) => candidate.id === sourceId);
  if (!source) return null;
  const article = session.article();
  // What words are tagged with is not taken away from under them: nobody would know on which terms they were said.
  const isNeeded =
    article !== null &&
    (recordsNamed(article).sources.has(sourceId) ||
      article.quotations.some((quotation) => quotation.sourceId === sourceId));
  return (
    <SourceDialog
      source={source}
      onClose={closeDialog}
      onSave={(changed) => {
        void saveSource(session, source, changed);
        closeDialog();
      }}
      onRemove={
        isNeeded
          ? null
          : () => {
              session.change({ sources: sources.filter((present) => present.id !== sourceId) });
              closeDialog();
            }
      }
    />
  );
}

/** The source sheet of the open article as it stood when this was opened. */
export function SheetShowing({ workspace }: { readonly workspace: Workspace }) {
  const [article] = useState(() => workspace.session.article());
  if (!article) return null;
  return <SourceSheetDialog client={standfirst} article={article} onClose={closeDialog} />;
}
