/*
 * Lines that other systems print where an advertisement stands. In our model such a line is an ad break: structure,
 * never text. A line counts only if the wording is all of it; "The advertisement was pulled" is a sentence.
 */

/** Labels above an advertisement, by language, lower case. */
const labels = [
  // English
  'advertisement',
  'advertisements',
  'advertisment',
  'advert',
  'ad',
  'advertising',
  'sponsored',
  'sponsored content',
  'sponsor message',
  'sponsored message',
  // German
  'anzeige',
  'anzeigen',
  'werbung',
  'werbeanzeige',
  // French
  'publicité',
  'pub',
  'annonce',
  // Spanish, Portuguese, Galician, Catalan
  'publicidad',
  'publicidade',
  'publicitat',
  'anuncio',
  'anúncio',
  // Italian
  'pubblicità',
  'annuncio pubblicitario',
  // Dutch, Scandinavian, Finnish
  'advertentie',
  'reclame',
  'annons',
  'annonser',
  'reklam',
  'reklame',
  'annonse',
  'mainos',
  // Polish, Czech, Slovak, Hungarian, Romanian
  'reklama',
  'inzerce',
  'hirdetés',
  'publicitate',
  // Greek, Turkish, Russian, Ukrainian
  'διαφήμιση',
  'ilan',
  'реклама',
  // Chinese, Japanese, Korean, Arabic, Hebrew, Hindi
  '广告',
  '廣告',
  '広告',
  '광고',
  'إعلان',
  'פרסומת',
  'विज्ञापन',
];

const story = '(?:the |this )?(?:article|story|post|text|report|interview|column|content|video|live blog)';
const goesOn = '(?:continues?|resumes?|to be continued|continued)';
const ads =
  "(?:the |this |our )?(?:ads?|adverts?|advertise?ments?|advertising|sponsored (?:content|message)|sponsor(?:s|’s|'s)? (?:message|break)|commercial(?: break)?|break|promotion|newsletter promotion|free newsletter signup|newsletter signup)";

/** Whole lines that say that the story goes on behind an advertisement. Written without case. */
const continuations: readonly RegExp[] = [
  // English: "Article continues after advertisement", "Story continues below", "Continue reading below"
  new RegExp(
    `^${story} ${goesOn} (?:(?:just )?(?:below|after|beneath|under|following)(?: ${ads})?(?: below)?|${ads})$`,
  ),
  new RegExp(`^${goesOn} (?:reading )?(?:below|after|beneath)(?: ${ads})?$`),
  /^(?:continue reading|keep reading|scroll (?:down )?(?:to|for) (?:continue(?: reading)?|(?:the )?rest(?: of (?:the )?(?:article|story))?))(?: (?:the )?(?:main )?(?:article|story|post))?(?: (?:below|after(?: the)? (?:ad|advert|advertisement|break)))?$/,
  /^continue reading the main story$/,
  /^(?:skip|jump) (?:past |over )?(?:the )?(?:ad|advert|advertisement)$/,
  /^(?:advertisement|ad|advert)[ :–—-]+(?:(?:article|story|post) continues? below|(?:scroll|continue|skip) .{1,30})(?: (?:this |the )?(?:ad|advert|advertisement))?$/,
  /^(?:article|story) continues? below (?:this )?(?:ad|advert|advertisement)$/,
  /^(?:we|i)['’]ll be right back after (?:this|these) (?:ads?|messages?|break)$/,
  // German: "Artikel wird nach der Anzeige fortgesetzt", "Weiter nach der Werbung", "Der Artikel geht nach der Anzeige weiter"
  /^(?:(?:der|dieser) )?(?:artikel|beitrag|text|bericht|die geschichte) (?:wird )?(?:geht )?(?:nach|unter|hinter)(?:halb)? (?:der|dieser) (?:anzeige|werbung|werbeanzeige|werbepause) (?:fortgesetzt|weiter)$/,
  /^(?:weiter(?:lesen)?|lesen sie weiter|mehr) (?:nach|unter|hinter) (?:der|dieser) (?:anzeige|werbung|werbeanzeige|werbepause)$/,
  /^nach (?:der|dieser) (?:anzeige|werbung|werbepause) (?:geht es weiter|geht['’]s weiter|weiterlesen)$/,
  /^(?:anzeige|werbung) (?:überspringen|schließen|endet hier)$/,
  // French: "La suite après la publicité", "Article continue après la publicité"
  /^(?:la |lire la )?suite (?:de (?:l['’]article|votre article|la vidéo) )?(?:après|apres|sous|plus bas après) (?:la |cette )?(?:publicité|pub|annonce)$/,
  /^(?:l['’]|cet )?article (?:se poursuit|continue|se poursuivra) (?:après|apres|sous) (?:la |cette )?(?:publicité|pub|annonce)$/,
  /^(?:la )?suite (?:de l['’]article )?(?:ci-dessous|plus bas)$/,
  // Spanish
  /^(?:(?:el|este) )?(?:artículo|articulo|contenido|texto|la noticia|noticia|historia|la historia) (?:continúa|continua|sigue) (?:después|despues|tras|debajo|abajo|luego)(?: de)?(?: (?:la|este|esta|el))? (?:publicidad|anuncio|pausa)$/,
  /^(?:continúa|continua|sigue|seguir|continuar) (?:leyendo )?(?:después|despues|tras|debajo)(?: de)?(?: (?:la|este|esta|el))? (?:publicidad|anuncio)$/,
  /^(?:la noticia|el artículo|este artículo) (?:continúa|sigue) (?:abajo|más abajo|a continuación)$/,
  // Portuguese
  /^(?:o |este )?(?:artigo|texto|a notícia|notícia|conteúdo|a reportagem) continua (?:após|depois d[aeo]|abajo|abaixo d[aeo]?) ?(?:a |o |esta |este )?(?:publicidade|anúncio|propaganda)$/,
  /^continua (?:após|depois d[aeo]) ?(?:a |o )?(?:publicidade|anúncio|propaganda)$/,
  // Italian
  /^(?:l['’])?(?:articolo|il testo|la notizia) (?:continua|prosegue) (?:dopo|sotto) (?:la |questa )?(?:pubblicità|pubblicita|annuncio)$/,
  /^(?:continua|prosegui|continua a leggere) (?:la lettura )?(?:dopo|sotto) (?:la |questa )?(?:pubblicità|pubblicita)$/,
  // Dutch
  /^(?:(?:het|dit) )?(?:artikel|verhaal|tekst|bericht) (?:gaat )?(?:verder|loopt door) (?:na|onder) (?:de |deze )?(?:advertentie|reclame)$/,
  /^(?:lees )?verder (?:na|onder) (?:de |deze )?(?:advertentie|reclame)$/,
  // Danish, Norwegian, Swedish
  /^(?:artiklen|artikkelen|saken|artikeln|texten|historien) (?:fortsætter|fortsetter|fortsätter) (?:efter|etter|under|nedenfor) ?(?:annoncen|annonsen|reklamen|reklamepausen)?$/,
  // Polish, Czech
  /^(?:dalsza|dalszy) (?:część|ciąg)(?: artykułu| tekstu)? (?:pod|po|poniżej) (?:reklamą|reklamie|reklamy)$/,
  /^(?:článek pokračuje|pokračování článku) (?:po|pod|za) (?:reklamou|reklamě|inzercí)$/,
  // Russian
  /^(?:статья|материал|текст) (?:продолжается|продолжение) после рекламы$/,
  /^продолжение (?:после|под) реклам(?:ы|ой)$/,
];

/** A line as it is compared: one space, no case, no ornaments around it ("— ADVERTISEMENT —", "[Anzeige]", "***"). */
function plain(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/gu, ' ')
    .replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
    .toLocaleLowerCase('en');
}

const known = new Set(labels.map((label) => label.normalize('NFC').toLocaleLowerCase('en')));

/**
 * Whether a line is nothing but the mark of an advertisement: a label ("ADVERTISEMENT", "Anzeige", "Publicité") or
 * the promise that the story goes on ("Article continues after advertisement", "La suite après la publicité"), in
 * the languages above or in the wording of the house. Never true for a sentence that only contains such words.
 */
export function isContinuationLine(text: string, houseWording: readonly string[] = []): boolean {
  if (text.length > 160) return false;
  const line = plain(text);
  if (line === '') return false;
  if (houseWording.some((wording) => plain(wording) === line)) return true;
  if (isLabel(line, text)) return true;
  if (continuations.some((pattern) => pattern.test(line))) return true;
  // "Advertisement. Article continues below", "ADVERTISEMENT – CONTINUE READING BELOW"
  const parts = line.split(/\s*[.:|/·•–—]\s*|\s+-\s+|\n/).filter(Boolean);
  return (
    parts.length === 2 &&
    parts.every((part) => known.has(part) || continuations.some((pattern) => pattern.test(part)))
  );
}

/** Short labels ("ad", "pub") are words of other languages too: only in capitals or alone with a mark do they count. */
function isLabel(line: string, written: string): boolean {
  if (!known.has(line)) return false;
  if (line.length > 4) return !/[?!]$/.test(written.trim());
  return written.trim() === written.trim().toUpperCase() || /\P{ASCII}/u.test(line);
}
