/**
 * Every action of the app: its label, the words by which the palette finds it, its default keys. Menu, shortcuts, toolbar and palette read
 * this one table; what an action does stands in renderer/app. Keys are written as Electron writes them; "Mod" in
 * the window is Cmd on macOS and Ctrl elsewhere ("CmdOrCtrl").
 */
export interface Action {
  readonly label: string;
  /** Default keys, the one shown in menus first. */
  readonly keys: readonly string[];
}

const action = (label: string, ...keys: readonly string[]): Action => ({ label, keys });

export const actions = {
  'article.new': action('New article', 'CmdOrCtrl+N'),
  'article.save': action('Save now', 'CmdOrCtrl+S'),
  'article.duplicate': action('Duplicate article'),
  'article.rename': action('Rename article…'),
  'article.delete': action('Move article to bin…'),
  'article.import': action('Import…'),
  'article.export': action('Export', 'CmdOrCtrl+Shift+E'),
  'desk.sendOut': action('Send out several articles…'),
  'article.keepVersion': action('Keep a version now'),
  'article.versions': action('Versions', 'CmdOrCtrl+Shift+H'),
  'article.corrections': action('Corrections…'),
  'article.check': action('Check', 'CmdOrCtrl+Enter'),
  'desk.change': action('Change desk folder…'),
  'desk.pack': action('Pack desk…'),
  'desk.unpack': action('Unpack desk…'),
  'desk.bin': action('Bin'),
  'desk.search': action('Search articles', 'CmdOrCtrl+Shift+F'),
  'app.settings': action('Settings…', 'CmdOrCtrl+,'),
  'article.target': action('Target length…'),
  'app.palette': action('Command palette', 'CmdOrCtrl+Shift+P'),
  'app.shortcuts': action('Keyboard shortcuts', 'F1'),
  'edit.undo': action('Undo', 'CmdOrCtrl+Z'),
  'edit.redo': action('Redo', 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'),
  'edit.find': action('Find', 'CmdOrCtrl+F'),
  'edit.replace': action('Replace', 'CmdOrCtrl+Alt+Shift+F'),
  'edit.typography': action('Smart quotes and dashes on or off'),
  'format.bold': action('Bold', 'CmdOrCtrl+B'),
  'format.italic': action('Italic', 'CmdOrCtrl+I'),
  'format.underline': action('Underline', 'CmdOrCtrl+U'),
  'format.strike': action('Strikethrough', 'CmdOrCtrl+Shift+X'),
  'format.code': action('Code', 'CmdOrCtrl+E'),
  'format.superscript': action('Superscript'),
  'format.subscript': action('Subscript'),
  'format.smallCaps': action('Small caps'),
  'format.link': action('Link', 'CmdOrCtrl+K'),
  'block.paragraph': action('Paragraph', 'CmdOrCtrl+Alt+0'),
  'block.heading2': action('Heading 2', 'CmdOrCtrl+Alt+2'),
  'block.heading3': action('Heading 3', 'CmdOrCtrl+Alt+3'),
  'block.heading4': action('Heading 4', 'CmdOrCtrl+Alt+4'),
  'block.blockquote': action('Block quote', 'CmdOrCtrl+Alt+Q'),
  'block.pullQuote': action('Pull quote', 'CmdOrCtrl+Alt+U'),
  'block.bullets': action('Bulleted list', 'CmdOrCtrl+Shift+8'),
  'block.numbers': action('Numbered list', 'CmdOrCtrl+Shift+7'),
  'block.select': action('Select block'),
  'block.menu': action('Block menu', 'CmdOrCtrl+/'),
  'block.duplicate': action('Duplicate block', 'CmdOrCtrl+D'),
  'block.delete': action('Delete block'),
  'block.moveUp': action('Move block up', 'Alt+Up'),
  'block.moveDown': action('Move block down', 'Alt+Down'),
  'adBreak.insert': action('Insert ad break', 'CmdOrCtrl+Shift+A'),
  'adBreak.place': action('Place ad breaks automatically'),
  'adBreak.policy': action('Ad policy…'),
  'quote.tag': action('Tag quote', 'CmdOrCtrl+Shift+U'),
  'quote.suggest': action('Suggest quotes'),
  'note.add': action('Comment', 'CmdOrCtrl+Alt+M'),
  'tk.next': action('Next TK', 'F8'),
  'sources.book': action('Source book'),
  'sources.sheet': action('Source sheet…'),
  'view.library': action('Show or hide library', 'CmdOrCtrl+Alt+L'),
  'view.inspector': action('Show or hide inspector', 'CmdOrCtrl+Alt+I'),
  'view.nextPane': action('Next pane', 'F6'),
  'view.previousPane': action('Previous pane', 'Shift+F6'),
  'view.focusWriting': action('Focus on writing', 'CmdOrCtrl+Shift+Enter'),
  'view.fullScreen': action('Full screen', 'F11'),
  'view.focusParagraph': action('Focus on the paragraph', 'CmdOrCtrl+Alt+P'),
  'view.focusSentence': action('Focus on the sentence', 'CmdOrCtrl+Alt+S'),
  'view.typewriter': action('Typewriter scrolling', 'CmdOrCtrl+Alt+Y'),
  'view.preview': action('Preview as published', 'CmdOrCtrl+Alt+V'),
  'view.previewPhone': action('Preview on a phone'),
  'view.previewTablet': action('Preview on a tablet'),
  'view.previewDesktop': action('Preview on a desktop'),
  'view.narrow': action('Narrow text'),
  'view.normal': action('Text of normal width'),
  'view.wide': action('Wide text'),
  'view.serif': action('Serif typeface'),
  'view.sans': action('Sans-serif typeface'),
  'view.mono': action('Typewriter typeface'),
  'view.light': action('Light appearance'),
  'view.dark': action('Dark appearance'),
  'view.system': action('Appearance of the system'),
  'view.zoomIn': action('Zoom in', 'CmdOrCtrl+=', 'CmdOrCtrl+Plus'),
  'view.zoomOut': action('Zoom out', 'CmdOrCtrl+-'),
  'view.zoomReset': action('Actual size', 'CmdOrCtrl+0'),
} as const satisfies Readonly<Record<string, Action>>;

export type ActionId = keyof typeof actions;

/** Whether `id` names an action. */
export const isActionId = (id: string): id is ActionId => Object.hasOwn(actions, id);

/** What the system itself does when its menu item is chosen. */
export type SystemItem =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'selectAll'
  | 'minimize'
  | 'close'
  | 'quit';

/** An item of the native menu: one of our actions, one of the system's, or a line between groups. */
export type MenuItem =
  | { readonly action: ActionId }
  | { readonly system: SystemItem }
  | { readonly separator: true }
  | { readonly submenu: Menu };

export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

const line: MenuItem = { separator: true };
const own = (...ids: readonly ActionId[]): readonly MenuItem[] => ids.map((id) => ({ action: id }));
const system = (...items: readonly SystemItem[]): readonly MenuItem[] =>
  items.map((item) => ({ system: item }));

const under = (label: string, ...ids: readonly ActionId[]): MenuItem => ({
  submenu: { label, items: own(...ids) },
});

/** The native menu bar, left to right. */
export const menus: readonly Menu[] = [
  {
    label: 'File',
    items: [
      ...own('article.new', 'article.duplicate', 'article.rename', 'article.save'),
      line,
      ...own('article.keepVersion', 'article.versions'),
      line,
      ...own('article.import', 'article.export', 'desk.sendOut'),
      line,
      ...own('article.delete', 'desk.bin', 'desk.change'),
      line,
      ...own('desk.pack', 'desk.unpack'),
      line,
      ...own('app.settings'),
      line,
      ...system('close', 'quit'),
    ],
  },
  {
    label: 'Edit',
    items: [
      ...own('edit.undo', 'edit.redo'),
      line,
      ...system('cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll'),
      line,
      ...own('edit.find', 'edit.replace', 'desk.search'),
      line,
      ...own('edit.typography'),
    ],
  },
  {
    label: 'Format',
    items: [
      ...own('format.bold', 'format.italic', 'format.underline', 'format.strike', 'format.code'),
      ...own('format.superscript', 'format.subscript', 'format.smallCaps'),
      line,
      ...own('format.link'),
      line,
      ...own('block.paragraph', 'block.heading2', 'block.heading3', 'block.heading4'),
      ...own('block.blockquote', 'block.pullQuote', 'block.bullets', 'block.numbers'),
      line,
      ...own('block.moveUp', 'block.moveDown', 'block.duplicate', 'block.delete'),
      ...own('block.select', 'block.menu'),
    ],
  },
  {
    label: 'Story',
    items: [
      ...own('quote.tag', 'quote.suggest'),
      line,
      ...own('note.add', 'tk.next'),
      line,
      ...own('sources.book', 'sources.sheet'),
      line,
      ...own('adBreak.insert', 'adBreak.place', 'adBreak.policy'),
      line,
      ...own('article.check', 'article.target', 'article.corrections'),
    ],
  },
  {
    label: 'View',
    items: [
      ...own('view.library', 'view.inspector', 'view.focusWriting', 'view.fullScreen'),
      ...own('view.nextPane', 'view.previousPane'),
      line,
      ...own('view.focusParagraph', 'view.focusSentence', 'view.typewriter'),
      line,
      ...own('view.preview'),
      under('Preview width', 'view.previewPhone', 'view.previewTablet', 'view.previewDesktop'),
      line,
      under('Appearance', 'view.light', 'view.dark', 'view.system'),
      under('Typeface', 'view.serif', 'view.sans', 'view.mono'),
      under('Text width', 'view.narrow', 'view.normal', 'view.wide'),
      ...own('view.zoomIn', 'view.zoomOut', 'view.zoomReset'),
      line,
      ...own('app.palette'),
      ...system('minimize'),
    ],
  },
  { label: 'Help', items: own('app.shortcuts') },
];

/** The actions of a menu and of the menus in it, top to bottom. */
export const actionsIn = ({ items }: Menu): readonly ActionId[] =>
  items.flatMap((item) =>
    'action' in item ? [item.action] : 'submenu' in item ? actionsIn(item.submenu) : [],
  );
