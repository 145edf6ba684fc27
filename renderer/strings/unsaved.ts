/** What the window says where words cannot be saved and somebody wants to leave them; loaded when it is said. */
export const unsavedWords = {
  stays: {
    conflict: 'The words on this page are not saved yet. Compare them with what another program wrote first.',
    orphan:
      'The words on this page are not saved yet. Write them again or close them first, or put their folder back.',
    error: 'The words on this page are not saved yet. Below stands why; try again first.',
  },
  letGo: 'What stood on this page is kept on this machine. It is offered at the next start.',
  notKept: 'This page stays open: its words could not be kept anywhere else. Write it again first.',
  deskLeft:
    'Words that could not be saved are kept on this machine. They are offered when their desk is opened again.',
} as const;
