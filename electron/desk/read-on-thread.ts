import { Worker } from 'node:worker_threads';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, type Result } from '../../shared/base/result';
import type { ImportRefusal } from '../../shared/import/import-refusal';
import type { DocumentRead, DocumentToImport, ReadDocument } from './read-document';

/** What the thread is told at its start. */
export interface DocumentTask {
  readonly document: DocumentToImport;
  readonly settings: DeskSettings;
}

/** What reading one document may cost; a book of 2 million characters takes three seconds and 300 MB. */
const usualLimits = { milliseconds: 60_000, megabytes: 2048 };

const outOfMemory = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads each document on a thread of its own; `script` is the built `document-thread.ts`. A document that takes more than
 * `limits` is refused. Rejects where reading failed by a mistake of ours.
 */
export const readOnThread =
  (script: string, limits = usualLimits): ReadDocument =>
  (document, settings) =>
    new Promise((resolve, reject) => {
      const task: DocumentTask = { document, settings };
      const thread = new Worker(script, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      });
      const refuse = () => resolve(fail({ code: 'too-costly' }));
      const patience = setTimeout(() => {
        refuse();
        void thread.terminate();
      }, limits.milliseconds);
      thread.on('message', (read: Result<DocumentRead, ImportRefusal>) => resolve(read));
      thread.on('error', (error: NodeJS.ErrnoException) =>
        error.code === outOfMemory ? refuse() : reject(error),
      );
      thread.on('exit', () => {
        clearTimeout(patience);
        reject(new Error('The reader of documents ended without an answer.'));
      });
    });
