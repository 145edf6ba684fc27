import type { Article, IgnoredCheck } from '../article/article';
import type { Finding } from './finding';

/** Why the writer left this finding, or null while it is open. */
export function ignoredReason(
  ignored: readonly IgnoredCheck[],
  code: string,
  excerpt: string,
): string | null {
  return ignored.find((each) => each.code === code && each.excerpt === excerpt)?.reason ?? null;
}

/** Errors block the export for a reason that no reason outweighs. */
export const mayBeIgnored = (finding: Pick<Finding, 'severity'>): boolean => finding.severity !== 'error';

/** The article with a finding left as it is for a reason; unchanged for an error. */
export function ignoreFinding(article: Article, finding: Finding, reason: string): Article {
  if (!mayBeIgnored(finding)) return article;
  const others = article.ignoredChecks.filter(
    (each) => each.code !== finding.code || each.excerpt !== finding.excerpt,
  );
  return {
    ...article,
    ignoredChecks: [...others, { code: finding.code, excerpt: finding.excerpt, reason }],
  };
}

/** The article with a finding open again. */
export function heedFinding(article: Article, finding: Pick<Finding, 'code' | 'excerpt'>): Article {
  const kept = article.ignoredChecks.filter(
    (each) => each.code !== finding.code || each.excerpt !== finding.excerpt,
  );
  return kept.length === article.ignoredChecks.length ? article : { ...article, ignoredChecks: kept };
}
