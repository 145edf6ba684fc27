import { isJsonObject, type JsonObject, type JsonValue } from './json';
import { fail, ok, type Result } from './result';

/** What made a value unreadable: where (`body[3].children[0].url`) and what should stand there. */
export interface DecodeFailure {
  readonly where: string;
  readonly expected: string;
}

/**
 * One shape, both ways. `decode` takes an unknown value and answers the typed one or throws a `DecodeError`;
 * `encode` writes it back with keys in the order in which the codec names them, so that files diff well.
 * Outside this file call `decodeWith`, which answers a Result.
 */
export interface Codec<Value> {
  decode(input: unknown): Value;
  encode(value: Value): JsonValue;
  /** Present when the field may be missing in the file: what it then is, and when it is left out again. */
  readonly absent?: { readonly value: Value; isAbsent(value: Value): boolean };
}

class DecodeError extends Error {
  readonly expected: string;
  readonly path: (string | number)[] = [];

  constructor(expected: string) {
    super(expected);
    this.expected = expected;
  }
}

/** Stops decoding; for codecs written outside this file. */
export function refuse(expected: string): never {
  throw new DecodeError(expected);
}

/** Reads `input` as the shape of `codec`; the failure names the first place that does not fit. */
export function decodeWith<Value>(codec: Codec<Value>, input: unknown): Result<Value, DecodeFailure> {
  try {
    return ok(codec.decode(input));
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return fail({ where: describePath(error.path), expected: error.expected });
  }
}

function describePath(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
  return text;
}

function at<Value>(step: string | number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof DecodeError) error.path.unshift(step);
    throw error;
  }
}

/** A value that stands in the file as it stands in memory, accepted by a test. */
export function scalar<Value extends JsonValue>(
  expected: string,
  accepts: (input: unknown) => input is Value,
): Codec<Value> {
  return {
    decode: (input) => (accepts(input) ? input : refuse(expected)),
    encode: (value) => value,
  };
}

export const string: Codec<string> = scalar('text', (input) => typeof input === 'string');
export const boolean: Codec<boolean> = scalar('true or false', (input) => typeof input === 'boolean');

/** A text that also passes `accepts`. */
export const stringThat = (expected: string, accepts: (text: string) => boolean): Codec<string> =>
  scalar(expected, (input): input is string => typeof input === 'string' && accepts(input));

/** A finite number between `least` and `most`, both included. */
export const numberBetween = (least: number, most: number): Codec<number> =>
  scalar(
    `a number from ${least} to ${most}`,
    (input): input is number => typeof input === 'number' && input >= least && input <= most,
  );

/** A whole number between `least` and `most`, both included. */
export const integerBetween = (least: number, most: number): Codec<number> =>
  scalar(
    `a whole number from ${least} to ${most}`,
    (input): input is number =>
      Number.isInteger(input) && (input as number) >= least && (input as number) <= most,
  );

/** One of the given words or numbers. */
export const oneOf = <const Value extends string | number>(...values: readonly Value[]): Codec<Value> =>
  scalar(`one of ${values.join(', ')}`, (input): input is Value =>
    (values as readonly unknown[]).includes(input),
  );

/** Any JSON object, kept as it is. */
export const jsonObject: Codec<JsonObject> = scalar('an object', isJsonObject);

/** A list of `item`. */
export const list = <Item>(item: Codec<Item>): Codec<readonly Item[]> => ({
  decode: (input) =>
    Array.isArray(input)
      ? input.map((element, index) => at(index, () => item.decode(element)))
      : refuse('a list'),
  encode: (values) => values.map((value) => item.encode(value)),
});

/** `null` or the shape of `codec`. A missing field reads as null. */
export const nullable = <Value>(codec: Codec<Value>): Codec<Value | null> => ({
  decode: (input) => (input === null ? null : codec.decode(input)),
  encode: (value) => (value === null ? null : codec.encode(value)),
  absent: { value: null, isAbsent: (value) => value === null },
});

/** A field that may be missing and then is `value`; it is left out of the file again while it is that. */
export const optional = <Value extends string | number | boolean>(
  codec: Codec<Value>,
  value: NoInfer<Value>,
): Codec<Value> => ({ ...codec, absent: { value, isAbsent: (present) => present === value } });

/** A list that may be missing and then is empty. */
export const optionalList = <Item>(item: Codec<Item>): Codec<readonly Item[]> => ({
  ...list(item),
  absent: { value: [], isAbsent: (value) => value.length === 0 },
});

/** Nobody nests lists or marks as deep; a file that does would fill the stack of whoever walks it. */
const mostNested = 100;

/** A shape that refers to itself: resolved at the first use. At most `mostNested` may stand within each other. */
export const recursive = <Value>(resolve: () => Codec<Value>): Codec<Value> => {
  let depth = 0;
  return {
    decode(input) {
      if (depth >= mostNested) return refuse(`at most ${mostNested} within each other`);
      depth += 1;
      try {
        return resolve().decode(input);
      } finally {
        depth -= 1;
      }
    },
    encode: (value) => resolve().encode(value),
  };
};

/** Fields that a newer minor version wrote and this one does not know: kept and written back. */
export interface WithExtra {
  readonly extra?: JsonObject;
}

type Fields<Value extends WithExtra> = { readonly [Key in keyof Omit<Value, 'extra'>]-?: Codec<Value[Key]> };

/**
 * An object with the given fields. Fields it does not know are kept in `extra` and written back after the known
 * ones in alphabetical order.
 */
export function object<Value extends WithExtra>(fields: Fields<Value>): Codec<Value> {
  const known = Object.entries(fields) as [string, Codec<unknown>][];
  const names = new Set(known.map(([name]) => name));
  return {
    decode(input) {
      if (!isJsonObject(input)) return refuse('an object');
      const entries: [string, unknown][] = [];
      for (const [name, codec] of known) {
        if (Object.hasOwn(input, name)) entries.push([name, at(name, () => codec.decode(input[name]))]);
        else if (codec.absent) entries.push([name, codec.absent.value]);
        else at(name, () => refuse('a value (it is missing)'));
      }
      const unknown = Object.entries(input).filter(([name]) => !names.has(name));
      if (unknown.length > 0) entries.push(['extra', Object.fromEntries(unknown)]);
      // The entries are exactly the fields of Value, each read by its own codec.
      return Object.fromEntries(entries) as unknown as Value;
    },
    encode(value) {
      const entries: [string, JsonValue][] = [];
      for (const [name, codec] of known) {
        const field = value[name as keyof Value];
        if (!codec.absent?.isAbsent(field)) entries.push([name, codec.encode(field)]);
      }
      const extra = Object.entries(value.extra ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      return Object.fromEntries([...entries, ...extra]);
    },
  };
}

/**
 * Objects told apart by their `kind`. `unknown` decides what an unknown kind becomes; without it, it is refused.
 */
export function byKind<Value extends { readonly kind: string }>(
  codecs: { readonly [Kind in Value['kind']]?: Codec<Extract<Value, { kind: Kind }>> },
  unknown?: Codec<Value>,
): Codec<Value> {
  const table = new Map(Object.entries(codecs) as [string, Codec<Value>][]);
  const pick = (kind: unknown) => (typeof kind === 'string' ? table.get(kind) : undefined) ?? unknown;
  return {
    decode(input) {
      if (!isJsonObject(input)) return refuse('an object');
      const codec = pick(input.kind);
      return codec ? codec.decode(input) : at('kind', () => refuse(`one of ${[...table.keys()].join(', ')}`));
    },
    encode(value) {
      const codec = pick(value.kind);
      if (!codec) throw new Error(`No codec for kind "${value.kind}"`);
      return codec.encode(value);
    },
  };
}
