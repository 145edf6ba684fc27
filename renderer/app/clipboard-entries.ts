import type { Block } from '../../shared/article/block';
import type { KeptPicture } from '../../shared/article/picture-file';
import type { Result } from '../../shared/base/result';
import { withStoredPictures } from '../../shared/import/attachments';
import type { HtmlRefusal } from '../../shared/import/html/parse';
import type { CallFailure, MediaFailure } from '../../shared/ipc/failures';
import { standfirst } from '../bridge/standfirst';
import type { Entered, Patience } from '../editor/clipboard-setting';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { inform, offer, say, sayAbout, useWindow, work } from './desk-state';
import { type Pasted, readPasted } from './pasted';
import { readPastedElsewhere } from './pasted-elsewhere';

/** @public: loaded late. */
export { readPlainText } from '../editor/plain-text';

/** HTML up to this many characters is read at once, so that what is typed next comes after it. */
const shortHtml = 50_000;

/** The largest picture that is read, in bytes; the desk refuses larger ones. */
const mostPictureBytes = 100_000_000;

/** Which article is open: words that were on their way to one must not enter another. */
function openArticle(session: Session): { readonly id: string; readonly slug: string } | null {
  const state = session.use.getState();
  return state.kind === 'open' ? { id: state.head.id, slug: state.slug } : null;
}

/** Reads HTML of another program and stores its pictures; tells the writer where it takes long or is refused. @public: loaded late. */
export async function enterHtml(session: Session, html: string, insertPlain: () => void): Promise<Entered> {
  const article = openArticle(session);
  if (!article) return 'stopped';
  const cleanLinks = useWindow.getState().desk?.settings.cleanLinks ?? true;
  const read =
    html.length <= shortHtml
      ? readPasted(html, cleanLinks, () => undefined)
      : await readPatiently(html, cleanLinks);
  if (!read.ok) {
    if (read.error.code === 'cancelled') inform(strings.paste.cancelled);
    else
      offer('article', strings.paste.refused(read.error), { label: strings.paste.plain, take: insertPlain });
    return 'stopped';
  }
  const blocks = await withPictures(article.slug, read.value);
  if (openArticle(session)?.id !== article.id) {
    sayAbout('article', strings.paste.otherArticle);
    return 'stopped';
  }
  return blocks.length > 0 ? { blocks, patience: patience(strings.paste.inserting) } : 'nothing';
}

/** Shows at the foot of the window how far a paste is; Escape and Cancel end it. */
const patience =
  (words: (percent: number) => string): Patience =>
  (cancel) => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('keydown', press, { capture: true });
    return {
      // In tenths: a screen reader is not told of every step.
      show: (share) => work({ words: words(Math.floor(share * 10) * 10), cancel }),
      end() {
        window.removeEventListener('keydown', press, { capture: true });
        work(null);
      },
    };
  };

/** Reads elsewhere, so that the window lives. */
async function readPatiently(
  html: string,
  cleanLinks: boolean,
): Promise<Result<Pasted, HtmlRefusal | { readonly code: 'cancelled' }>> {
  const reading = readPastedElsewhere({ html, cleanLinks }, (share) => shown.show(share));
  const shown = patience(strings.paste.reading)(() => reading.cancel());
  shown.show(0);
  try {
    return await reading.outcome;
  } finally {
    shown.end();
  }
}

/** The blocks with the names under which their pictures are stored. */
async function withPictures(slug: string, pasted: Pasted): Promise<readonly Block[]> {
  const names = new Map<string, string>();
  for (const { file, bytes } of pasted.attachments) {
    const stored = await keep(slug, file, bytes);
    if (stored !== null) names.set(file, stored.file);
  }
  return withStoredPictures(
    pasted.blocks,
    pasted.attachments,
    (file) => names.get(file) ?? null,
    () => crypto.randomUUID(),
  );
}

async function keep(slug: string, name: string, bytes: Uint8Array): Promise<KeptPicture | null> {
  const answer = await standfirst.media.add({ slug, name, bytes });
  if (answer.ok) return answer.value;
  refused(answer.error);
  return null;
}

function refused(error: MediaFailure | CallFailure): void {
  const isOurs = error.code === 'bad-argument' || error.code === 'internal';
  sayAbout('article', isOurs ? strings.notDone(callFailure(error)) : strings.mediaFailure(error));
}

/** Lets the writer choose a picture for the open article. @public: loaded late. */
export async function choosePicture(session: Session): Promise<KeptPicture | null> {
  const article = openArticle(session);
  if (!article) return null;
  const answer = await standfirst.media.choose({ slug: article.slug });
  if (!answer.ok) {
    refused(answer.error);
    return null;
  }
  if (answer.value && openArticle(session)?.id !== article.id)
    sayAbout('article', strings.paste.otherArticle);
  return openArticle(session)?.id === article.id ? answer.value : null;
}

/** Stores a picture that was pasted or dropped with the open article. @public: loaded late. */
export async function keepPicture(session: Session, file: File): Promise<KeptPicture | null> {
  const article = openArticle(session);
  if (!article) {
    say(strings.noArticle);
    return null;
  }
  if (file.size > mostPictureBytes) {
    sayAbout('article', strings.mediaFailure({ code: 'too-large', bytes: file.size }));
    return null;
  }
  const stored = await keep(article.slug, file.name, new Uint8Array(await file.arrayBuffer()));
  return openArticle(session)?.id === article.id ? stored : null;
}
