const quoted = /[“„«"‘([]\s*([^“”„«»"‘’()[\]]+?)\s*[”“»"’)\]]/gu;
const lowerCase = /^\p{Ll}/u;
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}'’.-]+/gu) ?? [];

/**
 * The names that a name field holds, as people say them; the first is the one to go by. Writers put down more than a name:
 * "Kerry, John", "John Kerry (harbour board)", "John Kerry, harbour master", "Robert “Bob” Smith", "John Kerry / Jack Kerry".
 * Empty where the field holds a name and nothing else.
 */
export function writtenNames(field: string): readonly string[] {
  const whole = field.replace(/\s+/g, ' ').trim();
  const found = whole
    .split(/ ?[/;|] ?| (?:aka|a\.k\.a\.|alias) /i)
    .flatMap((part) => {
      const said = turned(part.replace(quoted, ' ').replace(/\s+/g, ' ').trim());
      return [said, ...nicknames(part, said)];
    })
    .filter((name) => words(name).length > 1);
  return found.length === 1 && found[0] === whole ? [] : [...new Set(found)];
}

/** "Kerry, John" as "John Kerry"; of "John Kerry, harbour master" and "John Kerry – harbour" what stands before. */
function turned(name: string): string {
  const [head = '', ...rest] = name.split(/\s*[,:]\s+|\s+\p{Pd}\s+/u);
  if (rest.length === 0) return name;
  const behind = rest[0] ?? '';
  if (words(head).length === 1) return name.startsWith(`${head},`) ? `${behind} ${head}` : name;
  // "harbour master – Wick" is a description: its words are everybody's.
  return words(head).some((word) => lowerCase.test(word) && word.length > 3) ? name : head;
}

/** "Bob Smith" for “Robert “Bob” Smith”. */
function nicknames(part: string, said: string): readonly string[] {
  const last = words(said).at(-1);
  return [...part.matchAll(quoted)].flatMap(({ 1: nickname = '', index, 0: all }) => {
    const isWithin = part.slice(0, index).trim() !== '' && part.slice(index + all.length).trim() !== '';
    return isWithin && last && words(nickname).length === 1 ? [`${nickname} ${last}`] : [];
  });
}
