import { describe, expect, it } from 'vitest';
import { newSource, type Source } from '../../../shared/article/source';
import { decodedAddress, fold } from '../../../shared/sources/fold';
import { nameSearch } from '../../../shared/sources/name-search';

const found = (name: string, text: string, fields: Partial<Source> = {}) => {
  const hit = nameSearch({ ...newSource('s', name), ...fields }).find(fold(text), 'prose');
  return hit && text.slice(hit.start, hit.end);
};
const inAddress = (name: string, address: string) =>
  nameSearch(newSource('s', name)).find(fold(decodedAddress(address)), 'address') !== null;

describe('the search for a name', () => {
  it.each([
    ['John Kerry', 'It was JOHN KERRY who', 'JOHN KERRY'],
    ['John Kerry', 'by John\u00a0Kerry.', 'John\u00a0Kerry'],
    ['John Kerry', 'John\nKerry', 'John\nKerry'],
    ['John Kerry', 'saidJohn Kerry', 'John Kerry'],
    ['John Kerry', '#johnkerry', 'johnkerry'],
    ['John Kerry', 'Jo\u00adhn Ker\u200bry', 'Jo\u00adhn Ker\u200bry'],
    ['John Kerry', 'Kerry, John', 'Kerry, John'],
    ['John Kerry', 'John F. Kerry', 'John F. Kerry'],
    ['John Forbes Kerry', 'John Kerry', 'John Kerry'],
    ['Dr. John Kerry', 'John Kerry', 'John Kerry'],
    ['John Kerry Jr.', 'John Kerry', 'John Kerry'],
    ['John Kerry', 'Ｊｏｈｎ Kerry', 'Ｊｏｈｎ Kerry'],
    ['Zoë Núñez', 'Zoe Nunez', 'Zoe Nunez'],
    ['Zoe Nunez', 'zoe\u0308 Núñez', 'zoe\u0308 Núñez'],
    ['Søren Weiß', 'SOREN WEISS', 'SOREN WEISS'],
    ['Karmnu Għarb', 'Karmnu Gharb', 'Karmnu Gharb'],
    ['Áŋŋel Guttorm', 'Annel Guttorm', 'Annel Guttorm'],
    ['Anne-Marie O’Neill', "Anne Marie O'Neill", "Anne Marie O'Neill"],
    ['J. Kerry', 'with J.Kerry there', 'J.Kerry'],
    ['Kerry', 'to Kerry’s', 'Kerry'],
    ['Kerry', 'saidKerry', 'Kerry'],
    ['王小明', '昨天王小明说', '王小明'],
    ['Иван Петров', 'said Ivan Petrov', 'Ivan Petrov'],
    ['Петров, Иван', 'said I. Petrov', 'I. Petrov'],
    ['Νίκος Παπαδόπουλος', 'said Nikos Papadopoulos', 'Nikos Papadopoulos'],
    ['יוסי כהן', 'אמר יוסי כהן', 'יוסי כהן'],
    ['Al Green', 'with Al Green', 'Al Green'],
    // As people write names into the field.
    ['约翰·克里', '昨天约翰·克里说', '约翰·克里'],
    ['ジョン・ケリー', '昨日ジョン・ケリーは', 'ジョン・ケリー'],
    ['Kerry, John', 'It was Kerry, John', 'Kerry, John'],
    ['Kerry, John', 'It was John Kerry', 'John Kerry'],
    ['Robert “Bob” Smith', 'said Robert “Bob” Smith', 'Robert “Bob” Smith'],
    ['Robert "Bob" Smith', 'said Robert “Bob” Smith', 'Robert “Bob” Smith'],
    ['Robert (Bob) Smith', 'said Bob Smith', 'Bob Smith'],
    ['John Kerry (harbour board)', 'said John Kerry', 'John Kerry'],
    ['John Kerry, harbour master', 'said John Kerry', 'John Kerry'],
    ['John Kerry – harbour board', 'said John Kerry', 'John Kerry'],
    ['Jack Doe / John Kerry', 'said John Kerry', 'John Kerry'],
    ['Frau Dr. Anna Schmidt', 'Anna Schmidt', 'Anna Schmidt'],
    // As people write them into a text.
    ['Anne O’Neill', 'Anne O‘Neill', 'Anne O‘Neill'],
    ['Anne O’Neill', 'Anne OʼNeill', 'Anne OʼNeill'],
    ['Anne O’Neill', 'Anne O′Neill', 'Anne O′Neill'],
    ['Jürgen Müller', 'Juergen Mueller', 'Juergen Mueller'],
    ['Juergen Mueller', 'Jürgen Müller', 'Jürgen Müller'],
    ['Håkan Øst', 'Haakon und Haakan Oest', 'Haakan Oest'],
    ['Annemarie Roth', 'Anne-Marie Roth', 'Anne-Marie Roth'],
    ['John Kerry', 'John Forbes Kerry', 'John Forbes Kerry'],
    ['John Kerry', 'John and John F. Kerry', 'John F. Kerry'],
    ['John Kerry', 'John “Jack” Kerry', 'John “Jack” Kerry'],
    ['John Kerry', 'said J. Kerry', 'J. Kerry'],
    ['John Kerry', 'par KERRY John', 'KERRY John'],
    ['Shinzo Abe', 'Abe Shinzo', 'Abe Shinzo'],
    ['Jon Lis', 'Jon Liss Wort', 'Jon Liss'],
    ['محمد علي', 'قال محمـد على', 'محمـد على'],
    // Letters of two scripts that look the same.
    ['John Kerry', 'by Jоhn Кеrry', 'Jоhn Кеrry'],
    ['Сергей Петров', 'сказал Cергей Пeтpов', 'Cергей Пeтpов'],
    ['John Kerry', 'John\u3164Kerry', 'John\u3164Kerry'],
    ['John Kerry', 'John\u2800Kerry', 'John\u2800Kerry'],
    ['John Kerry', 'John\ufffc Kerry', 'John\ufffc Kerry'],
    ['John Kerry', 'by ᴊᴏʜɴ ᴋᴇʀʀʏ', 'ᴊᴏʜɴ ᴋᴇʀʀʏ'],
    ['John Kerry', 'by 🅹🅾🅷🅽 🅚🅔🅡🅡🅨', '🅹🅾🅷🅽 🅚🅔🅡🅡🅨'],
    ['山田太郎', '山田 太郎', '山田 太郎'],
    // By an initial, whatever the last name is made of.
    ['John O’Neill', 'said J. O’Neill', 'J. O’Neill'],
    ['Mary-Jane O’Neill', 'said M.-J. O’Neill', 'M.-J. O’Neill'],
    ['Jürgen Müller-Weiß', 'said J. Müller-Weiss', 'J. Müller-Weiss'],
    ['Ludwig van Beethoven', 'said L. van Beethoven', 'L. van Beethoven'],
    ['Ahmed al-Sayed', 'said A. al-Sayed', 'A. al-Sayed'],
    ['John Forbes Kerry', 'said J. F. Kerry', 'J. F. Kerry'],
    ['Ann Lee', 'said A. Lee', 'A. Lee'],
    ['John Kerry', 'Sources: Doe, A.; Kerry, J.', 'Kerry, J.'],
    // In an address that nobody made a link of.
    ['John Kerry', 'write to john.kerry@example.org', 'john.kerry'],
    ['John Kerry', 'write to JKerry@example.org', 'JKerry'],
    ['John Kerry', 'write to kerryj@example.org', 'kerryj'],
    ['John Kerry', 'seen at https://example.org/kerry-john today', 'kerry-john'],
    ['John Kerry', 'seen at https://example.org/?q=John+Kerry', 'John+Kerry'],
    ['John Kerry', 'on the page example.org/people/john/kerry', 'john/kerry'],
    ['John Kerry', 'as @jkerry wrote', 'jkerry'],
  ])('finds %s in “%s”', (name, text, match) => {
    expect(found(name, text)).toBe(match);
  });

  it.each([
    ['John Kerry', 'Kerry said, and John agreed'],
    ['John Kerry', 'It was John. Kerry town was far.'],
    ['Al Green', 'municipal greens'],
    ['Kerry', 'in Kerrytown'],
    ['Ann', 'the annual plan'],
    ['N. N.', 'an NN'],
    ['Anonymous', 'an anonymous tip'],
    ['', 'anything'],
    ['John Kerry', 'J Kerry Street and John and Kerry'],
    ['harbour master – Wick', 'said the harbour master'],
    ['Sue Poe', 'su po'],
    ['Mark May', 'it may mark a turn'],
    ['Gina May', 'in spring, e.g. May or the U.G. May lake'],
    ['John Kerry', 'in Kerry, J. Smith said'],
    ['John Kerry', 'John/Kerry is no address, and at 3 @ $5 nobody is'],
    ['Simon Stone', 'stones at https://example.org/stones'],
    ['Ludwig van Beethoven', 'l. van beethoven'],
  ])('does not find %s in “%s”', (name, text) => {
    expect(found(name, text)).toBe(null);
  });

  it('finds the name of an organisation with the signs that are part of it', () => {
    const organisation = { kind: 'organisation' } as const;
    expect(found('Acme, Inc.', 'told Acme, Inc. that', organisation)).toBe('Acme, Inc');
    expect(found('Smith & Sons', 'at Smith & Sons', organisation)).toBe('Smith & Sons');
    const memo = { kind: 'document', title: 'Memo: the harbour plan' } as const;
    expect(found('Paper 12', 'the Memo: the harbour plan', memo)).toBe('Memo: the harbour plan');
  });

  it('does not take the public description for a secret', () => {
    expect(found('A senior official', 'said a senior official', { publishedAs: 'a senior official' })).toBe(
      null,
    );
    expect(found('John Kerry', 'a friend of John Kerry', { publishedAs: 'a friend of John Kerry' })).not.toBe(
      null,
    );
  });

  it('finds contact, and a document’s title and address', () => {
    expect(found('John Kerry', 'write to j.k@example.org', { contact: 'J.K@example.org' })).toBe(
      'j.k@example.org',
    );
    expect(found('John Kerry', 'call +441955000001', { contact: 'home, +44 1955 000-001' })).toBe(
      '441955000001',
    );
    expect(found('John Kerry', 'call 01955 000001', { contact: '+44 1955 000001' })).toBe('01955 000001');
    expect(found('John Kerry', 'call 01955 000 001', { contact: 'Tel. 01955/000001 (late)' })).not.toBe(null);
    expect(
      found('John Kerry', 'write to j.k@example.org', { contact: 'Signal: j.k@example.org (late)' }),
    ).toBe('j.k@example.org');
    expect(found('John Kerry', 'the press office', { contact: 'Press office' })).toBe(null);
    const memo = { kind: 'document', title: 'Harbour memo', url: 'https://example.org/memo-7' } as const;
    expect(found('Paper 12', 'the harbour memo', memo)).toBe('harbour memo');
    expect(found('Paper 12', 'see https://example.org/memo-7', memo)).toBe('https://example.org/memo-7');
  });

  it.each([
    ['John Kerry', 'https://example.org/people/john-kerry?x=1'],
    ['John Kerry', 'https://example.org/JohnKerry'],
    ['John Kerry', 'mailto:john.kerry@example.org'],
    ['John Kerry', 'https://example.org/?q=John%2520Kerry'],
    ['Zoë Núñez', 'https://example.org/Zo%C3%AB_N%C3%BA%C3%B1ez'],
    ['John Kerry', 'a1b2-kerry_john.jpg'],
    ['John Kerry', 'john-f-kerry.html'],
    ['Kerry', 'a1b2-kerry.jpg'],
    ['John Kerry', 'mailto:jkerry@example.org'],
    ['John Kerry', 'https://example.org/?share=100%&q=John%20Kerry'],
    ['Zoë Núñez', 'https://example.org/Zo%EB%20N%FA%F1ez'],
    ['Jörg Müller', 'https://xn--jrgmller-n4a7d.example/'],
    ['Jürgen Müller', 'https://example.org/juergen-mueller'],
    ['Иван Петров', 'intervju-ivan-petrov.jpg'],
    ['Иван Петров', 'ipetrov@example.org'],
    ['Kerry, John', 'john-kerry.jpg'],
    ['John Kerry', 'https://example.org/?q=John%25252520Kerry'],
    ['John Kerry', 'mailto:kerry.j2@example.org'],
  ])('finds %s in the address %s', (name, address) => {
    expect(inAddress(name, address)).toBe(true);
  });

  it('does not find a short name inside a word of an address', () => {
    expect(inAddress('Ann', 'https://example.org/annual')).toBe(false);
    expect(inAddress('Amy Stone', 'https://example.org/under-a-stone')).toBe(false);
    expect(inAddress('Sue Stone', 'https://example.org/the-king-s-stone')).toBe(false);
    expect(inAddress('Sue Stone', 'mailto:s.stone@example.org')).toBe(true);
  });
});
