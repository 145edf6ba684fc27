/*
 * Between the wish for another article and the moment it is there, the page still shows the one before. What is typed
 * or clicked meanwhile is meant for the article that was asked for: it is held, and done there. So it is with a dialog, a pane
 * or a card: the first words for it would stand in place of those that are selected.
 */

/** What the window around the page knows and shows. */
interface Around {
  /** Says that an article is waited for, or no longer. */
  readonly tellWaiting: (waiting: boolean) => void;
  /** Whether a dialog is closed but still drawn. */
  readonly dialogGoes: () => boolean;
}

/** Null where nobody holds keys: there is no window. */
let around: Around | null = null;

/** Where the keyboard goes: in the article that has come to its headline, or where it was; or where it is put meanwhile. */
type KeyboardTo = 'headline' | 'same-place' | 'elsewhere';

const heldEvents = ['keydown', 'beforeinput', 'paste', 'pointerdown', 'mousedown', 'click'] as const;

let under = 0;
let doing = false;
let keyboardTo: KeyboardTo = 'same-place';
let former: HTMLElement | null = null;
/** A paste: its key comes first, what it brings a moment later. */
interface HeldPaste {
  event: ClipboardEvent | null;
}
/** What the keyboard and the pointer did too early. */
const early: (KeyboardEvent | InputEvent | MouseEvent | HeldPaste)[] = [];
/** Pastes of which only the key is there yet. */
const pasting: HeldPaste[] = [];

/** The element whose keys alone are held; null: all of the window's. */
let heldAt: Element | null = null;

/** The list and its search go on while an article is fetched: the next wish may be another one. Actions wait,
 * and so does what comes behind one that waits. */
const goesOn = (event: Event) =>
  early.length === 0 &&
  !doing &&
  event.target instanceof Element &&
  (heldAt === null
    ? keyboardTo === 'same-place' &&
      event.target.closest('[role="listbox"], input[type="search"]') !== null &&
      !(event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey))
    : !heldAt.contains(event.target));

/** Escape stops what is waited for: a long paste. */
const stops = (event: Event) => heldAt !== null && event instanceof KeyboardEvent && event.key === 'Escape';

function hold(event: Event): void {
  // What is done late comes from us and is not held again.
  if ((under === 0 && !doing) || !event.isTrusted || goesOn(event) || stops(event)) return;
  event.stopImmediatePropagation();
  if (event instanceof KeyboardEvent && pastes(event)) {
    // Only the browser can read the clipboard: it pastes, and what it brings is held.
    const paste: HeldPaste = { event: null };
    pasting.push(paste);
    early.push(paste);
    return;
  }
  event.preventDefault();
  if (event instanceof ClipboardEvent) holdPaste(event);
  else if (
    event instanceof KeyboardEvent ||
    isWords(event) ||
    (event instanceof MouseEvent && event.type === 'click')
  )
    early.push(event);
}

/** Words that come without a key: of a table of characters, or of a key that was pressed just before. */
const isWords = (event: Event): event is InputEvent =>
  event instanceof InputEvent && event.inputType === 'insertText' && event.data !== null;

const pastes = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.toLowerCase() === 'v' && (ctrlKey || metaKey) && !altKey;

function holdPaste({ clipboardData }: ClipboardEvent): void {
  // What an event brings is gone when it has been told.
  const copy = new DataTransfer();
  for (const type of clipboardData?.types ?? [])
    if (type !== 'Files') copy.setData(type, clipboardData?.getData(type) ?? '');
  for (const file of clipboardData?.files ?? []) copy.items.add(file);
  const event = new ClipboardEvent('paste', { clipboardData: copy, bubbles: true, cancelable: true });
  const asked = pasting.shift();
  if (asked) asked.event = event;
  else early.push({ event });
}

/** Holds what comes too early, from now on. To call before anything else listens to keys. */
export function holdEarlyKeys(told: Around): void {
  around = told;
  for (const name of heldEvents) window.addEventListener(name, hold, true);
}

/** Holds what is typed until the keyboard is in a dialog; to call when one was asked for. It waits while `isAsked`. */
export async function keysIntoDialog(isAsked: () => boolean): Promise<void> {
  // One whose code is there is drawn before the next key.
  for (let task = 0; task < 5; task += 1) await Promise.resolve();
  if (!isInDialog()) await keysAfter(untilDialog(isAsked));
}

async function untilDialog(isAsked: () => boolean): Promise<void> {
  for (let turn = 0; turn < mostDialogTurns && isAsked() && !isInDialog(); turn += 1) await nextTurn();
}

/** Whether the keyboard is in a dialog. */
const isInDialog = () => Boolean(document.activeElement?.closest('[role="dialog"]'));

/**
 * Holds what is typed until `work`, which puts the keyboard or the caret somewhere, is done; then it is typed there. What is
 * typed outside of `at` goes on; without it, nothing does.
 */
export async function keysAfter(work: Promise<unknown>, at: Element | null = null): Promise<void> {
  if (!around) return void (await work);
  under += 1;
  if (under === 1) keyboardTo = 'elsewhere';
  heldAt = under === 1 ? at : null;
  try {
    await work;
  } finally {
    await settle();
  }
}

/**
 * Opens an article by `open`, which answers whether it is there. What is typed until it is shown, and the keyboard is at
 * its place, is typed into it; where nothing could be opened, it is typed nowhere.
 */
export async function arriving(to: KeyboardTo, open: () => Promise<boolean>): Promise<void> {
  under += 1;
  // An article that is being made is where the writer is going, whatever else is still under way.
  if (under === 1 || to === 'headline') keyboardTo = to;
  heldAt = null;
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest('.page')) {
    former = activeElement;
    // An input method has nothing to compose in either.
    activeElement.blur();
  }
  wait ??= setTimeout(() => {
    tellsWaiting = true;
    around?.tellWaiting(true);
  }, patience);
  let isThere = false;
  try {
    isThere = await open();
  } finally {
    if (!isThere && under === 1) early.length = pasting.length = 0;
    await settle();
  }
}

/** The last of the articles under way is there: the keyboard goes to its place, and what was held is done. */
async function settle(): Promise<void> {
  // The window draws the article, and a dialog that led to it goes and gives the keyboard back.
  await nextTurn();
  for (let turn = 0; turn < mostTurns && around?.dialogGoes(); turn += 1) await nextTurn();
  under -= 1;
  if (under > 0) return;
  doing = true;
  if (wait !== null) clearTimeout(wait);
  wait = null;
  if (tellsWaiting) around?.tellWaiting(false);
  tellsWaiting = false;
  const home = keyboardTo === 'headline' ? document.querySelector<HTMLElement>('.page .headline') : former;
  former = null;
  if (keyboardTo === 'headline' || document.activeElement === document.body)
    home?.focus({ preventScroll: true });
  const { doLate } = early.length > 0 ? await import('./late-keys') : { doLate: null };
  // Doing one may open another article: the rest then waits for that.
  for (let next = early.shift(); next && doLate; next = under === 0 ? early.shift() : undefined) {
    const event = next instanceof Event ? next : await pasted(next);
    if (event) doLate(event);
    await nextTurn();
  }
  doing = false;
}

/** What a paste brings; null if it brings nothing. */
async function pasted(paste: HeldPaste): Promise<ClipboardEvent | null> {
  for (let turn = 0; turn < mostTurns && !paste.event; turn += 1) await nextTurn();
  if (!paste.event) pasting.splice(pasting.indexOf(paste), 1);
  return paste.event;
}

/** So long an article may take before the window says that it is waited for, in milliseconds. */
const patience = 100;
let wait: ReturnType<typeof setTimeout> | null = null;
let tellsWaiting = false;

/** What is not gone after so many turns is not waited for. */
const mostTurns = 100;

/** A dialog that is not there after so many turns, four seconds at the least, is not waited for. */
const mostDialogTurns = 1000;

/** Longer than the microtasks in which React and Lexical draw. */
const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve));
