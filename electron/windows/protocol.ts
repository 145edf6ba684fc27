import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { appScheme } from '../../shared/ipc/addresses';
import { mediaPolicy, pagePolicy, pageType, previewPolicy, targetOf } from './addresses';
import type { Previews } from './previews';

/** What the protocol serves. */
export interface Served {
  /** The folder of the built window. */
  readonly pages: string;
  /** The bytes of a file of the window; it is part of the app, which a package keeps in an archive. */
  readonly page: (path: string) => Promise<Buffer>;
  /** The file and content type of a picture of the open desk; null where there is none. */
  readonly picture: (slug: string, file: string) => { readonly path: string; readonly type: string } | null;
  /** The bytes of a file of the desk. */
  readonly read: (path: string) => Promise<Buffer>;
  /** The picture at `path` as the page shows it; null where it cannot be shown. */
  readonly small: (
    path: string,
    type: string,
  ) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
  readonly previews: Previews;
}

/** Tells Chromium about the scheme; before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // Chromium keeps the compiled program among the user's data: the third start within some days need not read its text.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the window's files and the open desk's pictures, and nothing else. */
export function serveApp(session: Session, served: Served): void {
  session.protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405);
    const target = targetOf(request.url);
    if (!target) return nothing(404);
    if (target.kind === 'media') {
      const picture = served.picture(target.slug, target.file);
      if (!picture) return nothing(404);
      // Whether a photograph is there is asked without reading it.
      if (request.method === 'HEAD') return nothing((await isFile(picture.path)) ? 200 : 404);
      return answer(served.read(picture.path), picture.type, mediaPolicy);
    }
    if (target.kind === 'small') {
      const picture = served.picture(target.slug, target.file);
      const small = picture && (await served.small(picture.path, picture.type));
      return small ? respond(new Uint8Array(small.bytes), small.type, mediaPolicy) : nothing(404);
    }
    if (target.kind === 'preview') {
      const preview = served.previews.get(target.token);
      if (!preview) return nothing(404);
      if (target.picture === null) return respond(preview.html, 'text/html; charset=utf-8', previewPolicy);
      const picture = served.picture(preview.slug, target.picture);
      return picture ? answerClean(served.read(picture.path), picture.type) : nothing(404);
    }
    const type = pageType(target.segments.at(-1) ?? '');
    return type
      ? answer(served.page(join(served.pages, ...target.segments)), type, pagePolicy)
      : nothing(404);
  });
}

const nothing = (status: number): Response => new Response(null, { status });

const respond = (content: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });

/**
 * A picture as it leaves: Chromium puts the file of a JPEG into a PDF, and into what it sends to a printer, as it is. One that
 * cannot be freed of its metadata stops every export and is not shown either.
 */
async function answerClean(read: Promise<Buffer>, type: string): Promise<Response> {
  try {
    const bytes = await read;
    const { cleanPicture } = await import('../../shared/export/pictures/clean-picture');
    const clean = cleanPicture(bytes);
    return clean.ok ? respond(new Uint8Array(clean.value.bytes), type, mediaPolicy) : nothing(404);
  } catch (error) {
    return missing(error);
  }
}

/** Missing, a folder, not readable: for the page it is all the same. What the system did not say is a mistake of ours. */
function missing(error: unknown): Response {
  const ofSystem = error instanceof Error && 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code));
  if (!ofSystem) console.error(error);
  return nothing(404);
}

const isFile = (path: string): Promise<boolean> =>
  fs.stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );

async function answer(read: Promise<Buffer>, type: string, policy: string): Promise<Response> {
  try {
    const content = await read;
    return respond(new Uint8Array(content), type, policy);
  } catch (error) {
    return missing(error);
  }
}
