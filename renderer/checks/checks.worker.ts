import type { Block } from '../../shared/article/block';
import { withStretch } from '../../shared/base/stretch';
import { createChecker, parseWordList, pictureFiles, type WordList } from '../../shared/checks';
import { type DictionaryName, dictionaryFor } from '../../shared/checks/spelling/dictionary';
import { loadSpeller, type Speller } from '../../shared/checks/spelling/speller';
import { mediaAddress } from '../../shared/ipc/addresses';
import type { FromChecks, ToChecks } from './check-messages';
import { changesOf, nothingSaid } from './finding-changes';

/*
 * The copy desk, off the window's own thread: dictionaries take tenths of a second to load, and a first look at a long
 * article takes as long. It answers at once with what needs no dictionary, and again when they are there.
 */

const words = new URL('../../assets/words/english.txt', import.meta.url);
const dictionaries = {
  'en-gb': {
    aff: new URL('../../assets/dictionaries/en-gb.aff', import.meta.url),
    dic: new URL('../../assets/dictionaries/en-gb.dic', import.meta.url),
  },
  en: {
    aff: new URL('../../assets/dictionaries/en.aff', import.meta.url),
    dic: new URL('../../assets/dictionaries/en.dic', import.meta.url),
  },
} as const satisfies Record<DictionaryName, unknown>;

const checker = createChecker();
let body: readonly Block[] = [];
const numbers = new WeakMap<Block, number>();
let count = 0;
const spellers = new Map<DictionaryName, Speller>();
let wordList: WordList | null = null;
let last: Extract<ToChecks, { kind: 'check' }> | null = null;
let desk: { readonly text: string; readonly value: Extract<ToChecks, { kind: 'check' }>['desk'] } | null =
  null;

let head: Extract<ToChecks, { kind: 'check' }>['head'] = null;
/** What was said last, of which article, to which round. */
let said = { articleId: '', round: -1, findings: nothingSaid };

const textOf = async (address: URL): Promise<string> => (await fetch(address)).text();
const post = (message: FromChecks): void => self.postMessage(message);

async function load(dictionary: DictionaryName): Promise<void> {
  if (!wordList) {
    const parsed = parseWordList(await textOf(words));
    if (parsed.ok) wordList = parsed.value;
  }
  const { aff, dic } = dictionaries[dictionary];
  const speller = loadSpeller({ aff: await textOf(aff), dic: await textOf(dic) });
  if (speller.ok) spellers.set(dictionary, speller.value);
}

/** Names a block, wherever it stands. */
function numberOf(block: Block): number {
  const known = numbers.get(block);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(block, count);
  return count;
}

function check(): void {
  if (!last || !head) return;
  const text = JSON.stringify(last.desk);
  // The checker looks at everything anew when the desk is another object, so the same desk stays the same object.
  if (desk?.text !== text) desk = { text, value: last.desk };
  const dictionary = dictionaryFor(head.language);
  const speller = dictionary ? (spellers.get(dictionary) ?? null) : null;
  const setting = {
    language: head.language,
    desk: desk.value,
    wordList: dictionary ? wordList : null,
    speller,
  };
  const findings = checker.check({ ...head, body }, setting, {
    now: Date.now(),
    openSuggestions: last.openSuggestions,
    missingPictures: missingPictures(),
  });
  const { changes, isSame, ...now } = changesOf(said.findings, findings, body.map(numberOf));
  // Most keys find nothing new; the window then has nothing to draw.
  if (isSame && said.articleId === head.id && said.round === last.round) return;
  said = { articleId: head.id, round: last.round, findings: now.said };
  post({ kind: 'findings', round: last.round, articleId: head.id, changes });
}

/** What is known of the pictures of the article in `folder`, by file name: whether their files are there. */
let pictures = { folder: '', areThere: new Map<string, boolean>() };

const missingPictures = (): ReadonlySet<string> =>
  new Set([...pictures.areThere].flatMap(([file, isThere]) => (isThere ? [] : [file])));

/** Looks for the files of pictures; those that were there are believed to be, those that were missing may be back. */
async function lookForPictures(): Promise<void> {
  if (!last || !head) return;
  const { folder } = last;
  if (pictures.folder !== folder) pictures = { folder, areThere: new Map() };
  const { areThere } = pictures;
  const files = pictureFiles({ ...head, body }).filter((file) => areThere.get(file) !== true);
  const news = await Promise.all(
    files.map(async (file) => {
      const { ok } = await fetch(mediaAddress(folder, file), { method: 'HEAD' });
      // A picture that nobody looked for yet counts as there.
      const isNews = (areThere.get(file) ?? true) !== ok;
      areThere.set(file, ok);
      return isNews;
    }),
  );
  if (news.includes(true)) check();
}

let loading: Promise<void> | null = null;

async function hear(message: ToChecks): Promise<void> {
  if (message.kind === 'suggest') {
    // The dictionary of another language may just be read.
    await loading;
    const dictionary = head && dictionaryFor(head.language);
    const speller = dictionary ? spellers.get(dictionary) : undefined;
    post({ kind: 'suggestions', word: message.word, suggestions: speller?.suggest(message.word) ?? [] });
    return;
  }
  body = withStretch(body, message.body) ?? body;
  last = message;
  head = message.head ?? head;
  check();
  void lookForPictures();
  const dictionary = head && dictionaryFor(head.language);
  if (!dictionary || spellers.has(dictionary) || loading) return;
  loading = load(dictionary);
  await loading;
  loading = null;
  check();
}

self.addEventListener('message', (event: MessageEvent<ToChecks>) => void hear(event.data));
