import { useEffect, useMemo, useState } from 'react';
import { offeredSources } from '../../shared/sources/offered';
import { standfirst } from '../bridge/standfirst';
import { AdPolicyDialog } from '../checks/AdPolicyDialog';
import { $attributedAtSelection } from '../editor/attribution';
import { ExportDialog } from '../export/ExportDialog';
import { SendOutDialog } from '../export/SendOutDialog';
import { ImportReport } from '../library/ImportReport';
import { useDocument } from '../session/document';
import { useBook } from '../sources/book';
import { SourceBookDialog } from '../sources/SourceBookDialog';
import { SourceDialog } from '../sources/SourceDialog';
import { SourceSheetDialog } from '../sources/SourceSheetDialog';
import { TagDialog, type TagSubject } from '../sources/TagDialog';
import { strings } from '../strings/en';
import { afterFrame } from '../ui/later';
import { AttributionDialog } from './AttributionDialog';
import type { Performers } from './actions';
import { CommandPalette } from './CommandPalette';
import { CorrectionsDialog } from './CorrectionsDialog';
import { BinDialog, RemoveDialog, RenameDialog, ShortcutsDialog } from './DeskDialogs';
import { openDesk, writeDeskSettings } from './desk-choice';
import { closeDialog, openDialog, over, sayAbout, useWindow } from './desk-state';
import { LengthDialog } from './LengthDialog';
import { LinkCardDialog, LinkDialog } from './LinkDialog';
import { NoteDialog } from './NoteDialog';
import { addComment, rewriteNote } from './notes';
import { ConflictCopyOf, ConflictOf, RecoveredOf, VersionsOf } from './OtherVersions';
import { SettingsDialog } from './settings/SettingsDialog';
import { showPlace } from './show-place';
import { changeBook, saveSource } from './source-work';
import { applyTag, openAtQuotation, removeTag, tagSubject } from './tagging';
import type { Workspace } from './workspace';

interface DialogsProps {
  readonly workspace: Workspace;
  readonly performers: Performers;
  readonly platform: string;
}

/** The one dialog that is open, if any. */
export function Dialogs({ workspace, performers, platform }: DialogsProps) {
  const dialog = useWindow((state) => state.dialog);
  const toText = () => workspace.editor.active().getRootElement();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'palette':
      return (
        <CommandPalette
          performers={performers}
          platform={platform}
          onClose={closeDialog}
          finalFocus={toText}
        />
      );
    case 'shortcuts':
      return <ShortcutsDialog performers={performers} platform={platform} onClose={closeDialog} />;
    case 'link':
      return <LinkDialog editor={workspace.editor.active()} onClose={closeDialog} finalFocus={toText} />;
    case 'note': {
      const { id, note } = dialog;
      return (
        <NoteDialog
          note={note}
          exists={id !== null}
          onSave={(words) => {
            closeDialog();
            if (id === null) addComment(workspace, words);
            else rewriteNote(workspace, id, words);
          }}
          onRemove={() => {
            closeDialog();
            if (id !== null) rewriteNote(workspace, id, '');
          }}
          onClose={closeDialog}
          finalFocus={toText}
        />
      );
    }
    case 'link-card':
      return <LinkCardDialog editor={workspace.editor.lexical} onClose={closeDialog} finalFocus={toText} />;
    case 'tag':
      return <Tagging workspace={workspace} />;
    case 'source':
      return <SourceEditing workspace={workspace} sourceId={dialog.sourceId} />;
    case 'source-book':
      return (
        <SourceBookDialog
          onChange={changeBook}
          onSave={(before, after) => saveSource(workspace.session, before, after)}
          onOpen={(slug, quoteId) => {
            closeDialog();
            void openAtQuotation(workspace, slug, quoteId);
          }}
          onClose={closeDialog}
        />
      );
    case 'source-sheet':
      return <SheetShowing workspace={workspace} />;
    case 'conflict':
      return <ConflictOf workspace={workspace} onClose={closeDialog} />;
    case 'conflict-copy':
      return <ConflictCopyOf workspace={workspace} copy={dialog.copy} onClose={closeDialog} />;
    case 'recovered':
      return <RecoveredOf workspace={workspace} recovered={dialog.recovered} onClose={closeDialog} />;
    case 'versions':
      return <VersionsOf workspace={workspace} onClose={closeDialog} />;
    case 'ad-policy':
      return <PolicyEditing workspace={workspace} />;
    case 'settings':
      return <SettingsEditing workspace={workspace} platform={platform} />;
    case 'length':
      return <LengthShowing workspace={workspace} />;
    case 'import-report':
      return (
        <ImportReport
          outcomes={dialog.outcomes}
          onOpen={(slug) => {
            closeDialog();
            void workspace.openArticle(slug);
          }}
          onClose={closeDialog}
        />
      );
    case 'attribution':
      return <Attributing workspace={workspace} block={dialog.block} />;
    case 'corrections':
      return <Correcting workspace={workspace} />;
    case 'bin':
      return <BinDialog workspace={workspace} onClose={closeDialog} />;
    case 'rename':
      return <RenameDialog workspace={workspace} slug={dialog.slug} onClose={closeDialog} />;
    case 'remove':
      return (
        <RemoveDialog
          workspace={workspace}
          slug={dialog.slug}
          headline={dialog.headline}
          onClose={closeDialog}
        />
      );
    case 'export':
      return <Exporting workspace={workspace} />;
    case 'send-out':
      return <SendingOut workspace={workspace} />;
  }
}

function Tagging({ workspace }: { readonly workspace: Workspace }) {
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
      sayAbout('selection', strings.tag.nothingSelected);
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

function Attributing({ workspace, block }: { readonly workspace: Workspace; readonly block: string }) {
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

function SourceEditing({
  workspace,
  sourceId,
}: {
  readonly workspace: Workspace;
  readonly sourceId: string;
}) {
  const { session } = workspace;
  const sources = session.use((state) => (state.kind === 'open' ? state.head.sources : []));
  const quotations = useDocument((state) => state.quotations);
  const source = sources.find((candidate) => candidate.id === sourceId);
  if (!source) return null;
  const named = [...quotations.values()].some((quotation) => quotation.sourceId === sourceId);
  return (
    <SourceDialog
      source={source}
      onClose={closeDialog}
      onSave={(changed) => {
        void saveSource(session, source, changed);
        closeDialog();
      }}
      onRemove={
        named
          ? null
          : () => {
              session.change({ sources: sources.filter((present) => present.id !== sourceId) });
              closeDialog();
            }
      }
    />
  );
}

function Correcting({ workspace }: { readonly workspace: Workspace }) {
  const { session } = workspace;
  const corrections = session.use((state) => (state.kind === 'open' ? state.head.corrections : null));
  const inText = useDocument((state) => state.body.filter(({ kind }) => kind === 'correction').length);
  if (!corrections) return null;
  return (
    <CorrectionsDialog
      corrections={corrections}
      inText={inText}
      onChange={(changed) => session.change({ corrections: changed })}
      onClose={closeDialog}
    />
  );
}

function SettingsEditing({
  workspace,
  platform,
}: {
  readonly workspace: Workspace;
  readonly platform: string;
}) {
  const desk = useWindow((state) => state.desk);
  const preferences = useWindow((state) => state.preferences);
  if (!desk || !preferences) return null;
  return (
    <SettingsDialog
      settings={desk.settings}
      path={desk.path}
      onClose={closeDialog}
      onChangeDesk={() => {
        closeDialog();
        void openDesk(workspace, 'open');
      }}
      onSave={writeDeskSettings}
      preferences={preferences}
      platform={platform}
      onPreferences={(fields) => workspace.changePreferences(fields)}
      onAdPolicy={() => openDialog({ kind: 'ad-policy' })}
    />
  );
}

function LengthShowing({ workspace }: { readonly workspace: Workspace }) {
  const { session, editor } = workspace;
  const target = session.use((state) => (state.kind === 'open' ? state.head.targetWords : null));
  if (target === null) return null;
  return (
    <LengthDialog
      target={target}
      onTarget={(targetWords) => session.change({ targetWords })}
      onClose={closeDialog}
      finalFocus={() => editor.lexical.getRootElement()}
    />
  );
}

function PolicyEditing({ workspace }: { readonly workspace: Workspace }) {
  const { session } = workspace;
  const desk = useWindow((state) => state.desk);
  const articlePolicy = session.use((state) => (state.kind === 'open' ? state.head.adPolicy : null));
  if (!desk) return null;
  return (
    <AdPolicyDialog
      deskPolicy={desk.settings.adPolicy}
      articlePolicy={articlePolicy}
      onClose={closeDialog}
      onFollowDesk={() => {
        session.change({ adPolicy: null });
        closeDialog();
      }}
      onSave={(scope, adPolicy) => {
        if (scope === 'article') session.change({ adPolicy });
        else void writeDeskSettings({ ...desk.settings, adPolicy });
        closeDialog();
      }}
    />
  );
}

function Exporting({ workspace }: { readonly workspace: Workspace }) {
  const desk = useWindow((state) => state.desk);
  const [article] = useState(() => workspace.session.article());
  if (!desk || !article) return null;
  return (
    <ExportDialog
      client={standfirst}
      article={article}
      desk={desk.settings}
      // A version that cannot be kept is no reason to hold up what has to go out.
      onDepart={async () => {
        if (await workspace.session.flush())
          await standfirst.versions.take({
            slug: article.slug,
            reason: 'before-export',
            name: null,
            hash: null,
          });
      }}
      onShow={(place) => {
        closeDialog();
        // The dialog gives the keyboard back first.
        void afterFrame().then(() => showPlace(workspace, place));
      }}
      onClose={closeDialog}
    />
  );
}

function SendingOut({ workspace }: { readonly workspace: Workspace }) {
  const desk = useWindow((state) => state.desk);
  const entries = useWindow((state) => state.entries);
  if (!desk) return null;
  return (
    <SendOutDialog
      client={standfirst}
      entries={entries}
      desk={desk.settings}
      flush={() => workspace.session.flush()}
      onOpen={(slug) => {
        closeDialog();
        void workspace.openArticle(slug);
      }}
      onClose={closeDialog}
    />
  );
}

function SheetShowing({ workspace }: { readonly workspace: Workspace }) {
  const [article] = useState(() => workspace.session.article());
  if (!article) return null;
  return <SourceSheetDialog client={standfirst} article={article} onClose={closeDialog} />;
}
