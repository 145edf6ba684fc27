import { standfirst } from '../bridge/standfirst';

/** Has what is selected in this window, on the page and in fields, taken back from the other programs of a Linux desktop. */
export function withholdSelections(): void {
  if (!navigator.userAgent.includes('Linux')) return;
  document.addEventListener('selectionchange', () => {
    if (isAnythingSelected()) void standfirst.outside.withholdSelection();
  });
}

function isAnythingSelected(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.selectionStart !== field.selectionEnd;
  return document.getSelection()?.isCollapsed === false;
}
