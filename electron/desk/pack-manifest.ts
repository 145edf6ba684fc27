import {
  type Codec,
  integerBetween,
  list,
  object,
  oneOf,
  string,
  stringThat,
  type WithExtra,
} from '../../shared/base/codec';
import { isWindowsName } from '../../shared/base/windows-names';

/** The file in a packed desk that lists all others. */
export const manifestName = 'standfirst-pack.json';

export interface PackedFile extends WithExtra {
  /** Below the desk, with "/" between folders. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** What a packed desk says of itself. */
export interface PackManifest extends WithExtra {
  readonly format: 'standfirst-pack';
  readonly version: 1;
  /** The name of the desk's folder. */
  readonly desk: string;
  /** ISO 8601. */
  readonly packed: string;
  readonly files: readonly PackedFile[];
}

/** Whether a name stays below the folder it is unpacked into, on every system. */
export function isSafeName(name: string, platform: NodeJS.Platform): boolean {
  if (name === '' || name.length > 4096 || name.startsWith('/') || /[\\\0]/.test(name)) return false;
  return name.split('/').every((part) => {
    if (part === '' || part === '.' || part === '..') return false;
    return platform !== 'win32' || isWindowsName(part);
  });
}

export const manifestCodec: Codec<PackManifest> = object<PackManifest>({
  format: oneOf('standfirst-pack'),
  version: oneOf(1),
  desk: string,
  packed: string,
  files: list(
    object<PackedFile>({
      name: string,
      size: integerBetween(0, Number.MAX_SAFE_INTEGER),
      sha256: stringThat('a SHA-256', (text) => /^[0-9a-f]{64}$/.test(text)),
    }),
  ),
});
