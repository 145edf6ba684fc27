/** What the start of the app depends on. */
export interface StartConditions {
  readonly isRoot: boolean;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A Chromium switch and the sentence that tells the person why it is set, or null where it needs no mention. */
export interface Switch {
  readonly word: string;
  readonly why: string | null;
}

/** The switches that the machine makes necessary; none on an ordinary desktop. */
export const neededSwitches = (conditions: StartConditions): readonly Switch[] => {
  const switches: Switch[] = [];
  if (conditions.platform === 'linux' && conditions.isRoot) {
    switches.push({
      word: '--no-sandbox',
      why: 'Running as root, where Chromium refuses its sandbox: starting without it (--no-sandbox). Do not open files of strangers this way.',
    });
  }
  // Electron before 38 opens X11 windows unless told otherwise.
  if (conditions.environment.WAYLAND_DISPLAY && !conditions.environment.DISPLAY) {
    switches.push({ word: '--ozone-platform-hint=auto', why: null });
  }
  return switches;
};

/** Whether this process runs as root; Windows knows no such user. */
export const isRoot = (): boolean => process.geteuid?.() === 0;
