/**
 * Whether two values that JSON can carry say the same, whatever the order of their keys. What is undefined is missing. Far
 * quicker than to write both.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, others] = [entriesOf(one), new Map(entriesOf(other))];
  return (
    mine.length === others.size &&
    mine.every(([name, value]) => others.has(name) && sameValue(value, others.get(name)))
  );
}

const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, inner]) => inner !== undefined);
