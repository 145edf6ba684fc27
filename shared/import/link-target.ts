import { linkAddress } from '../article/address';

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
];
const exact = new Set(trackingParameters.filter((name) => !name.endsWith('*')));
const prefixes = trackingParameters.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return exact.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix));
};

/** Removes tracking parameters from an http or https address; everything else stays as it is written. */
export function withoutTracking(address: string): string {
  const parts = /^(https?:[^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address);
  if (!parts?.[1]) return address;
  const query = (parts[2] ?? '').slice(1);
  const kept = query.split('&').filter((parameter) => !isTracking(parameter.split('=')[0] ?? ''));
  const fragment = /^#:~:text=/.test(parts[3] ?? '') ? '' : (parts[3] ?? '');
  const isTouched = kept.join('&') !== query;
  return (
    parts[1] +
    (isTouched
      ? kept.map((parameter, at) => (at === 0 ? '?' : '&') + parameter).join('')
      : (parts[2] ?? '')) +
    fragment
  );
}

/** Google Docs wraps every link of a published document in a redirect that counts the click. */
function unwrapped(address: string): string {
  const wrapped = /^https?:\/\/www\.google\.[a-z.]+\/url\?(.*)$/i.exec(address)?.[1];
  if (wrapped === undefined) return address;
  const inner = /(?:^|&)(?:q|url)=([^&#]+)/.exec(wrapped)?.[1];
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
 * judged; a scheme-relative "//host" is https. `cleanLinks` removes tracking parameters and click counters.
 */
export function linkTarget(written: string, cleanLinks: boolean): string | null {
  // A long address is wrapped by mail programs and Word; what remains must still pass the allow-list.
  const whole = written.replace(/[\t\n\r]/g, '').trim();
  const absolute = whole.startsWith('//') ? `https:${whole}` : whole;
  const address = linkAddress(absolute);
  if (address === null || !cleanLinks) return address;
  return linkAddress(withoutTracking(unwrapped(address)));
}
