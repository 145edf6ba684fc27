import { describe, expect, it } from 'vitest';
import { newSource } from '../../../shared/article/source';
import { fold } from '../../../shared/sources/fold';
import { surnamePattern, surnamesOf } from '../../../shared/sources/surnames';

const found = (name: string, text: string, language: string): readonly string[] =>
  surnamesOf(newSource('s', name)).flatMap((surname) =>
    [...fold(text).text.matchAll(surnamePattern(surname, language))].map(([word]) => word),
  );

describe('the surname of somebody who is not named is found', () => {
  it.each([
    ['de', 'Jürgen Müller', 'Müllers Anwalt', 'mullers'],
    ['de', 'Jürgen Müller-Weiß', 'Jürgen Müller sagte', 'muller'],
    ['de', 'Jürgen Müller-Weiß', 'Frau Weiß sagte', 'weiss'],
    ['cs', 'Jan Novák', 'řekl Novák', 'novak'],
    ['cs', 'Jan Novák', 'od Nováka', 'novaka'],
    ['cs', 'Jan Novák', 'Novákovi', 'novakovi'],
    ['cs', 'Jan Novák', 's Janem Novákem', 'novakem'],
    ['cs', 'Jana Nováková', 'o Novákové', 'novakove'],
    ['cs', 'Petr Němec', 'od Němce', 'nemce'],
    ['cs', 'Petr Novotný', 'Novotnému', 'novotnemu'],
    ['pl', 'Jan Kowalski', 'Kowalskiego', 'kowalskiego'],
    ['pl', 'Adam Kwiatek', 'Kwiatkowi', 'kwiatkowi'],
    ['pl', 'Anna Nowak', 'z Nowakami', 'nowakami'],
    ['hr', 'Ivan Petrović', 's Petrovićem', 'petrovicem'],
    ['ru', 'Иван Петров', 'у Петрова', 'петрова'],
    ['ru', 'Лев Толстой', 'о Толстом', 'толстом'],
    ['ru', 'Анна Петрова', 'с Петровой', 'петровои'],
    ['uk', 'Тарас Шевченко', 'Шевченка', 'шевченка'],
    ['lt', 'Jonas Petraitis', 'Petraičio', 'petraicio'],
    ['lv', 'Jānis Bērziņš', 'Bērziņa', 'berzina'],
  ])('%s: %s in “%s”', (language, name, text, word) => {
    expect(found(name, text, language)).toContain(word);
  });

  it.each([
    ['en', 'Jan Novák', 'Nováka'],
    ['cs', 'Jan Novák', 'Nováček a novost'],
    ['cs', 'Petr Beneš', 'Ben'],
    ['pl', 'Jan Kowal', 'Kowalczyk'],
    ['ru', 'Иван Петров', 'Петровский'],
    ['en', 'Ann Smith-Li', 'Li'],
  ])('%s: %s is not in “%s”', (language, name, text) => {
    expect(found(name, text, language)).toEqual([]);
  });
});
