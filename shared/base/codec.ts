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

/** What stands there may be whole: it has a kind that this version does not know. */
class UnknownKind extends DecodeError {}

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

/** Steps of a place that are told: those of what is nested too deep would fill a page. */
const mostSteps = 40;

function describePath(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path.slice(0, mostSteps))
    text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
  return path.length > mostSteps ? `${text}…` : text;
}

/** What `codec` makes of what stands at `step`. */
function readAt<Value>(step: string | number, codec: Codec<Value>, input: unknown): Value {
  try {
    return codec.decode(input);
  } catch (error) {
    if (error instanceof DecodeError) error.path.unshift(step);
    throw error;
  }
}

/** Stops decoding because of what stands, or does not, at `step`. */
const refuseAt = (step: string, expected: string): never =>
  readAt(step, { decode: () => refuse(expected), encode: () => null }, null);

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

/** One of the given words; another word may be one of a newer version, and what it belongs to whole (`orWhole`). */
export const oneOfKnown = <const Value extends string>(...values: readonly Value[]): Codec<Value> => {
  const known = oneOf(...values);
  return {
    ...known,
    decode(input) {
      if (typeof input === 'string' && !(values as readonly string[]).includes(input))
        throw new UnknownKind(`one of ${values.join(', ')}`);
      return known.decode(input);
    },
  };
};

/**
 * How many levels a shape that refers to itself may have. Nobody writes lists within lists so deep. Whoever walks deeper ones runs
 * out of the machine's stack, and the border between window and preload script lets nothing pass beyond a thousand levels of
 * JSON, of which a list takes four.
 */
export const deepestLevels = 50;
/** The levels of JSON that may stand in what is kept as it is. */
const deepestKept = 4 * deepestLevels;
const tooDeep = `at most ${deepestLevels} levels within each other`;

function nestsDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1));
}

/** What is kept as it is. */
const kept = (input: JsonObject): JsonObject => (nestsDeeper(input, deepestKept) ? refuse(tooDeep) : input);

/** Any JSON object, kept as it is. */
export const jsonObject: Codec<JsonObject> = {
  decode: (input) => (isJsonObject(input) ? kept(input) : refuse('an object')),
  encode: (value) => value,
};

/** A list of `item`. */
export const list = <Item>(item: Codec<Item>): Codec<readonly Item[]> => ({
  decode: (input) =>
    Array.isArray(input) ? input.map((element, index) => readAt(index, item, element)) : refuse('a list'),
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

/** The shapes that are being read just now, each within the one before. */
let levels = 0;

/** A shape that refers to itself: resolved at the first use. */
export const recursive = <Value>(resolve: () => Codec<Value>): Codec<Value> => ({
  decode(input) {
    if (levels === deepestLevels) return refuse(tooDeep);
    levels += 1;
    try {
      return resolve().decode(input);
    } finally {
      levels -= 1;
    }
  },
  encode: (value) => resolve().encode(value),
});

/** The shape of `codec`, and where something within it has a kind that this version does not know, the shape of `whole`. */
export const orWhole = <Value>(codec: Codec<Value>, whole: Codec<Value>): Codec<Value> => ({
  ...codec,
  decode(input) {
    try {
      return codec.decode(input);
    } catch (error) {
      if (error instanceof UnknownKind) return whole.decode(input);
      throw error;
    }
  },
});

/**
 * The shape of `codec`, and where the list in its field `field` holds something of a kind that this version does not know, that shape
 * with an empty list. What stands there is kept in `extra` under the name of the field (`leftUnread`), and written back.
 */
export const orWithout = <Value extends WithExtra>(
  codec: Codec<Value>,
  field: string & keyof Omit<Value, 'extra'>,
): Codec<Value> =>
  orWhole(codec, {
    ...codec,
    decode(input) {
      const whole = jsonObject.decode(input);
      const value = codec.decode({ ...whole, [field]: [] });
      return { ...value, extra: { ...value.extra, [field]: whole[field] ?? null } };
    },
  });

/** What a newer version wrote in a field that `orWithout` left empty; undefined where the field was read. */
export const leftUnread = <Value extends WithExtra>(
  value: Value,
  field: string & keyof Omit<Value, 'extra'>,
): JsonValue | undefined => value.extra?.[field];

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
  return {
    decode(input) {
      if (!isJsonObject(input)) return refuse('an object');
      // Thousands of these make an article, and the window waits for it: nothing is made here but the value.
      const value: Record<string, unknown> = {};
      let found = 0;
      for (const [name, codec] of known) {
        if (Object.hasOwn(input, name)) {
          value[name] = readAt(name, codec, input[name]);
          found += 1;
        } else if (codec.absent) value[name] = codec.absent.value;
        else refuseAt(name, 'a value (it is missing)');
      }
      if (Object.keys(input).length > found) {
        const unknown = Object.entries(input).filter(([name]) => !Object.hasOwn(fields, name));
        value.extra = kept(Object.fromEntries(unknown));
      }
      // These are exactly the fields of Value, each read by its own codec.
      return value as unknown as Value;
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
      if (codec) return codec.decode(input);
      const expected = `one of ${[...table.keys()].join(', ')}`;
      if (typeof input.kind !== 'string') return refuseAt('kind', expected);
      const unknownKind = new UnknownKind(expected);
      unknownKind.path.push('kind');
      throw unknownKind;
    },
    encode(value) {
      const codec = pick(value.kind);
      if (!codec) throw new Error(`No codec for kind "${value.kind}"`);
      return codec.encode(value);
    },
  };
}
