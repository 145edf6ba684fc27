import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { batchManifest, type Departure } from '../../shared/export/manifest';
import type { Client } from '../../shared/ipc/contract';
import type { ArticleEntry, SourceBookState } from '../../shared/ipc/desk-entries';
import { followingBook, readBookInForce } from './book-in-force';
import { departure, type Written } from './departure';
import type { NotMade } from './make';
import type { Making, Mistake } from './making';
import { documentName, type Handover } from './ways';

/** Several articles that go out in one run. */
export interface Batch {
  readonly entries: readonly ArticleEntry[];
  readonly handover: Handover;
  readonly desk: DeskSettings;
  readonly houseStyle: string | null;
  /** The folder that was chosen, by its token. */
  readonly place: string;
  /** Names that are taken there, and what is to happen with them. */
  readonly taken: ReadonlySet<string>;
  readonly replace: boolean;
}

/** Why an article stayed, beside what making it answered. */
export type Stay =
  | NotMade
  | Mistake
  /** `failure` is a code of reading, writing or printing, in the words of the contract. */
  | {
      readonly code: 'call';
      readonly doing: 'reading' | 'writing' | 'printing';
      readonly failure: CallProblem;
    }
  | { readonly code: 'taken' }
  /** Another article of the run has a different picture of this name. */
  | { readonly code: 'clash'; readonly file: string };

/** What a call answered; `reason` is the system's own word where it printed. */
interface CallProblem {
  readonly code: string;
  readonly reason?: string;
}

export interface Stayed {
  readonly entry: ArticleEntry;
  readonly why: Stay;
}

/** What came of a run. */
export interface SentOut {
  readonly written: readonly Departure[];
  readonly stayed: readonly Stayed[];
  /** Articles that were not looked at any more, because the writer stopped. */
  readonly notReached: number;
  /** Why the list of what left could not be written, or null. */
  readonly manifestProblem: { readonly code: string } | null;
}

/** What the run tells and asks on its way. */
export interface Following {
  /** `done` articles are through; `entry` is next. */
  readonly next: (done: number, entry: ArticleEntry) => void;
  readonly isStopped: () => boolean;
}

/**
 * Sends articles out one after the other: the main process reads, the worker makes, the main process writes. An article
 * that cannot leave stays and is named, the others go on. At the end a manifest of what left is written beside them.
 * Where the source book cannot be read none leaves, and the answer is the sentence that says so.
 */
export async function sendOut(
  client: Client,
  making: Making,
  batch: Batch,
  { next, isStopped }: Following,
): Promise<Result<SentOut, string>> {
  // Articles follow the book when they are opened; these leave without being opened.
  const book = await readBookInForce(client);
  if (!book.ok) return book;
  const written: Departure[] = [];
  const stayed: Stayed[] = [];
  const pictures = new Map<string, string>();
  let reached = 0;
  for (const entry of batch.entries) {
    if (isStopped()) break;
    next(reached, entry);
    const one = await sendOne(client, making, { ...batch, book: book.value }, entry, pictures);
    reached += 1;
    if (one.ok) written.push(one.value);
    else stayed.push({ entry, why: one.error });
  }
  const manifestProblem =
    written.length > 0 ? await writeManifest(client, batch, written, stayed.length) : null;
  return ok({ written, stayed, notReached: batch.entries.length - reached, manifestProblem });
}

async function sendOne(
  client: Client,
  making: Making,
  batch: Batch & { readonly book: Pick<SourceBookState, 'sources' | 'merges'> },
  { slug }: ArticleEntry,
  pictures: Map<string, string>,
): Promise<Result<Departure, Stay>> {
  const { handover, desk, houseStyle, place, taken, replace, book } = batch;
  if (!replace && taken.has(documentName(slug, handover.way))) return fail({ code: 'taken' });
  const read = await client.article.read({ slug });
  if (!read.ok) return fail({ code: 'call', doing: 'reading', failure: read.error });
  // The folder's name has the last word: another program may have renamed it.
  const article = followingBook({ ...read.value.article, slug }, book);
  const made = await making.make({ ...handover, article, desk, houseStyle, now: Date.now() });
  if (!made.ok) return made;
  const files = await onPaper(client, slug, handover, made.value.files);
  if (!files.ok) return files;
  const { omitted, audience } = made.value;
  const record = (await departure(files.value, { slug, format: handover.way, omitted, audience })).departure;
  const clash = record.files.find(({ path, sha256 }) => (pictures.get(path) ?? sha256) !== sha256);
  if (clash) return fail({ code: 'clash', file: clash.path });
  const delivered = await client.export.deliver({
    place,
    files: files.value.map(({ name, content }) => ({ name, content })),
    replace,
  });
  if (!delivered.ok) return fail({ code: 'call', doing: 'writing', failure: delivered.error });
  for (const { path, sha256 } of record.files) pictures.set(path, sha256);
  return ok(record);
}

/** Where a PDF is wanted, the page laid out as one by the main process; otherwise the files as they are. */
async function onPaper(
  client: Client,
  slug: string,
  { way }: Handover,
  files: readonly Written[],
): Promise<Result<readonly Written[], Stay>> {
  const [page] = files;
  if (way !== 'pdf' || typeof page?.content !== 'string') return ok(files);
  const pdf = await client.export.pdf({ slug, html: page.content });
  if (!pdf.ok) return fail({ code: 'call', doing: 'printing', failure: pdf.error });
  const name = documentName(slug, way);
  return ok([{ name, mediaType: 'application/pdf', content: pdf.value.bytes }]);
}

async function writeManifest(
  client: Client,
  { place, handover }: Batch,
  written: readonly Departure[],
  stayed: number,
): Promise<{ readonly code: string } | null> {
  const at = new Date().toISOString();
  // A name with the moment: the list of an earlier run stays.
  const name = `manifest-${at.replace(/[-:]|\.\d+/g, '')}.json`;
  const content = batchManifest({ at, format: handover.way, written, stayed });
  const answer = await client.export.deliver({ place, files: [{ name, content }], replace: true });
  return answer.ok ? null : answer.error;
}
