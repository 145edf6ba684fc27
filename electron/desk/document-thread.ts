import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read-document';
import type { DocumentTask } from './read-on-thread';

/*
 * The thread that reads one document and ends, so that neither a book nor a file made to be slow keeps the main process
 * from saving. Started by `readOnThread`.
 */

// The one who starts the thread is our own code, which types what it hands over.
const { document, settings } = workerData as DocumentTask;
parentPort?.postMessage(readDocument(document, settings));
