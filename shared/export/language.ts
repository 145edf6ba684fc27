import { createWordCounter } from '../article/words';

/** Languages written from right to left in their usual script. */
const rightToLeft = new Set('ar arc ckb dv fa he ks ku-Arab nqo pa-Arab ps sd syr ug ur yi'.split(' '));

/** The direction of text in a language; a script subtag such as "Arab" or "Latn" decides first. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', second = ''] = tag.split('-');
  if (/^(?:Arab|Aran|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/i.test(second)) return 'rtl';
  if (/^[A-Za-z]{4}$/.test(second)) return 'ltr';
  return rightToLeft.has(language.toLowerCase()) ? 'rtl' : 'ltr';
}

/** Formatters cost a millisecond each to make, and a batch export asks for the same ones again and again. */
function remembered<Made>(make: (language: string) => Made): (language: string) => Made {
  const known = new Map<string, Made>();
  return (language) => {
    // For a language that Intl does not know it takes the machine's own; two machines would give two texts.
    const [locale = 'en'] = Intl.DateTimeFormat.supportedLocalesOf(language);
    const made = known.get(language) ?? make(locale);
    known.set(language, made);
    return made;
  };
}

const dayFormat = remembered(
  (language) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }),
);
const listFormat = remembered((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** The counter of words for a language. */
export const counterFor = remembered(createWordCounter);

/** The day of a moment as it was where the moment was written down: "28 February 2026" for "2026-02-28T23:30:00-05:00". */
export function dayInWords(moment: string, language: string): string {
  const [year = 0, month = 1, day = 1] = moment.slice(0, 10).split('-').map(Number);
  return dayFormat(language).format(new Date(Date.UTC(year, month - 1, day)));
}

/**
 * A moment as the clock showed it where `like` was written down. An article's changes are kept in universal time, and in the
 * evening of New York that is the next day.
 */
export function inZoneOf(moment: string, like: string): string {
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(like)?.[0] ?? 'Z';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(moment) + offset).toISOString().slice(0, 19) + zone;
}

/** Names in a row as the language writes them: "Ada Field, Ben Okri and Zoë Núñez". */
export function namesInRow(names: readonly string[], language: string): string {
  return listFormat(language).format(names);
}

/** The few words that an export adds to the text of the article. */
export interface Wording {
  readonly by: string;
  readonly correction: string;
  readonly clarification: string;
  readonly corrections: string;
  readonly updated: string;
  readonly advertisement: string;
  readonly factBox: string;
  readonly untitled: string;
}

const english: Wording = {
  by: 'By',
  correction: 'Correction',
  clarification: 'Clarification',
  corrections: 'Corrections',
  updated: 'Updated',
  advertisement: 'Advertisement',
  factBox: 'Fact box',
  untitled: 'Untitled',
};

const wordings: Readonly<Record<string, Wording>> = {
  en: english,
  de: {
    by: 'Von',
    correction: 'Korrektur',
    clarification: 'Klarstellung',
    corrections: 'Korrekturen',
    updated: 'Aktualisiert',
    advertisement: 'Anzeige',
    factBox: 'Kasten',
    untitled: 'Ohne Titel',
  },
  fr: {
    by: 'Par',
    correction: 'Rectificatif',
    clarification: 'Précision',
    corrections: 'Rectificatifs',
    updated: 'Mis à jour',
    advertisement: 'Publicité',
    factBox: 'Encadré',
    untitled: 'Sans titre',
  },
  es: {
    by: 'Por',
    correction: 'Corrección',
    clarification: 'Aclaración',
    corrections: 'Correcciones',
    updated: 'Actualizado',
    advertisement: 'Publicidad',
    factBox: 'Recuadro',
    untitled: 'Sin título',
  },
  it: {
    by: 'Di',
    correction: 'Rettifica',
    clarification: 'Precisazione',
    corrections: 'Rettifiche',
    updated: 'Aggiornato',
    advertisement: 'Pubblicità',
    factBox: 'Scheda',
    untitled: 'Senza titolo',
  },
  nl: {
    by: 'Door',
    correction: 'Correctie',
    clarification: 'Verduidelijking',
    corrections: 'Correcties',
    updated: 'Bijgewerkt',
    advertisement: 'Advertentie',
    factBox: 'Kader',
    untitled: 'Zonder titel',
  },
  pt: {
    by: 'Por',
    correction: 'Correção',
    clarification: 'Esclarecimento',
    corrections: 'Correções',
    updated: 'Atualizado',
    advertisement: 'Publicidade',
    factBox: 'Caixa',
    untitled: 'Sem título',
  },
};

/** The added words in the article's language, English where it has none yet. */
export const wordingIn = (language: string): Wording =>
  wordings[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
