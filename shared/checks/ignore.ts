import type { Article, IgnoredCheck } from '../article/article';
import type { Finding } from './finding';

/** Why the writer left this finding, or null while it is open. */
export function ignoredReason(ignored: readonly IgnoredCheck[], finding: Named): string | null {
  return ignored.find((each) => isAbout(each, finding))?.reason ?? null;
}

/** What tells a finding from others, wherever it stands. */
type Named = Pick<Finding, 'code' | 'excerpt' | 'keptBy'>;

const isAbout = (each: IgnoredCheck, { code, excerpt, keptBy = excerpt }: Named): boolean =>
  each.code === code && each.excerpt === keptBy;

/** Errors block the export for a reason that no reason outweighs. */
export const mayBeIgnored = (finding: Pick<Finding, 'severity'>): boolean => finding.severity !== 'error';

/** The article with a finding left as it is for a reason; unchanged for an error. */
export function ignoreFinding(article: Article, finding: Finding, reason: string): Article {
  if (!mayBeIgnored(finding)) return article;
  const others = article.ignoredChecks.filter((each) => !isAbout(each, finding));
  const { code, excerpt, keptBy = excerpt } = finding;
  return { ...article, ignoredChecks: [...others, { code, excerpt: keptBy, reason }] };
}

/** The article with a finding open again. */
export function heedFinding(article: Article, finding: Named): Article {
  const kept = article.ignoredChecks.filter((each) => !isAbout(each, finding));
  return kept.length === article.ignoredChecks.length ? article : { ...article, ignoredChecks: kept };
}
