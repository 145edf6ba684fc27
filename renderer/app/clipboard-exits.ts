import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fragment } from '../../shared/export/fragment';
import { plainBody } from '../../shared/export/plain-text';
import { publish } from '../../shared/export/publish';

/** A part of an article as HTML and as text for other programs, or null where the terms keep it here. @public: loaded late. */
export function leavingForms(
  part: Article,
  desk: DeskSettings,
): { readonly html: string; readonly text: string } | null {
  const published = publish(part, desk, { canonicalUrl: null });
  if (!published.ok) return null;
  const { article } = published.value;
  return { html: fragment(article, 'none'), text: plainBody(article) };
}
