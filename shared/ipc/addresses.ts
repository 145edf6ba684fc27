/** The scheme and host of everything the window loads. No other address answers. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://standfirst`;

/** The window's page. */
export const windowAddress = `${appOrigin}/index.html`;

/** The first part of the path of an article's pictures. */
export const mediaPath = 'media';

/** The first part of the path of an article's pictures as the page shows them: no larger than it needs. */
export const smallPath = 'small';

/** The first part of the path of a page that is shown in the preview's frame. */
export const previewPath = 'preview';

/** The address of the page kept for the preview under `token`; its pictures stand in `media/` beside it. */
export const previewAddress = (token: string): string => `${appOrigin}/${previewPath}/${token}/page.html`;

/** The address under which the window shows `file` of the media folder of the article `slug` of the open desk. */
export const mediaAddress = (slug: string, file: string): string =>
  `${appOrigin}/${mediaPath}/${encodeURIComponent(slug)}/${encodeURIComponent(file)}`;

/** The same picture as the page shows it: no larger than it needs, and upright. */
export const smallAddress = (slug: string, file: string): string =>
  `${appOrigin}/${smallPath}/${encodeURIComponent(slug)}/${encodeURIComponent(file)}`;
