import { $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../renderer/app/pasted';
import type { ArticleEditor } from '../../renderer/editor/article-editor';
import { registerBlockWork } from '../../renderer/editor/block-work';
import { duplicated } from '../../renderer/editor/duplicated';
import type { Block } from '../../shared/article/block';
import { article } from '../../shared/article/build';
import { defaultDeskSettings } from '../../shared/article/desk-settings';
import { parseArticle, serialiseArticle } from '../../shared/article/file';
import type { Quotation } from '../../shared/article/quotation';
import type { Source } from '../../shared/article/source';
import { fragment } from '../../shared/export/fragment';
import { publish } from '../../shared/export/publish';
import { pageEditor } from './page-editor';

/** What a feature folder is expected to do with its block or inline. */
export interface Chapters {
  /** Name of the folder. */
  readonly feature: string;
  /** A block that the feature makes, or one in which its inline stands. */
  readonly block: Block;
  readonly quotations?: readonly Quotation[];
  readonly sources?: readonly Source[];
  /** Makes `made` (or `block`) in an editor whose page is one empty paragraph; null where nobody makes it by hand. */
  readonly create: ((page: ArticleEditor) => void) | null;
  readonly made?: unknown;
  /** The copy where it differs: what has an identity of its own gets a new one. */
  readonly copy?: unknown;
  /** As it stands in `article.json`. */
  readonly file: unknown;
  /** As it leaves for a CMS; '' for what is never published. */
  readonly html: string;
  /** What comes back from that HTML, where it is not the block itself. */
  readonly fromHtml?: readonly Block[];
}

/** The page as it is read from Lexical's nodes, not from what was remembered. */
const afresh = (page: ArticleEditor): readonly Block[] => {
  const body = page.body.read();
  const other = pageEditor();
  other.body.load(body);
  return other.lexical.read(() =>
    $getRoot()
      .getChildren()
      .map((node) => other.conversion.$nodeToBlock(node)),
  );
};

/** Puts the caret at the end of the page and does `act` there, in one update. */
export const atEnd = (page: ArticleEditor, $act: () => void): void =>
  page.lexical.update(
    () => {
      $getRoot().selectEnd();
      $act();
    },
    { discrete: true },
  );

/** Chooses an entry of the "/" menu on the empty paragraph. */
export const bySlash = (id: string) => (page: ArticleEditor) => {
  const item = page.slashItems.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`No entry "${id}" in the menu`);
  atEnd(page, () => item.run(page.lexical));
};

/** The same chapters for every feature, in the same order: create, copy, to file, from file, to HTML, from HTML. */
export function chapters(given: Chapters): void {
  const { feature, block, quotations = [], sources = [], create, file, html } = given;
  const whole = article({ slug: 'a', headline: 'A', quotations, sources }, block);

  describe(feature, () => {
    it('create', () => {
      if (!create) return expect(pageEditor().slashItems.map(({ id }) => id)).not.toContain(feature);
      const page = pageEditor();
      const stop = registerBlockWork(page.lexical, page.conversion);
      page.body.load([]);
      create(page);
      // What was only queued is done before it is read.
      page.lexical.update(() => undefined, { discrete: true });
      expect(afresh(page)).toContainEqual(given.made ?? block);
      stop();
    });

    it('copy', () => {
      const records = new Map(quotations.map((record) => [record.id, record]));
      const copy = duplicated([block], records);
      expect(copy.blocks).toEqual([given.copy ?? block]);
      expect(copy.quotations.map(({ sourceId }) => sourceId)).toEqual(
        quotations.map(({ sourceId }) => sourceId),
      );
    });

    it('to file', () => {
      const page = pageEditor();
      page.body.load([block]);
      const text = serialiseArticle({ ...whole, body: afresh(page) });
      expect(JSON.parse(text).body).toEqual([file]);
    });

    it('from file', () => {
      const text = JSON.stringify({ ...JSON.parse(serialiseArticle(whole)), body: [file] });
      const parsed = parseArticle(text);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const page = pageEditor();
      page.body.load(parsed.value.body);
      expect(afresh(page)).toEqual([block]);
      const node = page.lexical.read(() => $getRoot().getFirstChild()?.getType());
      // A block of its own is not kept as one that nobody knows.
      if (block.kind !== 'unknown') expect(node).not.toBe('card-unknown');
    });

    it('to HTML', () => {
      const published = publish(whole, defaultDeskSettings, { canonicalUrl: null });
      if (!published.ok) throw new Error(JSON.stringify(published.error));
      expect(fragment(published.value.article, 'neutral')).toBe(html);
    });

    it('from HTML', () => {
      const read = readPasted(html, true, () => undefined);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const page = pageEditor();
      page.body.load(read.value.blocks);
      expect(page.body.read()).toEqual(given.fromHtml ?? [block]);
    });
  });
}
