import { appOrigin, mediaPath, previewPath, smallPath } from '../../shared/ipc/addresses';
import { isPlainName } from '../../shared/ipc/arguments';

/** What an address of the window stands for. */
export type Target =
  | { readonly kind: 'page'; readonly segments: readonly string[] }
  | { readonly kind: 'media'; readonly slug: string; readonly file: string }
  | { readonly kind: 'small'; readonly slug: string; readonly file: string }
  | { readonly kind: 'preview'; readonly token: string; readonly picture: string | null };

/**
 * What an `app:` address names: a file of the window, or a picture of an article. Null for everything else: another
 * host, and every way out of a folder (.., %2f, %5c, %00, an empty or hidden name). Each part of the path must be a plain
 * name after decoding, so that joining the parts cannot leave the folder they are joined to.
 */
export function targetOf(address: string): Target | null {
  if (!address.startsWith(`${appOrigin}/`)) return null;
  const path = address.slice(appOrigin.length + 1).replace(/[?#].*$/s, '');
  const segments = path.split('/').map(decoded);
  if (!segments.every((segment): segment is string => segment !== null && isPlainName(segment))) return null;
  if (segments[0] === previewPath) return previewOf(segments.slice(1));
  const [kind, slug, file, rest] = segments;
  if (kind !== mediaPath && kind !== smallPath) return { kind: 'page', segments };
  return slug !== undefined && file !== undefined && rest === undefined ? { kind, slug, file } : null;
}

/** `TOKEN/page.html`, or a picture beside it: `TOKEN/media/FILE`. */
function previewOf([token, name, file, rest]: readonly string[]): Target | null {
  if (token === undefined || rest !== undefined) return null;
  if (name === 'page.html' && file === undefined) return { kind: 'preview', token, picture: null };
  return name === mediaPath && file !== undefined ? { kind: 'preview', token, picture: file } : null;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Content types of the window's own files; a file of another kind is not served. */
const pageTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
  aff: 'text/plain; charset=utf-8',
  dic: 'text/plain; charset=utf-8',
};

/** The content type of a file of the window, or null. */
export function pageType(file: string): string | null {
  const ending = /\.([a-z0-9]+)$/.exec(file)?.[1] ?? '';
  return Object.hasOwn(pageTypes, ending) ? (pageTypes[ending] ?? null) : null;
}

/** What the window's page may load and run: its own files, and pictures it holds in memory. Nothing inline. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-src ${appOrigin}/${previewPath}/`,
  "frame-ancestors 'none'",
].join('; ');

/** An exported page in the preview: its own inline style and its pictures, no script, no way out of its frame. */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `img-src ${appOrigin}`,
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${appOrigin}`,
  'sandbox',
].join('; ');

/** A picture opened by itself is powerless. */
export const mediaPolicy = "default-src 'none'; sandbox";
