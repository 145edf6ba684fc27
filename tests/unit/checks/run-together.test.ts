import { describe, expect, it } from 'vitest';
import { p } from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { newSource } from '../../../shared/article/source';
import { applyFix } from '../../../shared/checks';
import { complete, found, setting } from './desk';

/** What the check would write instead, for a text in which the letters stand. */
function apart(letters: string, elsewhere = ''): string {
  const story = complete({}, p(`So it was ${letters} yesterday.`), p(elsewhere || 'Nothing more.'));
  const [finding] = found('run-together', story);
  if (!finding?.fix) return letters;
  const [block] = applyFix(story, finding.fix).body;
  if (block?.kind !== 'paragraph') throw new Error('no paragraph');
  const text = block.children.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return text.slice('So it was '.length, -' yesterday.'.length);
}

describe('words run together', () => {
  it.each([
    ['theSenate', 'the Senate'],
    ['saidon', 'said on'],
    ['threeEU', 'three EU'],
    ['Universityof', 'University of'],
    ['intoMr', 'into Mr'],
    ['thatthe', 'that the'],
    ['ofSyria', 'of Syria'],
    ['policereports', 'police reports'],
    ['becausethey', 'because they'],
    ['hospitalin', 'hospital in'],
    ['onTuesday', 'on Tuesday'],
    ['seventeenyears', 'seventeen years'],
    ['twoNATO', 'two NATO'],
    ['NATOforces', 'NATO forces'],
    ['Londonsaid', 'London said'],
    ['Ministryof', 'Ministry of'],
    ['Theminister', 'The minister'],
    ['MrJohnson', 'Mr Johnson'],
    ['in2016', 'in 2016'],
    ['don’tknow', 'don’t know'],
    ['council’splan', 'council’s plan'],
    ['intheend', 'in the end'],
    ['governmentwould', 'government would'],
    ['Ihave', 'I have'],
  ])('parts %s', (letters, words) => {
    expect(apart(letters)).toBe(words);
  });

  it.each(
    (
      'McDonald MacKenzie iPhone iPad iOS JetBlue YouTube FiveThirtyEight eBay LinkedIn DeVos O’Neill BuzzFeed MSNBC’s ' +
      'easyJet WhatsApp PayPal SpaceX DreamWorks ExxonMobil deGrasse LaGuardia VanDyke JPMorgan PhD GmbH MPs CEOs LGBTQ ' +
      'Israelis Pakistanis protestor livestream whistleblower paywall crowdfunding rewilding gerrymandering cybersecurity ' +
      'Harrison Peterson Marchand Ferdinand Archer Bolton Hispanics jihadis melee another together without therefore ' +
      'nevertheless notwithstanding throughout whereas someone 1980s 20th 5pm mid-2016 al-Assad e-mail'
    ).split(' '),
  )('leaves %s alone', (word) => {
    expect(apart(word)).toBe(word);
  });

  it.each([
    '#theSenate',
    '@saidon',
    'https://example.org/theSenate',
    'www.theSenate.org',
    'theSenate.com',
    'x@saidon.org',
  ])('leaves the address %s alone', (address) => {
    expect(apart(address)).toBe(address);
  });

  it('believes a surname that stands alone elsewhere in the article', () => {
    expect(apart('Okonkwosaid')).toBe('Okonkwosaid');
    expect(apart('Okonkwosaid', 'Mrs Okonkwo is the mayor.')).toBe('Okonkwo said');
    expect(apart('Okonkwosin', 'Mrs Okonkwo is the mayor.')).toBe('Okonkwosin');
  });

  it('does not take the name of a source or a word of the desk apart', () => {
    const story = complete({ sources: [newSource('s1', 'Theo Saidon')] }, p('It was Saidon and thatthe.'));
    expect(found('run-together', story).map(({ excerpt }) => excerpt)).toHaveLength(1);
    const desk = { ...defaultDeskSettings, words: ['thatthe'] };
    expect(found('run-together', story, { desk })).toEqual([]);
  });

  it('finds nothing without a word list, or in another language', () => {
    const story = complete({}, p('It was theSenate.'));
    expect(found('run-together', story, { wordList: null })).toEqual([]);
    expect(found('run-together', { ...story, language: 'de' }, { language: 'de' })).toEqual([]);
    expect(found('run-together', story, setting)).toHaveLength(1);
  });
});
