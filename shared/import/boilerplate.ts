/*
 * Lines that a site prints around a story and that are not the story. They are set apart and offered, never lost, and
 * never taken for the headline. Rules are whole-line: a sentence that mentions a newsletter is a sentence.
 */

interface BoilerplateRule {
  readonly name: string;
  readonly line: RegExp;
  /** Only before the story: after it such a line may be its last words. */
  readonly onlyBefore?: true;
}

const shareWord =
  '(?:share|share this(?: article| story| page)?|tweet|post|pin|pin it|e-?mail|mail|print|save|copy(?: link)?|copied|link|comments?|listen|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|bluesky|threads|mastodon|messenger|instagram|flipboard|pocket|tumblr|pinterest|google\\+?|youtube|rss|more|sms|bookmark|gift(?: this)?(?: article)?|\\d+)';

const rules: readonly BoilerplateRule[] = [
  {
    name: 'navigation',
    line: /^(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|article|menu|search|footer)$/i,
  },
  {
    name: 'navigation',
    line: /^(?:menu|main menu|search|home|homepage|sections|sign in|sign up|log ?in|log ?out|register|my account|subscribe(?: now| today)?|newsletters?|close|open menu|toggle navigation|back to top|cookie (?:policy|settings)|accept(?: all)?(?: cookies)?|privacy policy|terms of (?:use|service)|contact us|about us)$/i,
  },
  {
    name: 'breadcrumb',
    line: /^[\p{L}\p{N}&’' .-]{1,30}(?:\s*[>›»]\s*[\p{L}\p{N}&’' .-]{1,40}){1,6}$/u,
  },
  {
    name: 'breadcrumb',
    line: /^[\p{L}\p{N}&’' .-]{1,24}(?:\s*[|•·]\s*[\p{L}\p{N}&’' .-]{1,24}){2,12}$/u,
    onlyBefore: true,
  },
  {
    name: 'share',
    line: /^(?:share|share (?:on|via|to|with)\b.{0,40}|share this (?:article|story|page|post)\b.{0,30})$/i,
  },
  {
    name: 'share',
    line: new RegExp(`^${shareWord}(?:[\\s,|·•/:-]+(?:on |via |to |by )?${shareWord}){1,20}$`, 'i'),
  },
  {
    name: 'newsletter',
    line: /^(?:.{0,60}[.?!:] )?(?:sign[ -]?up|subscribe|get|join|register)\b(?=.*\b(?:newsletters?|inbox|e-?mail(?:s| alerts?| updates?)?|mailing list|alerts|daily briefing|bulletin)\b).{0,180}$/i,
  },
  {
    name: 'newsletter',
    line: /^(?:enter your e-?mail|your e-?mail(?: address)?|thank you for (?:subscribing|signing up))\b.{0,100}$/i,
  },
  {
    name: 'subscription',
    line: /^(?:subscribe|become a (?:member|subscriber|supporter)|support (?:our|independent|quality|local) (?:\w+ )?journalism|already a (?:subscriber|member)|donate(?: now| today)?|make a (?:donation|contribution)|to continue reading|create (?:a|your) free account)\b.{0,160}$/i,
  },
  {
    name: 'related',
    line: /^(?:related|related (?:articles?|stories|content|links|news|topics?|coverage)|read (?:more|also|next)|see also|also read|more (?:on|from|stories|news|coverage|like this)|most (?:read|popular|viewed|shared)|recommended(?: (?:for you|stories|reading|articles))?|trending(?: now)?|top stories|latest news|you (?:might|may) (?:also )?(?:like|be interested in)|up next|don['’]t miss|editor['’]?s['’]? picks|popular now|in other news)(?:\s*:.{0,200}|\s*(?:in|on|about|from)\s.{0,60}|\s*[›»>])?$/i,
  },
  {
    name: 'follow',
    line: /^(?:follow|like|find|join)\s+(?:us|@?[\p{L}\p{N}_ .]{1,40})\s+on\s+(?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|tiktok|threads|bluesky|google news|apple news)\b.{0,120}$/iu,
  },
  { name: 'follow', line: /^(?:download|get) (?:our|the) (?:[\p{L}]+ )?(?:app|podcast)\b.{0,100}$/iu },
  {
    name: 'copyright',
    line: /^(?:©|\(c\)|copyright\b).{0,200}$/i,
  },
  { name: 'copyright', line: /^.{0,160}\ball rights reserved\b.{0,120}$/i },
  {
    name: 'comments',
    line: /^(?:(?:view|show|hide|leave|post|add|write|see|read|join|be the first to)\b.{0,20}\bcomments?\b.{0,30}|\d+ comments?|comments? (?:are closed|\(\d+\)))$/i,
  },
  {
    name: 'tagline',
    line: /^.{0,60}\b(?:since|est\.?|established(?: in)?|founded(?: in)?) 1[6-9]\d\d\.?$/i,
    onlyBefore: true,
  },
  {
    name: 'tagline',
    line: /^(?=.{0,90}$)(?:the |your )?(?:.{0,40}\b)?(?:news you can (?:trust|use)|all the news\b.*|independent journalism\b.*|fearless journalism\b.*|your (?:trusted|daily|local|number one|no\. ?1)\b.*\b(?:source|news|paper|guide)\b.*|(?:latest|breaking) news(?:,| and| from| &| \|).*|the (?:voice|home) of .*|trusted (?:news|journalism).*)$/i,
    onlyBefore: true,
  },
  {
    name: 'reading-time',
    line: /^(?:\d{1,3}[ -]?min(?:ute)?s?(?: read| to read| ago)?|reading time:? .{1,20}|listen to this (?:article|story).{0,20}|audio (?:version|article).{0,20})$/i,
  },
];

/** The name of the rule that makes a line boilerplate, or null. `place`: where the line stands beside the story. */
export function boilerplateRule(line: string, place: 'before' | 'inside' | 'after'): string | null {
  const text = line.replace(/[\s\u00a0]+/g, ' ').trim();
  if (text === '' || text.length > 260) return null;
  const rule = rules.find(
    (candidate) => (place === 'before' || !candidate.onlyBefore) && candidate.line.test(text),
  );
  return rule?.name ?? null;
}
