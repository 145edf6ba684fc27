/** What is appended to the slug for the name of a source sheet. */
export const sourceSheetEnding = '.source-sheet.html';
