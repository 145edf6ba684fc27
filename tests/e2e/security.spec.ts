import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { article, p } from '../../shared/article/build';
import { appOrigin } from '../../shared/ipc/addresses';
import { calls } from '../../shared/ipc/contract';
import type { StandfirstApp } from './driver/app';
import { expect, test } from './driver/test';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));

/**
 * Runs `code` as the page's own script would: Playwright's evaluate is not bound by the page's policy, a timer that it
 * sets is.
 */
const inPage = <Value>(app: StandfirstApp, code: () => Value | Promise<Value>): Promise<Value> =>
  app.window.evaluate(code);

test('every window is sandboxed, isolated and without Node', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Electron 33 has it, its newest types name it otherwise.
      const contents = window.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  for (const each of preferences) {
    expect(each).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    // Electron tells of these only where they are on.
    for (const name of ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'spellcheck']) {
      expect(each[name] ?? false, name).toBe(false);
    }
  }
});

test('the page sees nothing of Node or Electron but the one door', async ({ launch }) => {
  const app = await launch();
  const seen = await inPage(app, () => {
    const page = window as unknown as Record<string, unknown>;
    return {
      kinds: [
        'require',
        'process',
        'Buffer',
        'module',
        'global',
        'setImmediate',
        'ipcRenderer',
        'electron',
      ].map((name) => typeof page[name]),
      door: Object.entries(page.standfirst as object).map(([name, value]) => `${name}: ${typeof value}`),
      frozen: (() => {
        try {
          (page.standfirst as Record<string, unknown>).call = null;
        } catch {
          // Writing may throw or be ignored; what counts is what stands there afterwards.
        }
        return typeof (page.standfirst as Record<string, unknown>).call;
      })(),
    };
  });
  expect(new Set(seen.kinds)).toEqual(new Set(['undefined']));
  expect(seen.door.sort()).toEqual(['call: function', 'listen: function']);
  expect(seen.frozen).toBe('function');
});

test('permissions are denied, except putting what the writer copied on the clipboard', async ({ launch }) => {
  const app = await launch();
  const answers = await inPage(app, async () => {
    const query = async (name: string) => {
      try {
        return (await navigator.permissions.query({ name: name as PermissionName })).state;
      } catch {
        return 'unknown to this browser';
      }
    };
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read'];
    const asked = await Promise.all(names.map(query));
    const failed = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'denied',
      );
    return {
      asked,
      camera: await failed(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await failed(navigator.mediaDevices.getDisplayMedia()),
      place: await failed(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notification: await Notification.requestPermission(),
      reading: await failed(navigator.clipboard.readText()),
      writing: await query('clipboard-write'),
    };
  });
  expect(answers.asked.filter((state) => state === 'granted')).toEqual([]);
  expect(answers).toMatchObject({
    camera: 'denied',
    screen: 'denied',
    place: 'denied',
    notification: 'denied',
    reading: 'denied',
    writing: 'granted',
  });
});

test('the page cannot leave its place: no navigation, no second window, no form', async ({ launch }) => {
  const app = await launch();
  const before = app.window.url();
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,hello',
    `${appOrigin}/other.html`,
  ]) {
    await app.window.evaluate((url) => {
      window.setTimeout(() => {
        location.href = url;
      });
    }, address);
    // A round trip through both processes: a navigation that had begun would have ended this page.
    await app.call('desk', 'list');
    expect(app.window.url()).toBe(before);
  }
  const opened = await inPage(app, () =>
    ['https://example.org/', 'about:blank', `${location.origin}/index.html`].map(
      (url) => window.open(url) === null,
    ),
  );
  expect(opened).toEqual([true, true, true]);
  await inPage(app, () => {
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    form.method = 'post';
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    document.body.append(form, link);
    form.submit();
    link.click();
    form.remove();
    link.remove();
  });
  expect(app.window.url()).toBe(before);
  expect(app.electron.windows()).toHaveLength(1);
});

test('the policy allows own files only, and nothing inline', async ({ launch }) => {
  const app = await launch();
  const policy = await inPage(app, async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);

  const done = await inPage(app, async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    const page = window as unknown as Record<string, unknown>;
    const script = document.createElement('script');
    script.textContent = 'window.inlineScriptRan = true';
    const handler = document.createElement('div');
    handler.setAttribute('onclick', 'window.inlineHandlerRan = true');
    const style = document.createElement('style');
    style.textContent = 'body { color: rgb(1, 2, 3) }';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(script, handler, style, frame);
    handler.click();
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-implied-eval, no-new-func
          resolve(new Function('return 1 + 1')());
        } catch (error) {
          resolve((error as Error).name);
        }
      });
    });
    const image = await new Promise((resolve) => {
      const picture = new Image();
      picture.onload = () => resolve('loaded');
      picture.onerror = () => resolve('refused');
      picture.src = 'https://example.org/a.png';
    });
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    const socket = await new Promise((resolve) => {
      try {
        const connection = new WebSocket('wss://example.org/');
        connection.onopen = () => resolve('open');
        connection.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    const result = {
      script: page.inlineScriptRan === true,
      handler: page.inlineHandlerRan === true,
      styled: getComputedStyle(document.body).color === 'rgb(1, 2, 3)',
      evaluated,
      image,
      fetched,
      socket,
      violated: [...violated].sort(),
    };
    for (const element of [script, handler, style, frame]) element.remove();
    return result;
  });
  expect(done).toMatchObject({
    script: false,
    handler: false,
    styled: false,
    evaluated: 'EvalError',
    image: 'refused',
    fetched: 'refused',
    socket: 'refused',
  });
  expect(done.violated).toEqual(
    expect.arrayContaining([
      'connect-src',
      'img-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]),
  );
});

test('the main process sends no request to a network either', async ({ launch }) => {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const app = await launch();
    const answers = await app.electron.evaluate(async ({ session, net }, address) => {
      const failed = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          () => 'refused',
        );
      return [await failed(session.defaultSession.fetch(address)), await failed(net.fetch(address))];
    }, `http://127.0.0.1:${port}/`);
    expect(answers).toEqual(['refused', 'refused']);
    expect(hits).toBe(0);
  } finally {
    server.close();
  }
});

test('Chromium is started with the switches that keep it off the network, and fetches no dictionaries', async ({
  launch,
}) => {
  const app = await launch();
  const state = await app.electron.evaluate(({ app: running, session, BrowserWindow }) => ({
    switches: [
      'host-resolver-rules',
      'force-webrtc-ip-handling-policy',
      'dns-prefetch-disable',
      'disable-background-networking',
      'proxy-server',
      'disable-features',
    ].filter((name) => !running.commandLine.hasSwitch(name)),
    rules: running.commandLine.getSwitchValue('host-resolver-rules'),
    features: running.commandLine.getSwitchValue('disable-features').split(','),
    languages: session.defaultSession.getSpellCheckerLanguages(),
    checker: session.defaultSession.isSpellCheckerEnabled(),
    webrtc: BrowserWindow.getAllWindows().map((window) => window.webContents.getWebRTCIPHandlingPolicy()),
  }));
  expect(state.switches).toEqual([]);
  expect(state.rules).toBe('MAP * ~NOTFOUND');
  expect(state.features).toEqual(
    expect.arrayContaining([
      'WebRtcHideLocalIpsWithMdns',
      'MediaRouter',
      'DialMediaRouteProvider',
      'AsyncDns',
    ]),
  );
  expect(state).toMatchObject({ languages: [], checker: false, webrtc: ['disable_non_proxied_udp'] });
});

test('the app: protocol serves the window and the pictures of the desk, and nothing else', async ({
  launch,
}) => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const app = await launch({
    articles: [story],
    files: { 'tides/media/0123-harbour.png': png, 'tides/media/notes.txt': 'private', 'secret.png': png },
  });
  const statusOf = (addresses: readonly string[]) =>
    app.electron.evaluate(
      async ({ session }, given) => {
        const statuses: Record<string, number | string> = {};
        for (const address of given) {
          statuses[address] = await session.defaultSession.fetch(address).then(
            (answer) => answer.status,
            () => 'failed',
          );
        }
        return statuses;
      },
      [...addresses],
    );

  const served = await statusOf([`${appOrigin}/index.html`, `${appOrigin}/media/tides/0123-harbour.png`]);
  expect(Object.values(served)).toEqual([200, 200]);

  const refused = await statusOf([
    `${appOrigin}/..%2fmain%2fmain.js`,
    `${appOrigin}/..%5cmain%5cmain.js`,
    `${appOrigin}/../main/main.js`,
    `${appOrigin}/%2e%2e/main/main.js`,
    `${appOrigin}/index.html%00.png`,
    `${appOrigin}//etc/passwd`,
    `${appOrigin}/%2fetc%2fpasswd`,
    `${appOrigin}/`,
    `${appOrigin}/assets`,
    `${appOrigin}/media/tides/notes.txt`,
    `${appOrigin}/media/tides/..%2farticle.json`,
    `${appOrigin}/media/..%2f..%2fsecret.png`,
    `${appOrigin}/media/%2e%2e/secret.png`,
    `${appOrigin}/media/.bin/x.png`,
    'app://other/index.html',
    'app://standfirst.example.org/index.html',
  ]);
  expect(Object.entries(refused).filter(([, status]) => status !== 404 && status !== 'failed')).toEqual([]);

  const wayOfWriting = await app.electron.evaluate(
    async ({ session }, address) =>
      (await session.defaultSession.fetch(address, { method: 'POST', body: 'x' })).status,
    `${appOrigin}/index.html`,
  );
  expect(wayOfWriting).toBe(405);
});

test('a call from a foreign frame or window is refused', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const answers = await app.electron.evaluate(
    async ({ app, BrowserWindow }, { address }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      const ask = `window.standfirst.call('desk.list').then((a) => 'answered ' + JSON.stringify(a), (e) => String(e.message))`;
      const told: string[] = [];
      for (const url of [address, 'about:blank']) {
        await foreign.loadURL(url);
        told.push((await foreign.webContents.executeJavaScript(ask)) as string);
      }
      foreign.destroy();
      return told;
    },
    { address: `${appOrigin}/index.html` },
  );
  for (const answer of answers) {
    expect(answer).toContain('Refused');
    expect(answer).not.toContain('tides');
  }
});

test('the empty document before the page asks for nothing: no refusal on standard error', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const errors = await app.electron.evaluate(async ({ app, BrowserWindow }) => {
    const told: string[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => told.push(words.join(' '));
    const empty = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
    });
    await empty.loadURL('about:blank');
    // Refused behind everything that the preload script may have asked.
    await empty.webContents.executeJavaScript(`window.standfirst.call('desk.list').catch(() => {})`);
    empty.destroy();
    console.error = error;
    return told;
  });
  expect(errors).toEqual([expect.stringContaining('Refused')]);
});

test('every call answers wrong arguments and unknown names with an error', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  const names = Object.entries(calls).flatMap(([domain, table]) =>
    Object.keys(table).map((name) => `${domain}.${name}`),
  );
  const wrong = [{ nonsense: 1 }, 'text', 7, ['a'], true];
  const ask = (name: unknown, argument: unknown) =>
    app.window.evaluate(
      async ([call, given]) => {
        const { standfirst } = window as unknown as {
          standfirst: { call(name: unknown, argument: unknown): Promise<unknown> };
        };
        return standfirst.call(call, given);
      },
      [name, argument] as const,
    );
  for (const name of names) {
    for (const argument of wrong) {
      expect(await ask(name, argument), `${name}(${JSON.stringify(argument)})`).toMatchObject({
        ok: false,
        error: { code: 'bad-argument' },
      });
    }
  }
  for (const name of [
    'desk',
    'desk.erase',
    'desk.list.then',
    '__proto__.constructor',
    'constructor.name',
    '',
    7,
    null,
  ]) {
    expect(await ask(name, undefined), String(name)).toMatchObject({
      ok: false,
      error: { code: 'bad-argument' },
    });
  }
  for (const slug of ['../tides', '..', '.bin', 'a/b', 'a\\b', '', 'a\u0000b']) {
    expect(await app.call('article', 'read', { slug })).toMatchObject({
      ok: false,
      error: { code: 'bad-argument' },
    });
  }
});

test('only https, http and mailto reach the browser, and only when the writer agrees', async ({ launch }) => {
  const app = await launch();
  await app.answer({ button: 'Open' });
  const refused = [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'data:text/html,x',
    'app://standfirst/index.html',
    'C:\\evil.js',
    '/usr/share/applications/x.desktop',
    'x.desktop',
    ' javascript:alert(1)',
    'jav\tascript:alert(1)',
  ];
  for (const url of refused) {
    expect(await app.call('outside', 'openLink', { url }), url).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
  }
  expect(await app.dialogs()).toMatchObject({ openedLinks: [], questions: [] });

  expect(await app.call('outside', 'openLink', { url: 'https://example.org/a' })).toEqual({
    ok: true,
    value: 'opened',
  });
  await app.answer({});
  expect(await app.call('outside', 'openLink', { url: 'mailto:desk@example.org' })).toEqual({
    ok: true,
    value: 'declined',
  });
  const { openedLinks, questions } = await app.dialogs();
  expect(openedLinks).toEqual(['https://example.org/a']);
  expect(questions).toHaveLength(2);
});

test('the preview of an export shows the page and can do nothing: no script, no request, no way out', async ({
  launch,
}) => {
  const app = await launch({ articles: [story] });
  const html = `<!DOCTYPE html><title>x</title><style>p { color: rgb(1, 2, 3) }</style><p>The sea rose.</p>
    <script>parent.postMessage('script ran', '*'); top.location = 'https://example.org/'</script>
    <img src="x" onerror="parent.postMessage('handler ran', '*')">
    <meta http-equiv="refresh" content="0;url=https://example.org/">
    <iframe src="https://example.org/"></iframe>`;
  const kept = await app.call('export', 'preview', { slug: 'tides', html });
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  const before = app.window.url();
  const messages = await app.window.evaluate(async (url) => {
    const told: unknown[] = [];
    window.addEventListener('message', (event) => told.push(event.data));
    const frame = document.createElement('iframe');
    frame.src = url;
    const loaded = new Promise((resolve) => {
      frame.onload = resolve;
    });
    document.body.append(frame);
    await loaded;
    return told;
  }, kept.value.url);
  await app.call('desk', 'list');
  expect(messages).toEqual([]);
  expect(app.window.url()).toBe(before);
  const frames = app.window.frames().map((frame) => frame.url());
  expect(frames).toContain(kept.value.url);
  expect(frames.filter((url) => url.includes('example.org'))).toEqual([]);
});

test('a window that crashed is opened again with everything that was saved', async ({ launch }) => {
  const app = await launch({ articles: [story] });
  await app.answer({ button: 'Open again' });
  const crashed = app.window.waitForEvent('crash');
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  await crashed;
  await expect
    .poll(async () => (await app.dialogs()).questions)
    .toEqual(['The window stopped unexpectedly.']);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        Promise.all(
          BrowserWindow.getAllWindows().map((window) =>
            window.webContents.executeJavaScript('document.body.innerText.includes("The sea rose.")'),
          ),
        ),
      ),
    )
    .toEqual([true]);
});
