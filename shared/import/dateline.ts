/** A paragraph parted at its dateline. `dateline` and `rest` together hold every visible character. */
export interface PartedDateline {
  /** As written, with the dash that ends it: "WASHINGTON (AP) —". */
  readonly dateline: string;
  /** Length in UTF-16 code units of dateline and white space: where `rest` begins. */
  readonly length: number;
}

const capitals = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]*";
const namePart = `(?:${capitals}|(?:${capitals})?(?:St|Mc|Mac)\\.? ?${capitals}|\\d{1,2})`;
/** "MOSCOW", "NEW YORK", "ST. JOHN’S": the city in capitals. */
const capitalCity = `${namePart}(?: (?:${namePart}|(?:de|del|la|las|los|el|al|of|and|the|sur|am|an der|upon|le)))*`;
/** "N.H.", "Burma", "South Carolina", "Ont.", "Feb. 3": what may follow the city after a comma. */
const region = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|\\d{1,2}|of|and|the))*";
const agency = '(?:\\([\\p{Lu}][\\p{L}\\p{M} .&/-]{0,30}\\)|, ?\\p{Lu}{2,}|/PRNewswire/)';
const dash = '(?:[—–―]|--{1,2}|-)';

const places = `(?:${capitalCity})(?:(?:/|, | and )(?:${region}|${capitalCity}))*(?: ?${agency})?`;
const inCapitals = new RegExp(`^${places} ?(?:${dash})(?=\\s)`, 'u');
const onItsOwn = new RegExp(`^${places}(?: ?${dash})?$`, 'u');
const agencies =
  '(?:AP|AFP|Reuters|REUTERS|UPI|dpa|DPA|epd|KNA|APA|SDA|sda|Keystone-SDA|EFE|ANSA|Ansa|TASS|Tass|Interfax|Xinhua|PA|PTI|ANI|IANS|Kyodo|Yonhap|Belga|ANP|TT|NTB|Ritzau|STT|PAP|CTK|ČTK|MTI|Lusa|LUSA|Agerpres|Ukrinform|Bloomberg|BBC|CNN|SID|sid|CNA|NNA|RIA|AAP|CP|JTA|RNS|CNS)';
/** "Berlin (dpa) –", "Paris (AFP) —", "London (Reuters) -": an agency's name stands for the capitals. */
const withAgency = new RegExp(`^${region}(?:(?:/|, )${region})* ?\\(${agencies}\\) ?(?:${dash})(?=\\s)`, 'u');
/** Words in capitals before a dash that are no places. */
const noPlaces =
  /^(?:BREAKING|UPDATE[DS]?|EXCLUSIVE|OPINION|ANALYSIS|WATCH|VIDEO|PHOTOS?|LIVE|NOTE|EDITOR|CORRECTION|CLARIFICATION|READ|MORE|NEWS|TK|Q|A|I|FULL TEXT|ABSTRACT|YES|NO|OK|USA|U\.S|THE|WHO|WHAT|WHY|HOW|WHEN|WHERE)\b(?! [A-Z])/u;

/**
 * The dateline that begins the first paragraph of a report: "MOSCOW —", "WASHINGTON (AP) —", "MANCHESTER, N.H. -",
 * "Berlin (dpa) –". null where the paragraph begins otherwise. (AP Stylebook, "datelines": city in capitals, state or
 * country, agency, dash.)
 */
export function partDateline(paragraph: string): PartedDateline | null {
  const text = paragraph.slice(0, 120);
  const found = inCapitals.exec(text) ?? withAgency.exec(text);
  if (!found || found[0].length > 90) return null;
  const dateline = found[0];
  if (!canBePlace(dateline)) return null;
  const rest = paragraph.slice(dateline.length);
  const space = /^\s+/.exec(rest)?.[0].length ?? 0;
  return rest.length === space ? null : { dateline, length: dateline.length + space };
}

/**
 * Whether a whole paragraph is a dateline: "PORT ELLERY", "HARLE, Norfolk". It looks like any line in capitals, so ask only
 * where a dateline is due.
 */
export const isDateline = (paragraph: string): boolean =>
  paragraph.length <= 60 && onItsOwn.test(paragraph) && canBePlace(paragraph);

const canBePlace = (text: string): boolean =>
  text.replace(/[^\p{L}]/gu, '').length >= 2 && !noPlaces.test(text);
