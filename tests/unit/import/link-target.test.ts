import { describe, expect, it } from 'vitest';
import { onlyAddress } from '../../../renderer/editor/features/link/typed-address';
import { readHtml } from '../../../shared/import/html';
import { hasTracking, linkTarget } from '../../../shared/import/link-target';

const target = encodeURIComponent('https://example.org/story?id=5&utm_source=mail');
const story = 'https://example.org/story?id=5';

describe('a link that only counts the click', () => {
  it.each([
    `https://www.google.com/url?q=${target}&sa=D&source=editors&usg=AOv`,
    `https://google.co.uk/url?sa=t&url=${target}`,
    `https://eur01.safelinks.protection.outlook.com/?url=${target}&data=05%7C02%7Cann.roe%40paper.example&reserved=0`,
    `https://gcc02.safelinks.protection.outlook.com/ap/?url=${target}&data=05`,
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${target}&locale=en-gb`,
    `https://l.facebook.com/l.php?u=${target}&h=AT0&fbclid=x`,
    `https://l.instagram.com/?u=${target}&e=AT0`,
    `https://slack-redir.net/link?url=${target}`,
    `https://www.youtube.com/redirect?event=video_description&q=${target}`,
    `https://www.linkedin.com/redir/redirect?url=${target}&urlhash=x`,
    `https://out.reddit.com/t3_x?url=${target}&token=y`,
    `https://duckduckgo.com/l/?uddg=${target}&rut=z`,
  ])('%s leads where it leads', (written) => {
    expect(linkTarget(written, true)).toBe(story);
    expect(hasTracking(written)).toBe(true);
    expect(linkTarget(written, false)).toBe(written);
  });

  it('is taken off in layers, but not for ever', () => {
    const wrap = (url: string): string => `https://slack-redir.net/link?url=${encodeURIComponent(url)}`;
    expect(linkTarget(wrap(wrap(wrap(story))), true)).toBe(story);
    expect(linkTarget(wrap(wrap(wrap(wrap(wrap(wrap(wrap(story))))))), true)).toMatch(
      /^https:\/\/slack-redir/,
    );
  });

  it.each([
    'https://slack-redir.net/link?url=javascript%3Aalert(1)',
    'https://slack-redir.net/link?url=%E0%A4%A',
    'https://slack-redir.net/link?other=x',
    'https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fexample.org',
  ])('stays as it is where it leads nowhere else: %s', (written) => {
    expect(linkTarget(written, true)).toBe(written);
  });
});

describe('what only follows a reader', () => {
  it.each([
    ['https://example.org/?srsltid=Af&id=1', 'https://example.org/?id=1'],
    ['https://example.org/?__cft__[0]=A&__tn__=B&mibextid=C', 'https://example.org/'],
    ['https://example.org/?WT.mc_id=a&__hstc=b&gad_source=1', 'https://example.org/'],
    ['https://x.com/ann/status/1?s=20&t=AbC', 'https://x.com/ann/status/1'],
    ['https://youtu.be/abc?si=Xy&t=42', 'https://youtu.be/abc?t=42'],
    ['https://example.org/?s=20&t=5&si=1', 'https://example.org/?s=20&t=5&si=1'],
    ['https://example.org/a#:~:text=words', 'https://example.org/a'],
    ['https://example.org/a#part:~:text=words', 'https://example.org/a#part'],
    ['https://example.org/a#part', 'https://example.org/a#part'],
  ])('%s', (written, clean) => {
    expect(linkTarget(written, true)).toBe(clean);
  });
});

describe('a user name and password in an address', () => {
  it.each([
    ['https://ann:secret@example.org/a', 'https://example.org/a'],
    ['http://ann@example.org:8080/?q=a@b', 'http://example.org:8080/?q=a@b'],
    ['//ann:p@ss@example.org/', 'https://example.org/'],
    [' https://ann:se\ncret@example.org/', 'https://example.org/'],
    ['https://example.org/@ann', 'https://example.org/@ann'],
    ['mailto:ann@example.org', 'mailto:ann@example.org'],
  ])('%s', (written, entered) => {
    expect(linkTarget(written, false)).toBe(entered);
    expect(linkTarget(written, true)).toBe(entered);
  });

  it('does not enter by a pasted address', () => {
    expect(onlyAddress('https://ann:secret@example.org/a')).toBe('https://example.org/a');
  });

  it('is told of on import', () => {
    const reading = readHtml('<p><a href="https://ann:secret@example.org/">there</a>', {
      purpose: 'import',
      cleanLinks: true,
      ids: () => 'n',
      localPicture: () => null,
      progress: () => undefined,
    });
    expect(reading).toMatchObject({
      value: { findings: [{ code: 'credentials', count: 1, examples: ['https://example.org/'] }] },
    });
  });
});
