import { expect, test } from 'vitest';
import { languageChoices } from '../../../renderer/strings/languages';

test('English comes first, every language once and by its name', () => {
  const choices = languageChoices('de');
  expect(choices.slice(0, 2)).toEqual([
    { value: 'en', label: 'English (US)' },
    { value: 'en-GB', label: 'English (UK)' },
  ]);
  expect(choices).toContainEqual({ value: 'de', label: 'German' });
  expect(choices).toContainEqual({ value: 'ar', label: 'Arabic' });
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
});

test('the language that an article has is among them, whatever it is', () => {
  expect(languageChoices('gsw')).toContainEqual({ value: 'gsw', label: 'Swiss German' });
});
