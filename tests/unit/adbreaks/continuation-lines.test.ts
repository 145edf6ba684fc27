import { describe, expect, it } from 'vitest';
import { isContinuationLine } from '../../../shared/adbreaks/continuation-lines';

describe('lines that mark an advertisement', () => {
  it.each([
    'Article continues after advertisement',
    'Article continues after this advertisement',
    'ARTICLE CONTINUES BELOW',
    'Story continues below',
    'Story continues below advertisement',
    'Story continues after the ad',
    'This article continues after the advertisement.',
    'The story continues below.',
    'Continue reading below',
    'Continue reading the main story',
    'Scroll to continue',
    'ADVERTISEMENT',
    '- Advertisement -',
    '[Advertisement]',
    'Advertisement – Continue Reading Below',
    'Advertisement. Scroll to continue reading.',
    'Advertisement: Story continues below',
    'AD',
    'Sponsored content',
    'Skip advertisement',
    'Anzeige',
    'ANZEIGE',
    'Werbung',
    'Artikel wird nach der Anzeige fortgesetzt',
    'Der Artikel wird nach der Anzeige fortgesetzt.',
    'Weiter nach der Werbung',
    'Weiterlesen nach der Anzeige',
    'Publicité',
    'La suite après la publicité',
    'La suite après cette publicité',
    'L’article continue après la publicité',
    'Publicidad',
    'El artículo continúa después de la publicidad',
    'La noticia continúa después de la publicidad',
    'Continúa leyendo después de la publicidad',
    'Pubblicità',
    'L’articolo continua dopo la pubblicità',
    'Continua a leggere dopo la pubblicità',
    'Continua após a publicidade',
    'Publicidade',
    'Advertentie',
    'Artikel gaat verder onder de advertentie',
    'Artikeln fortsätter efter annonsen',
    'Annons',
    'Reklama',
    'Реклама',
    'Продолжение после рекламы',
    '広告',
  ])('%s', (line) => {
    expect(isContinuationLine(line)).toBe(true);
  });

  it('the house’s own wording, however it is set', () => {
    expect(isContinuationLine('— more below the notice —', ['More below the notice'])).toBe(true);
    expect(isContinuationLine('More below the notice')).toBe(false);
  });
});

describe('sentences that only contain such words', () => {
  it.each([
    'The advertisement was pulled after a day.',
    'The story continues to unfold below the dam.',
    'The article continues after the war with a second part.',
    'The story continues.',
    'Advertisement rates rose by a tenth.',
    'She placed an ad.',
    'An ad',
    'Advertisement?',
    'Read the story below.',
    'Anzeige gegen Unbekannt',
    'Die Anzeige wurde nach der Wahl zurückgezogen.',
    'Publicité mensongère : le procès',
    'La publicité est interdite.',
    'Publicidad y poder',
    'Pub crawl',
    'pub',
    'Continue reading this book, she said.',
    'Sponsored content is labelled.',
    'Commercial break for the mayor',
    '',
    '***',
  ])('%s', (line) => {
    expect(isContinuationLine(line)).toBe(false);
  });
});
