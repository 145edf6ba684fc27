/*
 * What Windows does not let stand in names of files and folders (Naming Files, Paths, and Namespaces). A desk is copied between
 * systems: a name that one of them made must be one for all.
 */

/** Whether Windows takes the name for a device, whatever its ending: "con", "Aux.jpg", "com1 .txt". */
export const isDeviceName = (name: string): boolean =>
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i.test(name);

/** Whether Windows takes the name as it is written: it reads drives and streams into names, and drops endings. */
export const isTakenAsWritten = (name: string): boolean => !/[<>:"|?*\\/\u0000-\u001f]|[. ]$/.test(name);

/** Whether Windows can have a file or folder of this name. */
export const isWindowsName = (name: string): boolean => isTakenAsWritten(name) && !isDeviceName(name);
