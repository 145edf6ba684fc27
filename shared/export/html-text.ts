/** Text as it stands between tags. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text as it stands in an attribute in double quotes. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** The attributes of a tag, each with a space before it; null and false leave one out, true gives its name alone. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === null || value === false) return '';
      return value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`;
    })
    .join('');
}

/** The address of a file in the media folder, relative to the page. */
export const mediaAddress = (file: string): string =>
  `media/${encodeURIComponent(file).replace(/'/g, '%27')}`;

/** The same with the address of the page in front, where it is known: what Open Graph and search engines ask for. */
export function absoluteMedia(file: string, page: string | null): string {
  const folder = page === null ? '' : (/^[a-z]+:\/\/[^/?#]+(?:[^?#]*\/)?/i.exec(page)?.[0] ?? '');
  return `${folder}${folder === '' || folder.endsWith('/') ? '' : '/'}${mediaAddress(file)}`;
}

/** An address in the characters that a URI may have (RFC 3986); readers and writers may use others. */
export const ascii = (address: string): string => address.replace(/[^\u0021-\u007e]+/g, encodeURIComponent);
