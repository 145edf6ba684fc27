import { describe, expect, it } from 'vitest';
import { comesFromOurPage } from '../../../electron/ipc/sender';

const origin = 'app://standfirst';
const contents = (url: string) => ({ mainFrame: { url } });

describe('who may call', () => {
  const ours = contents(`${origin}/index.html`);

  it('is the main frame of our window showing our page', () => {
    expect(comesFromOurPage({ sender: ours, senderFrame: ours.mainFrame }, ours, origin)).toBe(true);
  });

  it('is no frame inside it, even one that shows our page', () => {
    const frame = { url: `${origin}/index.html` };
    expect(comesFromOurPage({ sender: ours, senderFrame: frame }, ours, origin)).toBe(false);
  });

  it('is no other window', () => {
    const other = contents(`${origin}/index.html`);
    expect(comesFromOurPage({ sender: other, senderFrame: other.mainFrame }, ours, origin)).toBe(false);
  });

  it.each([
    'https://example.org/',
    'app://standfirst.example.org/',
    'app://standfirst-other/',
    'about:blank',
    'file:///x',
  ])('is not our window showing %s', (url) => {
    const strayed = contents(url);
    expect(comesFromOurPage({ sender: strayed, senderFrame: strayed.mainFrame }, strayed, origin)).toBe(
      false,
    );
  });

  it('is nobody when the frame or our window is gone', () => {
    expect(comesFromOurPage({ sender: ours, senderFrame: null }, ours, origin)).toBe(false);
    expect(comesFromOurPage({ sender: ours, senderFrame: ours.mainFrame }, null, origin)).toBe(false);
  });
});
