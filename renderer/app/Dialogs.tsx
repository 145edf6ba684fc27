import { AdPolicyDialog } from '../checks/AdPolicyDialog';
import { ImportReport } from '../library/ImportReport';
import { useDocument } from '../session/document';
import { SourceBookDialog } from '../sources/SourceBookDialog';
import type { Performers } from './actions';
import { CommandPalette } from './CommandPalette';
import { CorrectionsDialog } from './CorrectionsDialog';
import { BinDialog, RemoveDialog, RenameDialog, ShortcutsDialog } from './DeskDialogs';
import { openDesk, writeDeskSettings } from './desk-choice';
import { closeDialog, openDialog, useWindow } from './desk-state';
import { Exporting, SendingOut } from './LeavingDialogs';
import { LengthDialog } from './LengthDialog';
import { LinkCardDialog, LinkDialog } from './LinkDialog';
import { NoteDialog } from './NoteDialog';
import { addComment, rewriteNote } from './notes';
import { ConflictCopyOf, ConflictOf, RecoveredOf, VersionsOf } from './OtherVersions';
import { Attributing, SheetShowing, SourceEditing, Tagging } from './SourceDialogs';
import { SettingsDialog } from './settings/SettingsDialog';
import { changeBook, saveSource } from './source-changes';
import { openAtQuotation } from './tagging';
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
