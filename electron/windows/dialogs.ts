import { type BaseWindow, dialog } from 'electron';

/** Questions to the writer, over their window. */
export interface Dialogs {
  /** The folder that was chosen, or null. */
  chooseFolder(title: string, button: string): Promise<string | null>;
  /** The pictures that were chosen, at most one, or null. */
  choosePicture(): Promise<string | null>;
  /** The file that was chosen, or null. */
  chooseFile(title: string, button: string): Promise<string | null>;
  /** The documents that were chosen, or null. */
  chooseDocuments(): Promise<readonly string[] | null>;
  /** Where to save; the system's dialog asks before an existing file is replaced. */
  chooseSavePath(suggestedName: string): Promise<string | null>;
  /** Where to put a new file or folder, named as the writer likes. */
  chooseNewPath(title: string, button: string, suggestedName: string): Promise<string | null>;
  /** Whether the writer agrees. Escape and closing the dialog mean no. */
  confirm(question: Question): Promise<boolean>;
}

export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
}

/** The system's dialogs over the window that `parent` answers. */
export function createDialogs(parent: () => BaseWindow | null): Dialogs {
  // Every dialog is called on the `dialog` object at the time, so that end-to-end tests can answer in its place.
  const over = <Options, Answer>(
    show: (parent: BaseWindow, options: Options) => Promise<Answer>,
    showAlone: (options: Options) => Promise<Answer>,
    options: Options,
  ): Promise<Answer> => {
    const window = parent();
    return window ? show(window, options) : showAlone(options);
  };

  async function openSeveral(options: Electron.OpenDialogOptions): Promise<readonly string[] | null> {
    const answer = await over(
      (window, given: Electron.OpenDialogOptions) => dialog.showOpenDialog(window, given),
      (given) => dialog.showOpenDialog(given),
      options,
    );
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
  }

  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> =>
    (await openSeveral(options))?.[0] ?? null;

  async function save(title: string, button: string, suggestedName: string): Promise<string | null> {
    const options: Electron.SaveDialogOptions = {
      title,
      buttonLabel: button,
      defaultPath: suggestedName,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    };
    const answer = await over(
      (window, given: Electron.SaveDialogOptions) => dialog.showSaveDialog(window, given),
      (given) => dialog.showSaveDialog(given),
      options,
    );
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  }

  return {
    chooseFolder: (title, button) =>
      open({ title, buttonLabel: button, properties: ['openDirectory', 'createDirectory'] }),
    choosePicture: () =>
      open({
        title: 'Choose a picture',
        buttonLabel: 'Insert',
        properties: ['openFile'],
        filters: [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'] }],
      }),
    chooseFile: (title, button) => open({ title, buttonLabel: button, properties: ['openFile'] }),
    chooseDocuments: () =>
      openSeveral({
        title: 'Import documents',
        buttonLabel: 'Import',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Documents', extensions: ['docx', 'html', 'htm', 'md', 'markdown', 'txt'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),
    chooseSavePath: (suggestedName) => save('Export', 'Export', suggestedName),
    chooseNewPath: save,
    async confirm({ message, detail, yes, no }) {
      const options: Electron.MessageBoxOptions = {
        type: 'question',
        message,
        detail,
        buttons: [yes, no],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      };
      const answer = await over(
        (window, given: Electron.MessageBoxOptions) => dialog.showMessageBox(window, given),
        (given) => dialog.showMessageBox(given),
        options,
      );
      return answer.response === 0;
    },
  };
}
