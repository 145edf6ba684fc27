import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findRuntime } from '../../../electron/runtime/find';
import { describeNotFound } from '../../../electron/runtime/runtime';
import type { Article } from '../../../shared/article/article';
import type { Client } from '../../../shared/ipc/contract';
import { fromMain } from '../../../shared/ipc/door';
import { temporaryFolder } from '../../builders/folders';
import { type DeskFolder, deskFolder, settle } from './desk-folder';
import { type Answers, answerDialogs, type DialogRecord, recordedDialogs } from './dialogs';

/** What a test may say about the app it starts. Everything has its own temporary folders. */
export interface LaunchOptions {
  /** Articles on the desk, each in the folder of its slug. */
  readonly articles?: readonly Article[];
  /** Any other files on the desk, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The desk's folder; without it, a new one. It is not made, filled or removed by the driver. */
  readonly deskPath?: string;
  /** No `--desk`: the app looks for its desk by itself, in a home folder of its own. */
  readonly firstStart?: boolean;
  /** The text of the app's settings file, as it lay there before the start. */
  readonly settings?: string;
  /** More words for the command line. */
  readonly words?: readonly string[];
}

const projectFolder = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The runtime the tests use: STANDFIRST_ELECTRON, or the one that `npm start` would find. */
export function electronExecutable(): string {
  const given = process.env.STANDFIRST_ELECTRON;
  if (given) return given;
  const found = findRuntime();
  if (!found.ok) throw new Error(describeNotFound(found.error));
  return found.value.executable;
}

/** The running app, as a person at the machine and as a file manager see it. */
export class StandfirstApp {
  readonly desk: DeskFolder;
  /** What the app remembers on this machine. */
  readonly userData: string;
  /** The writer's home folder: a first start makes its desk below it. */
  readonly home: string;
  /** Uncaught errors of the page and blocked loads, since the start. A test that expects none asserts so. */
  readonly problems: string[] = [];
  private readonly executable: string;
  private readonly folder: string;
  private readonly words: readonly string[];
  private running: { electron: ElectronApplication; window: Page } | null = null;

  /** @param executable path of the Electron binary, see `electronExecutable` */
  constructor(executable: string, options: LaunchOptions) {
    this.executable = executable;
    this.folder = temporaryFolder();
    this.userData = join(this.folder, 'user-data');
    this.home = join(this.folder, 'home');
    mkdirSync(this.userData);
    mkdirSync(join(this.home, 'Documents'), { recursive: true });
    this.words = options.words ?? [];
    if (options.settings !== undefined) writeFileSync(join(this.userData, 'settings.json'), options.settings);
    if (options.deskPath !== undefined) {
      this.desk = deskFolder(options.deskPath);
      this.words = [...this.words, `--desk=${options.deskPath}`];
    } else if (options.firstStart) {
      this.desk = deskFolderLater(join(this.home, 'Documents', 'Standfirst'));
    } else {
      this.desk = deskFolder(join(this.folder, 'desk'));
      settle(this.desk);
      this.words = [...this.words, `--desk=${this.desk.path}`];
    }
    for (const article of options.articles ?? []) this.desk.putArticle(article);
    for (const [name, content] of Object.entries(options.files ?? {})) this.desk.put(name, content);
  }

  /** The app's window. */
  get window(): Page {
    if (!this.running) throw new Error('The app is not running');
    return this.running.window;
  }

  /** The main process. */
  get electron(): ElectronApplication {
    if (!this.running) throw new Error('The app is not running');
    return this.running.electron;
  }

  /** Starts the app and waits for its window. */
  async start(): Promise<void> {
    const electron = await this.launchProcess();
    const window = await electron.firstWindow();
    window.on('pageerror', (error) => this.problems.push(error.message));
    window.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
    await window.waitForLoadState('domcontentloaded');
    // tsx, which runs the demo and the contact sheet, wraps named functions in a call that it brings along.
    await electron.evaluate('globalThis.__name ??= (named) => named');
    this.running = { electron, window };
  }

  /** Starts the app once more with the same folders, as a second click on its icon, until that process ends. */
  startAgain(words: readonly string[] = []): Promise<number | null> {
    const second = spawn(this.executable, [...this.launchWords(), ...words], {
      cwd: projectFolder,
      env: this.environment(),
      stdio: 'ignore',
    });
    return new Promise((resolve, reject) => {
      second.on('error', reject);
      second.on('close', resolve);
    });
  }

  private launchProcess(): Promise<ElectronApplication> {
    return _electron.launch({
      executablePath: this.executable,
      cwd: projectFolder,
      args: [...this.launchWords()],
      env: this.environment(),
    });
  }

  private launchWords(): readonly string[] {
    return [
      ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
      '--log-level=3',
      projectFolder,
      `--user-data-dir=${this.userData}`,
      ...this.words,
    ];
  }

  private environment(): Record<string, string> {
    return {
      ...withoutUndefined(process.env),
      HOME: this.home,
      XDG_CONFIG_HOME: join(this.home, '.config'),
      LANG: 'en_GB.UTF-8',
    };
  }

  /** Quits as a writer would, after everything unsaved is written. */
  async close(): Promise<void> {
    await this.running?.electron.close();
    this.running = null;
  }

  /** Ends the app at once, as a power cut or a crash would. */
  async kill(): Promise<void> {
    const { electron } = this;
    const closed = electron.waitForEvent('close');
    electron.process().kill('SIGKILL');
    await closed;
    this.running = null;
  }

  /** Quits and starts again: same desk, same settings. */
  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  /** Answers the system's dialogs in the writer's place, from now on. */
  answer(answers: Answers): Promise<void> {
    return answerDialogs(this.electron, answers);
  }

  /** The dialogs that were answered so far, and the addresses handed to the browser. */
  dialogs(): Promise<DialogRecord> {
    return recordedDialogs(this.electron);
  }

  /** Makes a call of the contract from the page, as the window's own code does. */
  async call<Domain extends keyof Client, Name extends keyof Client[Domain] & string>(
    domain: Domain,
    name: Name,
    argument?: unknown,
  ): Promise<AnswerOf<Client[Domain][Name]>> {
    const answer = await this.window.evaluate(
      async ([call, given]) => {
        const { standfirst } = window as unknown as {
          standfirst: { call(name: string, argument: unknown): Promise<unknown> };
        };
        return standfirst.call(call, given);
      },
      [`${domain}.${name}`, argument] as const,
    );
    // The page passes on what the main process answered, which the contract types.
    return fromMain(answer) as AnswerOf<Client[Domain][Name]>;
  }

  /** Chooses an item of the native menu bar. */
  async chooseMenu(menu: string, item: string): Promise<void> {
    await this.electron.evaluate(
      ({ Menu, BrowserWindow }, [top, label]) => {
        const items = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
          menu?.items.flatMap((entry) => [entry, ...items(entry.submenu)]) ?? [];
        const menu = Menu.getApplicationMenu()?.items.find((entry) => entry.label === top)?.submenu;
        const found = items(menu).find((entry) => entry.label === label);
        if (!found) throw new Error(`No menu item ${top} > ${label}`);
        found.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
      },
      [menu, item] as const,
    );
  }

  /** What the window looks like now; null where there is no window to look at. */
  async picture(): Promise<Buffer | null> {
    return this.running?.window.screenshot().catch(() => null) ?? null;
  }

  /** Ends everything and removes what the driver made. */
  async dispose(): Promise<void> {
    if (this.running) {
      const { electron } = this.running;
      this.running = null;
      // A test that failed may leave the app asking a question: end it, do not wait for an answer.
      const closed = electron.waitForEvent('close');
      electron.process().kill('SIGKILL');
      await closed;
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type AnswerOf<Function_> = Function_ extends (...given: never[]) => Promise<infer Answer> ? Answer : never;

/** A desk that the app is expected to make itself. */
function deskFolderLater(path: string): DeskFolder {
  const desk = deskFolder(path);
  rmSync(path, { recursive: true });
  return desk;
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  const set = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'ELECTRON_RENDERER_URL',
  );
  return Object.fromEntries(set);
}
