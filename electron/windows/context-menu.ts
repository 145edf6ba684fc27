import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem, SystemItem } from '../../shared/ipc/actions';

/** What was clicked with the second button, or by the key for menus. */
type Clicked = Pick<ContextMenuParams, 'isEditable' | 'formControlType' | 'selectionText' | 'editFlags'>;

type Edit = Extract<SystemItem, 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll'>;

const line: MenuItem = { separator: true };
const edits = (...items: readonly Edit[]): readonly MenuItem[] => items.map((system) => ({ system }));

/** What can be done where `clicked` was; nothing where there are neither selected words nor a place to write. */
export function contextItems({ isEditable, formControlType, selectionText }: Clicked): readonly MenuItem[] {
  const isSelected = selectionText.trim() !== '';
  if (!isEditable) return isSelected ? edits('copy') : [];
  // Headline, deck and every field of a dialog are form controls: only the words of the article are not.
  if (formControlType !== 'none') return [...edits('cut', 'copy', 'paste'), line, ...edits('selectAll')];
  return [
    ...edits('cut', 'copy', 'paste', 'pasteAndMatchStyle'),
    line,
    { action: 'quote.tag' },
    ...(isSelected ? ([{ action: 'format.link' }, { action: 'note.add' }] as const) : []),
    line,
    ...edits('selectAll'),
  ];
}

/** What the row of the open article offers in the list. */
const articleItems: readonly MenuItem[] = [
  { action: 'article.duplicate' },
  { action: 'article.rename' },
  line,
  { action: 'article.versions' },
  { action: 'article.export' },
  line,
  { action: 'article.delete' },
];

/** Shows what can be done with the open article; `at` in CSS pixels, `draw` as for the menu of the page. */
export function offerArticleMenu(
  window: BrowserWindow,
  draw: (item: MenuItem) => MenuItemConstructorOptions,
  at: { readonly x: number; readonly y: number },
): void {
  const zoom = window.webContents.getZoomFactor();
  const [x, y] = [Math.round(at.x * zoom), Math.round(at.y * zoom)];
  Menu.buildFromTemplate(articleItems.map(draw)).popup({ window, x, y });
}

/** Whether the browser can do `edit` there now. */
function can(edit: string, { editFlags }: Clicked): boolean {
  switch (edit) {
    case 'cut':
      return editFlags.canCut;
    case 'copy':
      return editFlags.canCopy;
    case 'paste':
    case 'pasteAndMatchStyle':
      return editFlags.canPaste;
    default:
      return true;
  }
}

/** Shows the menu of the place that was clicked; `draw` makes an item as the menu bar has it. */
export function offerContextMenu(
  window: BrowserWindow,
  draw: (item: MenuItem) => MenuItemConstructorOptions,
): void {
  window.webContents.on('context-menu', (_, clicked) => {
    const items = contextItems(clicked);
    if (items.length === 0) return;
    const template = items.map((item) =>
      'system' in item ? { ...draw(item), enabled: can(item.system, clicked) } : draw(item),
    );
    Menu.buildFromTemplate(template).popup({ window });
  });
}
