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

  it('is the paragraph behind words of saying and a colon', () => {
    const text =
      'Ana Lopez wrote in a letter to the board:\n\nWe have been here for forty years and we will not move.\n\nThe board met.';
    expect(aloud(text)).toEqual([
      'We have been here for forty years and we will not move. ← Ana Lopez = Ana Lopez',
    ]);
  });

  it('is no list behind a colon', () => {
    expect(
      aloud('Ana Lopez said there are three points:\n\n1. The roof has to be mended before the winter.'),
    ).toEqual([]);
  });

  it('gives way to quotation marks inside it', () => {
    const text = 'WALLACE: She said: “We stay.” Is that true?\n\nCALDER: It is.';
    const spans = findQuotations(text).map((quotation) => quotation.text);
    expect(spans).toEqual(['“We stay.”', 'It is.']);
  });
});
