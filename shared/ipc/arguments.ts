import { type Codec, object, refuse, scalar, stringThat, type WithExtra } from '../base/codec';
import type { JsonValue } from '../base/json';

/** The argument of a call that takes none. */
export const nothing: Codec<undefined> = {
  decode: (input) => (input === undefined || input === null ? undefined : refuse('nothing')),
  encode: () => null,
};

/** Exactly the given fields. Unlike an object in a file, an argument with a field nobody knows is refused. */
export function fields<Value extends object>(
  codecs: {
    readonly [Key in keyof Value]-?: Codec<Value[Key]>;
  },
): Codec<Value> {
  // `object` reads the same fields; the type only lacks the `extra` that is refused below.
  const tolerant = object(codecs as never) as unknown as Codec<Value & WithExtra>;
  return {
    decode(input) {
      const value = tolerant.decode(input);
      if (value.extra) refuse(`no field named ${Object.keys(value.extra).join(', ')}`);
      return value;
    },
    encode: (value) => tolerant.encode(value as Value & WithExtra),
  };
}

/** Bytes of a file. The border between the processes carries them as they are, without a detour over JSON. */
export const bytes: Codec<Uint8Array> = {
  decode: (input) => (input instanceof Uint8Array ? input : refuse('bytes')),
  encode: (value) => value as unknown as JsonValue,
};

/** Text or bytes. */
export const textOrBytes: Codec<string | Uint8Array> = {
  decode: (input) =>
    typeof input === 'string' || input instanceof Uint8Array ? input : refuse('text or bytes'),
  encode: (value) => value as unknown as JsonValue,
};

/** Whether `name` is the plain name of one folder or file: no way out of the folder it stands in, not hidden. */
export const isPlainName = (name: string): boolean =>
  name.length > 0 && name.length <= 255 && !/^\.|[/\\]/.test(name) && !name.includes('\0');

/** The folder of an article inside the desk: a slug where we made it, any plain name where another program did. */
export const articleFolder: Codec<string> = stringThat('the name of an article folder', isPlainName);

/** A lower-case SHA-256 in hexadecimal. */
export const sha256: Codec<string> = stringThat('a SHA-256', (text) => /^[0-9a-f]{64}$/.test(text));

/** Any text of at most `most` characters. */
export const shortText = (most: number): Codec<string> =>
  scalar(
    `text of at most ${most} characters`,
    (input): input is string => typeof input === 'string' && input.length <= most,
  );
