import type { Block } from '../../shared/article/block';
import { ok, type Result } from '../../shared/base/result';
import { readHtml } from '../../shared/import/html';
import type { HtmlRefusal } from '../../shared/import/html/parse';
import type { Attachment } from '../../shared/import/html/pictures';

/** What stands in HTML that was pasted or dropped. */
export interface Pasted {
  readonly blocks: readonly Block[];
  /** Pictures inside the HTML; image blocks name them by `file` until they are stored. */
  readonly attachments: readonly Attachment[];
}

/** Reads HTML of another program as it is pasted; `progress` hears the share read, from 0 to 1. */
export function readPasted(
  html: string,
  cleanLinks: boolean,
  progress: (share: number) => void,
): Result<Pasted, HtmlRefusal> {
  const reading = readHtml(html, {
    purpose: 'paste',
    cleanLinks,
    ids: () => crypto.randomUUID(),
    localPicture: () => null,
    progress,
  });
  return reading.ok ? ok({ blocks: reading.value.blocks, attachments: reading.value.attachments }) : reading;
}
