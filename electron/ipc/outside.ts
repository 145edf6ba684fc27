import { fail, ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { Dialogs } from '../windows/dialogs';

/** The only kinds of address that leave the app. */
const schemes = ['https:', 'http:', 'mailto:'];

/** The address as the system shall open it, or null where it may not leave the app. */
export function addressThatMayLeave(typed: string): string | null {
  let url: URL;
  try {
    url = new URL(typed);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  return schemes.includes(url.protocol) ? url.href : null;
}

/**
 * Answers the calls about what goes to other programs. `openExternal` is confirmed by the writer first; `withholdSelection` takes the
 * selection from them.
 */
export function outsideHandlers(
  dialogs: Dialogs,
  openExternal: (url: string) => Promise<void>,
  withholdSelection: () => void,
): Pick<Handlers, 'outside'> {
  return {
    outside: {
      async openLink({ url }) {
        const address = addressThatMayLeave(url);
        if (address === null) return fail({ code: 'not-allowed' });
        const agreed = await dialogs.confirm({
          message: address.startsWith('mailto:')
            ? 'Write to this address?'
            : 'Open this link in the browser?',
          detail: `${address}\n\nThe site will see that somebody opened the link. Standfirst itself stays offline.`,
          yes: 'Open',
          no: 'Cancel',
        });
        if (!agreed) return ok('declined');
        await openExternal(address);
        return ok('opened');
      },
      withholdSelection() {
        withholdSelection();
        return ok(null);
      },
    },
  };
}
