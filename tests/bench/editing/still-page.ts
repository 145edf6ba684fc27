import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { openWorkClock, quiet } from './work';

/**
 * Our window as HTML that stands still: all its elements with its stylesheets and what its fields hold, without its program
 * and without the text of the article. `.body` is empty, and the article's first ad break is the pattern `#break`.
 * The stylesheets are those of the last build.
 */
export async function stillPage(window: Page): Promise<string> {
  // The panes are filled when the window has time for it.
  await quiet(await openWorkClock(window));
  const html = (await window.evaluate(`(() => {
    const page = document.documentElement.cloneNode(true);
    const fields = 'input, textarea';
    const shown = document.querySelectorAll(fields);
    page.querySelectorAll(fields).forEach((field, index) => {
      if (field.localName === 'textarea') field.textContent = shown[index].value;
      else field.setAttribute('value', shown[index].value);
    });
    for (const program of page.querySelectorAll('script, link:not([rel=stylesheet])')) program.remove();
    const pattern = document.createElement('template');
    pattern.id = 'break';
    pattern.innerHTML = page.querySelector('.body .card-adBreak')?.outerHTML ?? '';
    page.querySelector('head').append(pattern);
    page.querySelector('.body').replaceChildren();
    return '<!doctype html>' + page.outerHTML;
  })()`)) as string;
  const built = pathToFileURL(join(import.meta.dirname, '../../../out/renderer/'));
  return html.replaceAll(/(<link[^>]* href=")(?:[^"]*\/)?(assets\/)/g, `$1${built.href}$2`);
}
