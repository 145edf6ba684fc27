import { useCallback, useMemo } from 'react';
import type { Source } from '../../shared/article/source';
import { AdBreaksRegion } from '../checks/AdBreaksRegion';
import { ChecksRegion, type FindingActs } from '../checks/ChecksRegion';
import { SourcesRegion } from '../sources/SourcesRegion';
import { ArticleFacts } from './ArticleFacts';
import { openDialog, useWindow } from './desk-state';
import {
  fixFinding,
  learnWord,
  leaveFinding,
  placeAdBreaks,
  showBlock,
  takeUpFinding,
  writeSuggestion,
} from './desk-work';
import { NotesRegion } from './NotesRegion';
import { Outline } from './Outline';
import { showPlace } from './show-place';
import { goToQuotation } from './tagging';
import type { Workspace } from './workspace';

const noSources: readonly Source[] = [];

/** The pane on the right: who speaks, and the facts about the article that are not on the page. */
export function Inspector({ workspace }: { readonly workspace: Workspace }) {
  const { session, editor } = workspace;
  const head = session.use((state) => (state.kind === 'open' ? state.head : null));
  const loads = session.use((state) => (state.kind === 'open' ? state.loads : 0));
  const [sources, language] = [head?.sources ?? noSources, head?.language ?? ''];
  const spoken = useMemo(() => ({ loads, sources, language }), [loads, sources, language]);
  const goTo = useCallback((quoteId: string) => goToQuotation(editor.lexical, quoteId), [editor]);
  const edit = useCallback((sourceId: string) => openDialog({ kind: 'source', sourceId }), []);
  const findingActs = useMemo<FindingActs>(
    () => ({
      onShow: ({ place }) => showPlace(workspace, place),
      onFix: (finding) => void fixFinding(workspace, finding),
      onIgnore: (finding, reason) => leaveFinding(workspace, finding, reason),
      onHeed: (finding) => takeUpFinding(workspace, finding),
      spelling: {
        ask: workspace.suggestSpelling,
        write: (finding, suggestion) => void writeSuggestion(workspace, finding, suggestion),
        learn: (word) => learnWord(workspace, word),
      },
    }),
    [workspace],
  );
  const desk = useWindow((state) => state.desk);
  if (!head) return null;
  return (
    <>
      <Outline editor={editor.lexical} />
      <SourcesRegion open={spoken} onGoTo={goTo} onEdit={edit} />
      <ChecksRegion acts={findingActs} />
      {desk ? (
        <AdBreaksRegion
          policy={head.adPolicy ?? desk.settings.adPolicy}
          language={head.language}
          onPlace={() => void placeAdBreaks(workspace)}
          onPolicy={() => openDialog({ kind: 'ad-policy' })}
          onShow={(index) => showBlock(workspace, index)}
        />
      ) : null}
      <NotesRegion workspace={workspace} />
      <ArticleFacts key={head.id} session={session} head={head} />
    </>
  );
}
