import type { ElectronApplication } from '@playwright/test';

/** How the system's dialogs are answered. What is not given is left without a choice. */
export interface Answers {
  /** The path for the next save dialogs. */
  readonly savePath?: string;
  /** The file or folder for the next open dialogs. */
  readonly openPath?: string;
  /** The files for the next open dialogs where several may be chosen. */
  readonly openPaths?: readonly string[];
  /** The label of the button to press in questions. */
  readonly button?: string;
}

export interface DialogRecord {
  /** The questions asked, message by message. */
  readonly questions: readonly string[];
  /** The names that save dialogs suggested. */
  readonly suggestedNames: readonly string[];
  /** Addresses that were handed to the system's browser. */
  readonly openedLinks: readonly string[];
}

interface Recording {
  standfirstDialogs?: {
    questions: string[];
    suggestedNames: string[];
    openedLinks: string[];
    answers: Answers;
  };
}

/** Puts `answers` in the place of the system's dialogs and of its browser, and records what was asked. */
export async function answerDialogs(electron: ElectronApplication, answers: Answers): Promise<void> {
  await electron.evaluate(({ dialog, shell }, given) => {
    const global = globalThis as Recording;
    if (global.standfirstDialogs) {
      global.standfirstDialogs.answers = given;
      return;
    }
    const record = {
      questions: [],
      suggestedNames: [],
      openedLinks: [],
      answers: given,
    } as Required<Recording>['standfirstDialogs'];
    global.standfirstDialogs = record;
    const last = <Options>(words: unknown[]) => words.at(-1) as Options;
    Object.assign(dialog, {
      showSaveDialog: async (...words: unknown[]) => {
        record.suggestedNames.push(last<Electron.SaveDialogOptions>(words).defaultPath ?? '');
        const { savePath } = record.answers;
        return { canceled: savePath === undefined, filePath: savePath ?? '' };
      },
      showOpenDialog: async () => {
        const { openPath, openPaths } = record.answers;
        const filePaths = openPaths ?? (openPath === undefined ? [] : [openPath]);
        return { canceled: filePaths.length === 0, filePaths };
      },
      showMessageBox: async (...words: unknown[]) => {
        const { message, buttons = [], cancelId = 0 } = last<Electron.MessageBoxOptions>(words);
        record.questions.push(message);
        const index = record.answers.button === undefined ? -1 : buttons.indexOf(record.answers.button);
        return { response: index < 0 ? cancelId : index, checkboxChecked: false };
      },
    });
    Object.assign(shell, {
      openExternal: async (url: string) => {
        record.openedLinks.push(url);
      },
    });
  }, answers);
}

/** What was asked and opened since `answerDialogs`. */
export function recordedDialogs(electron: ElectronApplication): Promise<DialogRecord> {
  return electron.evaluate(() => {
    const record = (globalThis as Recording).standfirstDialogs;
    if (!record) throw new Error('Call app.answer(…) first');
    const { questions, suggestedNames, openedLinks } = record;
    return { questions, suggestedNames, openedLinks };
  });
}
