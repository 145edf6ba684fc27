import { deskWords } from './desk';
import { fileFailure, mediaFailure, pasteRefusal, readFailure, readProblem, saveFailure } from './failures';
import { quotingWords } from './quoting';
import { writingWords } from './writing';

/*
 * Every word the window shows that is not an action's label (those stand in shared/ipc/actions.ts), a file a part of
 * the window. Failures say what happened and what to do.
 */

export const strings = {
  ...writingWords,
  ...quotingWords,
  ...deskWords,
  appName: 'Standfirst',
  fileFailure,
  readFailure,
  readProblem,
  saveFailure,
  mediaFailure,
  paste: {
    reading: (percent: number): string => `Reading what was pasted: ${percent} %`,
    inserting: (percent: number): string => `Putting in what was pasted: ${percent} %`,
    cancelled: 'Nothing was pasted.',
    refused: pasteRefusal,
    plain: 'Paste as plain text',
    mistake: 'Nothing was pasted: Standfirst made a mistake. Paste it as plain text (Edit menu).',
    flattened: 'No table can stand here: its words came in as lines.',
    otherArticle: 'Not pasted: another article was opened meanwhile. Paste again where it belongs.',
  },
  message: 'Message',
  preferencesLost: ({ path, lost }: { readonly path: string; readonly lost: 'all' | 'keys' }): string =>
    lost === 'all'
      ? `The settings of this machine could not be read and are the default ones again. The old file was kept as ${path}`
      : `Two actions had the same keys, so all keys are the default ones again. The old settings were kept as ${path}`,
  close: 'Close',
  cancel: 'Cancel',
  notCreated: (reason: string) => `The article was not created: ${reason}`,
  notDone: (reason: string) => `That did not work: ${reason}`,
  editorMistake:
    'The editor made a mistake and took back the last change. Your words are as they were before it.',
  noArticle: 'Choose an article on the left, or begin a new one.',
  shortcuts: 'Keyboard shortcuts',
} as const;
