import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../shared/quotes/index';
import { aloud } from './reading-aloud';

describe('speech without quotation marks', () => {
  it('is a turn of a transcript, under the full name of who speaks', () => {
    const text =
      'Ruth Calder spoke to Neil Wallace.\n\nWALLACE: Will you sign it?\n\nSEN. CALDER: Not this week.';
    expect(aloud(text)).toEqual([
      'Will you sign it? ← WALLACE = Neil Wallace',
      'Not this week. ← SEN. CALDER = Ruth Calder [SEN.]',
    ]);
  });

  it('is not a single paragraph with a label', () => {
    expect(aloud('NOTE: The office is closed.')).toEqual([]);
  });

  it('is a post signed with a handle', () => {
    expect(aloud('We are open until June. — Harbour Office (@harbouroffice) May 3, 2021')).toEqual([
      'We are open until June. ← Harbour Office = Harbour Office',
    ]);
  });

  it('gives way to quotation marks inside it', () => {
    const text = 'WALLACE: She said: “We stay.” Is that true?\n\nCALDER: It is.';
    const spans = findQuotations(text).map((quotation) => quotation.text);
    expect(spans).toEqual(['“We stay.”', 'It is.']);
  });
});
