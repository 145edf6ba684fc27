import { plainAddress } from '../article/address';

/** Query parameters that only serve to follow a reader. Names that end in * stand for every name that begins so. */
const trackingParameters = [
  'utm_*',
  'mtm_*',
  'pk_*',
  'hsa_*',
  'ns_*',
  'at_medium',
  'at_campaign',
  'fbclid',
  'gclid',
  'gclsrc',
  'gbraid',
  'wbraid',
  'dclid',
  'msclkid',
  'yclid',
  'ysclid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
  'oly_anon_id',
  'oly_enc_id',
  'vero_id',
  'vero_conv',
  'wickedid',
  'rb_clickid',
  's_cid',
  's_kwcid',
  'ef_id',
  'cmpid',
  'ocid',
  'sr_share',
  'spm',
  'smid',
  'smtyp',
  '_ga',
  '_gl',
  '__twitter_impression',
  'ref_src',
  'ref_url',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'srsltid',
  'gad_source',
  'gad_campaignid',
  'mibextid',
  '__cft__*',
  '__tn__',
  '_branch_*',
  'elqtrack*',
  'hsctatracking',
  '__hs*',
  'rdt_cid',
  'sccid',
  'epik',
  'tblci',
  '_kx',
  'ck_subscriber_id',
  'trkcampaign',
  'wt.mc_id',
  'xtor',
];
/** What single sites add when a reader copies an address; elsewhere the same letters may mean a page. */
const ofSites: readonly { readonly host: RegExp; readonly names: readonly string[] }[] = [
  { host: /^(?:[a-z]+\.)?(?:x|twitter)\.com$/i, names: ['s', 't'] },
  { host: /^(?:(?:[a-z]+\.)?youtube\.com|youtu\.be|open\.spotify\.com)$/i, names: ['si'] },
];
const exact = new Set(trackingParameters.filter((name) => !name.endsWith('*')));
const prefixes = trackingParameters.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

function isTracking(name: string, host: string): boolean {
  const lower = name.toLowerCase();
  return (
    exact.has(lower) ||
    prefixes.some((prefix) => lower.startsWith(prefix)) ||
    ofSites.some((site) => site.names.includes(lower) && site.host.test(host))
  );
}

/** Removes tracking parameters from an http or https address; everything else stays as it is written. */
export function withoutTracking(address: string): string {
  const parts = /^(https?:[^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address);
  if (!parts?.[1]) return address;
  const query = (parts[2] ?? '').slice(1);
  const host = /^https?:\/\/([^/:]+)/i.exec(parts[1])?.[1] ?? '';
  const kept = query.split('&').filter((parameter) => !isTracking(parameter.split('=')[0] ?? '', host));
  // What a search engine or a browser marked on the page; the place before it is the page's own.
  const fragment = (parts[3] ?? '').replace(/:~:.*$/, '').replace(/^#$/, '');
  const isTouched = kept.join('&') !== query;
  return (
    parts[1] +
    (isTouched
      ? kept.map((parameter, at) => (at === 0 ? '?' : '&') + parameter).join('')
      : (parts[2] ?? '')) +
    fragment
  );
}

/**
 * Pages that count a click and lead on, and the parameter that says where. Google Docs wraps every link of a published
 * document in one, Outlook every link of a mail, with the address of who received it.
 */
const redirects: readonly { readonly page: RegExp; readonly target: RegExp }[] = [
  { page: /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/i, target: /[?&](?:q|url)=([^&#]+)/ },
  {
    page: /^https?:\/\/[a-z0-9.-]+\.safelinks\.protection\.(?:outlook\.com|outlook\.cn|office365\.us)\/(?:[a-z]+\/)?\?/i,
    target: /[?&]url=([^&#]+)/,
  },
  {
    page: /^https?:\/\/statics\.teams\.cdn\.office\.net\/[^?#]*safelinks[^?#]*\?/i,
    target: /[?&]url=([^&#]+)/,
  },
  {
    page: /^https?:\/\/lm?\.(?:facebook|messenger|instagram)\.com\/(?:l\.php)?\?/i,
    target: /[?&]u=([^&#]+)/,
  },
  { page: /^https?:\/\/slack-redir\.net\/link\?/i, target: /[?&]url=([^&#]+)/ },
  { page: /^https?:\/\/(?:www\.)?youtube\.com\/redirect\?/i, target: /[?&]q=([^&#]+)/ },
  {
    page: /^https?:\/\/www\.linkedin\.com\/(?:redir\/redirect|safety\/go)\/?\?/i,
    target: /[?&]url=([^&#]+)/,
  },
  { page: /^https?:\/\/out\.reddit\.com\/[^?#]*\?/i, target: /[?&]url=([^&#]+)/ },
  { page: /^https?:\/\/duckduckgo\.com\/l\/\?/i, target: /[?&]uddg=([^&#]+)/ },
];

/** Redirects stand in redirects where a mail was sent on; more than this is no mail. */
const mostRedirects = 5;

/** Where an address leads that only counts the click; every other address as it stands. */
function unwrapped(address: string): string {
  let target = address;
  for (let count = 0; count < mostRedirects; count += 1) {
    const inner = unwrappedOnce(target);
    if (inner === target) break;
    target = inner;
  }
  return target;
}

function unwrappedOnce(address: string): string {
  const inner = redirects.find(({ page }) => page.test(address))?.target.exec(address)?.[1];
  if (inner === undefined) return address;
  try {
    const target = decodeURIComponent(inner);
    return /^https?:/i.test(target) ? target : address;
  } catch {
    // A broken escape: the address stays as it came.
    return address;
  }
}

/** Whether `linkTarget` with `cleanLinks` would take something out of an address. */
export function hasTracking(written: string): boolean {
  const address = written.replace(/[\t\n\r]/g, '').trim();
  return withoutTracking(unwrapped(address)) !== address;
}

/**
 * The address of a link or picture as it may stand in the model, or null: only absolute http, https, mailto and tel
 * addresses pass (`linkAddress`). Line breaks and tabs inside an address are taken out as browsers do, then it is
 * judged; a scheme-relative "//host" is https. User names and passwords go; `cleanLinks` removes tracking parameters and click
 * counters as well.
 */
export function linkTarget(written: string, cleanLinks: boolean): string | null {
  // A long address is wrapped by mail programs and Word; what remains must still pass the allow-list.
  const whole = written.replace(/[\t\n\r]/g, '').trim();
  const absolute = whole.startsWith('//') ? `https:${whole}` : whole;
  const address = plainAddress(absolute);
  if (address === null || !cleanLinks) return address;
  return plainAddress(withoutTracking(unwrapped(address)));
}
