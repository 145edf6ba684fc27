import { type Article, articleCodec } from '../article/article';
import { blockCodec } from '../article/block';
import { type DeskSettings, deskSettingsCodec } from '../article/desk-settings';
import { languageCodec } from '../article/language';
import type { KeptPicture } from '../article/picture-file';
import { quotationCodec } from '../article/quotation';
import { sourceCodec } from '../article/source';
import { boolean, integerBetween, list, nullable, oneOf, string, stringThat } from '../base/codec';
import { stretchCodec } from '../base/stretch';
import { mostNameCharacters, type VersionList, versionReasons } from '../versions/version';
import type { ActionId } from './actions';
import {
  articleFolder,
  bytes,
  fields,
  isPlainName,
  nothing,
  sha256,
  shortText,
  textOrBytes,
} from './arguments';
import { type ClientOf, type EventOf, type HandlersOf, takes, tells } from './call';
import type {
  BinEntry,
  ConflictCopy,
  DeskChange,
  DeskEntry,
  DeskState,
  DocumentState,
  ImportOutcome,
  OpenArticle,
  OpenElsewhere,
  PackProgress,
  PackReport,
  RecoveredArticle,
  RenamedArticle,
  Saved,
  SourceBookState,
  SourceQuotation,
  SourceUse,
  StoredDocument,
} from './desk-entries';
import type {
  DeliveryFailure,
  DeskFailure,
  DeskSettingsFailure,
  DocumentFailure,
  FileFailure,
  FormerUnknown,
  MediaFailure,
  PackFailure,
  PrintFailure,
  ReadProblem,
  RenameFailure,
  SaveFailure,
  SourceBookFailure,
  StylesheetFailure,
  VersionFailure,
} from './failures';
import type { LibraryChecks, LibraryExcerpt, LibraryHits, LibraryPeople } from './library';
import { preferencesCodec } from './preferences';
import type { FirstScreen } from './session-start';

const path = shortText(4096);
const headline = shortText(2000);
const ofArticle = fields({ slug: articleFolder });
const sourceId = shortText(200);
const copyPlace = oneOf('file', 'folder');
const versionFile = articleFolder;
const versionName = shortText(mostNameCharacters);

/** A file of an export: a plain name, or one in the folder `media`. */
const exportedName = stringThat('a file name, or media/ and a file name', (name) =>
  isPlainName(name.replace(/^media\//, '')),
);

/**
 * Every call of the window to the main process: one entry a call. Arguments are read by their codec at the border;
 * answers come back as a Result. Preload, client, handlers and the fake of the tests derive from this table.
 */
export const calls = {
  session: {
    /** What the window shows first. The preload script asks for it while the window's code is still being read. */
    start: takes(nothing).answers<FirstScreen>(),
    /** The window runs, and writes what is unsaved when it is asked to. */
    begun: takes(nothing).answers<null>(),
    /**
     * The window has written (or could not write) what was unsaved and may be closed; `kept`: the words lie in the second
     * place. Answers `closeRequested`.
     */
    flushed: takes(fields({ outcome: oneOf('saved', 'kept', 'not-saved') })).answers<null>(),
    /** What the title bar shows, and whether there are unsaved words (macOS shows a dot). */
    title: takes(fields({ title: shortText(300), unsaved: boolean })).answers<null>(),
    /** What holds in the window until it closes; the menu shows it. */
    view: takes(
      fields({ fullScreen: boolean, preview: boolean, canUndo: boolean, canRedo: boolean }),
    ).answers<null>(),
  },
  desk: {
    /** Lets the writer choose a folder; null when the dialog was left without a choice. */
    choose: takes(fields({ purpose: oneOf('open', 'create') })).answers<{ path: string } | null>(),
    /** Makes a desk in `path` (which may exist) and opens it; `sample` adds the sample article. */
    create: takes(fields({ path, sample: boolean })).answers<DeskState, FileFailure>(),
    open: takes(fields({ path })).answers<DeskState, FileFailure>(),
    /** What is known of the articles by now; what is read later comes as `deskChanged`. */
    list: takes(nothing).answers<readonly DeskEntry[], DeskFailure>(),
    writeSettings: takes(fields({ settings: deskSettingsCodec })).answers<
      DeskSettings,
      DeskSettingsFailure
    >(),
    /** The house's own stylesheet of exported pages; null where the desk has none. */
    houseStylesheet: takes(nothing).answers<{ css: string | null }, StylesheetFailure>(),
    /** Lets the writer choose a stylesheet and copies it into the desk; null when nothing was chosen. */
    chooseHouseStylesheet: takes(nothing).answers<{ css: string | null } | null, StylesheetFailure>(),
    removeHouseStylesheet: takes(nothing).answers<{ css: string | null }, StylesheetFailure>(),
  },
  library: {
    /** Searches all articles of the desk; `most` is about how many are named, the best ones; null: all. */
    find: takes(fields({ words: shortText(500), most: nullable(integerBetween(1, 1_000_000)) })).answers<
      LibraryHits,
      DeskFailure
    >(),
    /** How these articles show what is looked for. */
    excerpts: takes(fields({ words: shortText(500), slugs: list(articleFolder) })).answers<
      readonly LibraryExcerpt[],
      DeskFailure
    >(),
    /** Who is a source of which articles. */
    people: takes(nothing).answers<LibraryPeople, DeskFailure>(),
    /** Goes on checking the articles for a moment and answers what is known by then. */
    check: takes(nothing).answers<LibraryChecks, DeskFailure>(),
    /** Shows what can be done with the open article, as its row in the list offers it, at a point in CSS pixels. */
    menu: takes(fields({ x: integerBetween(0, 100_000), y: integerBetween(0, 100_000) })).answers<null>(),
  },
  article: {
    read: takes(ofArticle).answersFile<ReadProblem | DeskFailure>(),
    /** An empty draft; the folder is named after the headline. */
    create: takes(fields({ headline, language: languageCodec })).answers<OpenArticle, DeskFailure>(),
    /** Writes the article where `expectedHash` still stands. Answers after the last fsync, never before. */
    save: takes(fields({ slug: articleFolder, article: articleCodec, expectedHash: sha256 })).answers<
      Saved,
      SaveFailure
    >(),
    /**
     * `save` for an article that was read or saved before: `head` is the article without its body, quotations and
     * sources, which are given as what changed in them since the file had `expectedHash`.
     */
    saveChanges: takes(
      fields({
        slug: articleFolder,
        expectedHash: sha256,
        head: articleCodec,
        body: stretchCodec(blockCodec),
        quotations: stretchCodec(quotationCodec),
        sources: stretchCodec(sourceCodec),
      }),
    ).answers<Saved, SaveFailure | FormerUnknown>(),
    /**
     * Writes an article that stood in the folder `slug`: into it where only the file is gone, otherwise into a new one,
     * with the pictures that are left in the old.
     */
    rescue: takes(fields({ slug: articleFolder, article: articleCodec })).answers<OpenArticle, DeskFailure>(),
    duplicate: takes(ofArticle).answers<OpenArticle, ReadProblem | DeskFailure>(),
    /** Names the folder after `to` (words or a slug). */
    rename: takes(fields({ slug: articleFolder, to: headline })).answers<RenamedArticle, RenameFailure>(),
    /** Moves the folder to the bin. */
    remove: takes(ofArticle).answers<BinEntry, DeskFailure>(),
    /** Shows the folder in the system's file manager. */
    reveal: takes(ofArticle).answers<null, DeskFailure>(),
    /** The second versions of the article that sync clients left beside it. */
    conflictCopies: takes(ofArticle).answers<readonly ConflictCopy[], DeskFailure>(),
    readConflictCopy: takes(fields({ slug: articleFolder, place: copyPlace, name: articleFolder })).answers<
      Article,
      ReadProblem | DeskFailure
    >(),
    /** Moves such a copy to the bin. */
    removeConflictCopy: takes(fields({ slug: articleFolder, place: copyPlace, name: articleFolder })).answers<
      null,
      DeskFailure
    >(),
  },
  versions: {
    list: takes(ofArticle).answers<VersionList, DeskFailure>(),
    read: takes(fields({ slug: articleFolder, file: versionFile })).answers<Article, VersionFailure>(),
    /**
     * Keeps what stands on the disk as a version, unless the newest holds the same; answers the version's file. Where it
     * no longer has the hash that the window read, another program wrote it, and that is what the version's reason says.
     */
    take: takes(
      fields({
        slug: articleFolder,
        reason: oneOf(...versionReasons),
        name: nullable(versionName),
        hash: nullable(sha256),
      }),
    ).answers<string, VersionFailure>(),
    /**
     * Keeps what another program wrote, before the window's words are written over it: as a version, or beside the file
     * where it is no article that can be read.
     */
    keepTheirs: takes(ofArticle).answers<null, DeskFailure>(),
    /** Names a version; null takes the name away. */
    name: takes(fields({ slug: articleFolder, file: versionFile, name: nullable(versionName) })).answers<
      null,
      VersionFailure
    >(),
  },
  recovery: {
    /** Keeps words that cannot be saved now in a second place. Answers after the last fsync. */
    keep: takes(fields({ slug: articleFolder, article: articleCodec })).answers<null, DeskFailure>(),
    /** What was kept of the article `id` is on the disk now. */
    drop: takes(fields({ id: shortText(100) })).answers<null, DeskFailure>(),
    /** What earlier windows left; copies whose words are on the disk are removed and not named. */
    list: takes(nothing).answers<readonly RecoveredArticle[], DeskFailure>(),
    read: takes(fields({ name: articleFolder })).answers<Article, DeskFailure>(),
    /** Removes a copy for good. */
    dismiss: takes(fields({ name: articleFolder })).answers<null, DeskFailure>(),
  },
  bin: {
    list: takes(nothing).answers<readonly BinEntry[], DeskFailure>(),
    /** Removes these articles for good. */
    empty: takes(fields({ names: list(articleFolder) })).answers<null, DeskFailure>(),
    restore: takes(fields({ name: articleFolder })).answers<{ slug: string }, DeskFailure>(),
  },
  sources: {
    /** The source book of the desk. */
    read: takes(nothing).answers<SourceBookState, DeskFailure>(),
    /** Adds a source (`before` null), or changes the fields in which it differs from `before`. */
    save: takes(fields({ source: sourceCodec, before: nullable(sourceCodec) })).answers<
      SourceBookState,
      SourceBookFailure
    >(),
    /** Removes a source; while articles use it a tombstone with its name stays. */
    remove: takes(fields({ id: sourceId })).answers<SourceBookState, SourceBookFailure>(),
    /** Makes the entry `from` mean the source `into`. */
    merge: takes(fields({ into: sourceId, from: sourceId })).answers<SourceBookState, SourceBookFailure>(),
    /** Takes the merge of `from` back. */
    unmerge: takes(fields({ from: sourceId })).answers<SourceBookState, SourceBookFailure>(),
    /** Takes in the sources of all articles; a book that cannot be used is kept aside first. */
    rebuild: takes(nothing).answers<SourceBookState, SourceBookFailure>(),
    /** Where the sources are used, as counts; entries that were made one are counted as one. */
    uses: takes(nothing).answers<readonly SourceUse[], DeskFailure>(),
    /** All quotations of the given sources, newest article first. */
    quotations: takes(fields({ ids: list(sourceId) })).answers<readonly SourceQuotation[], DeskFailure>(),
    /** Lets the writer choose a document and copies it into the desk; null when nothing was chosen. */
    chooseDocument: takes(nothing).answers<StoredDocument | null, DocumentFailure>(),
    /** Whether the copy of a document is still what was stored. */
    verifyDocument: takes(fields({ file: shortText(300), sha256: shortText(100) })).answers<
      DocumentState,
      DeskFailure
    >(),
    /** Shows the copy of a document in the system's file manager. */
    revealDocument: takes(fields({ file: shortText(300) })).answers<null, DeskFailure>(),
  },
  presence: {
    /** Tells the others on a shared desk what is open here; answers what they have open. */
    show: takes(fields({ slug: nullable(articleFolder) })).answers<readonly OpenElsewhere[], DeskFailure>(),
  },
  pack: {
    /** Lets the writer choose a place and packs the desk into one file; null without a choice. */
    pack: takes(nothing).answers<PackReport | null, PackFailure>(),
    /** Lets the writer choose a packed desk and a name for its new folder; null without a choice. */
    unpack: takes(nothing).answers<PackReport | null, PackFailure>(),
    /** Stops what is under way. */
    cancel: takes(nothing).answers<null>(),
  },
  media: {
    /** Lets the writer choose a picture and copies it into the article's media folder. */
    choose: takes(ofArticle).answers<KeptPicture | null, MediaFailure>(),
    /** Copies the bytes of a pasted or dropped picture into the article's media folder. */
    add: takes(fields({ slug: articleFolder, name: shortText(500), bytes })).answers<
      KeptPicture,
      MediaFailure
    >(),
  },
  import: {
    /** Lets the writer choose documents and makes an article of each; null when nothing was chosen. */
    choose: takes(nothing).answers<readonly ImportOutcome[] | null, DeskFailure>(),
    /** Makes an article of a document that was dropped on the window. */
    dropped: takes(fields({ name: shortText(500), bytes })).answers<ImportOutcome, DeskFailure>(),
  },
  export: {
    /**
     * Lets the writer choose where, asks before replacing, and writes: one file where one is given, else all files
     * into the chosen folder. null when the dialog was left without a choice.
     */
    write: takes(fields({ files: list(fields({ name: exportedName, content: textOrBytes })) })).answers<
      { paths: readonly string[] } | null,
      FileFailure
    >(),
    /**
     * Lets the writer choose the folder for the files of several articles and answers which of `names` are taken there;
     * null when the dialog was left without a choice. The page may write there and nowhere else, under `place`.
     */
    choosePlace: takes(fields({ names: list(exportedName) })).answers<
      { place: string; path: string; taken: readonly string[] } | null,
      FileFailure
    >(),
    /** Writes the files of one article of several: all of them or none. Without `replace` a taken name fails. */
    deliver: takes(
      fields({
        place: shortText(100),
        files: list(fields({ name: exportedName, content: textOrBytes })),
        replace: boolean,
      }),
    ).answers<{ paths: readonly string[] }, DeliveryFailure>(),
    /** Prints a page by the system's dialog; null also where the writer left the dialog. */
    print: takes(fields({ slug: articleFolder, html: string })).answers<
      { readonly printed: boolean },
      PrintFailure
    >(),
    /** Lays an exported page out as a PDF, tagged for assistive technology and with an outline of its headings. */
    pdf: takes(fields({ slug: articleFolder, html: string })).answersBytes<PrintFailure>(),
    /** Keeps an exported page for the preview's frame, in place of the one before, and answers its address. */
    preview: takes(fields({ slug: articleFolder, html: string })).answers<{ url: string }>(),
  },
  preferences: {
    write: takes(fields({ preferences: preferencesCodec })).answers<null, FileFailure>(),
  },
  outside: {
    /** Opens an https, http or mailto address in the system's browser, after the writer confirmed it. */
    openLink: takes(fields({ url: shortText(8000) })).answers<
      'opened' | 'declined',
      { readonly code: 'not-allowed' }
    >(),
    /** Words are selected in the window: takes back what the system gave to other programs of them (`primary-selection.ts`). */
    withholdSelection: takes(nothing).answers<null>(),
  },
};

/** Every event the main process sends to the window: one entry an event. */
export const events = {
  /** Something on the desk changed, by us or by another program. */
  deskChanged: tells<DeskChange>(),
  /** Another program changed an article's file; `hash` is what stands there now. */
  articleChanged: tells<{ readonly slug: string; readonly hash: string }>(),
  /** `id` is the article's: by the time this is heard another one may have the folder's former name. */
  articleRenamed: tells<{ readonly id: string; readonly from: string; readonly to: string }>(),
  /** `id` is null where the file could not be read before it went. */
  articleRemoved: tells<{ readonly id: string | null; readonly slug: string }>(),
  /** A sync client put a second version of the article beside it. */
  conflictCopyAppeared: tells<{ readonly slug: string }>(),
  /** Another program changed `desk.json`. */
  deskSettingsChanged: tells<DeskState>(),
  /** The source book changed, by us or by another program. */
  sourcesChanged: tells<SourceBookState>(),
  /** What others have open on a shared desk changed. */
  openElsewhere: tells<readonly OpenElsewhere[]>(),
  packProgress: tells<PackProgress>(),
  /** The app was started once more, with another desk. */
  deskAsked: tells<{ readonly path: string }>(),
  /** An item of the native menu was chosen. */
  actionChosen: tells<{ readonly action: ActionId }>(),
  /** The window is about to be closed: write what is unsaved, then call `session.flushed`. */
  closeRequested: tells<{ readonly reason: 'close' | 'quit' }>(),
  fullScreenChanged: tells<{ readonly fullScreen: boolean }>(),
  /** Escape was pressed, wherever in the window; a preview's frame keeps its keys to itself. */
  escapePressed: tells<null>(),
};

export type Client = ClientOf<typeof calls>;
export type Handlers = HandlersOf<typeof calls>;
export type EventName = keyof typeof events;
export type Payload<Name extends EventName> =
  (typeof events)[Name] extends EventOf<infer Told> ? Told : never;
