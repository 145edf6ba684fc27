/** The scheme and host of everything the window loads. No other address answers. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://standfirst`;

/** The window's page. */
export const windowAddress = `${appOrigin}/index.html`;

/** The first part of the path of an article's pictures. */
export const mediaPath = 'media';

/** The address under which the window shows `file` of the media folder of the article `slug` of the open desk. */
export const mediaAddress = (slug: string, file: string): string =>
  `${appOrigin}/${mediaPath}/${encodeURIComponent(slug)}/${encodeURIComponent(file)}`;
