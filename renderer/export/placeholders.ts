import { adSize } from '../../shared/adbreaks';

/** Every advertisement's size that a page names, as "300x250", by the markup of each target. */
const sizesIn = (html: string): ReadonlySet<string> =>
  new Set([
    ...[...html.matchAll(/data-ad-size="(\d+x\d+)"/g)].map(([, size]) => size ?? ''),
    ...[...html.matchAll(/data-ad-sizes="\[\[(\d+),(\d+)\]\]"/g)].map(
      ([, width, height]) => `${width}x${height}`,
    ),
    ...[...html.matchAll(/<amp-ad width="(\d+)" height="(\d+)"/g)].map(
      ([, width, height]) => `${width}x${height}`,
    ),
  ]);

/** A box in the true size of an advertisement, drawn where the site's script would put one. */
function boxOf(size: string): string {
  const { width, height } = adSize(size);
  const places = [
    `aside[data-ad-size="${size}"] [data-ad-text=label]::after`,
    `[data-ad-sizes="[[${width},${height}]]"]::after`,
    `amp-ad[width="${width}"][height="${height}"]::after`,
  ];
  return `${places.join(',')}{content:"${width} × ${height}";display:grid;place-items:center;box-sizing:border-box;width:${width}px;max-width:100%;height:${height}px;margin:6px auto;border:1px dashed #888;background:#8883;color:inherit;letter-spacing:0}`;
}

/** The page with a placeholder in every ad break, for the preview only: what is exported has none. */
export function withPlaceholders(html: string): string {
  const style = `<style>${[...sizesIn(html)].map(boxOf).join('')}</style>`;
  return html.includes('</head>') ? html.replace('</head>', () => `${style}</head>`) : style + html;
}
