import {
  boolean,
  type Codec,
  integerBetween,
  nullable,
  numberBetween,
  oneOf,
  optional,
  string,
} from '../base/codec';
import { fields } from './arguments';
import { type KeyMap, keyMapCodec } from './keys';

export const themeNames = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themeNames)[number];

export const faceNames = ['serif', 'sans', 'mono'] as const;
/** The face in which the article is written; what readers get is set by the look of an export. */
export type Face = (typeof faceNames)[number];

export const measureNames = ['narrow', 'normal', 'wide'] as const;
/** How wide a line of the page is. */
export type Measure = (typeof measureNames)[number];

export const focusNames = ['off', 'paragraph', 'sentence'] as const;
/** What stays dark while writing; the rest of the page steps back. */
export type Focus = (typeof focusNames)[number];

export const previewWidthNames = ['phone', 'tablet', 'desktop'] as const;
/** The screen on which the preview shows the article. */
export type PreviewWidth = (typeof previewWidthNames)[number];

/** What the window remembers between two starts. Widths are CSS pixels, zoom is a factor. */
export interface Preferences {
  readonly theme: Theme;
  readonly zoom: number;
  readonly libraryWidth: number;
  readonly libraryFolded: boolean;
  readonly inspectorWidth: number;
  readonly inspectorFolded: boolean;
  /** Slug of the article that was open last. */
  readonly lastArticle: string | null;
  /** Who marked a quotation as checked last; proposed for the next one. */
  readonly checkedBy: string;
  readonly face: Face;
  readonly measure: Measure;
  readonly focus: Focus;
  /** Whether the line being written stays at the same height. */
  readonly typewriter: boolean;
  readonly previewWidth: PreviewWidth;
  /** Keys of the writer's own choice. */
  readonly keys: KeyMap;
  /** Quotation marks, dashes and spaces are set by the language of the article while they are typed. */
  readonly smartTypography: boolean;
}

const paneWidth = integerBetween(120, 1200);

export const preferencesCodec: Codec<Preferences> = fields<Preferences>({
  theme: oneOf(...themeNames),
  zoom: numberBetween(0.5, 3),
  libraryWidth: paneWidth,
  libraryFolded: boolean,
  inspectorWidth: paneWidth,
  inspectorFolded: boolean,
  lastArticle: nullable(string),
  checkedBy: optional(string, ''),
  face: optional(oneOf(...faceNames), 'serif'),
  measure: optional(oneOf(...measureNames), 'normal'),
  focus: optional(oneOf(...focusNames), 'off'),
  typewriter: optional(boolean, false),
  previewWidth: optional(oneOf(...previewWidthNames), 'desktop'),
  keys: keyMapCodec,
  smartTypography: optional(boolean, true),
});

export const defaultPreferences: Preferences = {
  theme: 'system',
  zoom: 1,
  libraryWidth: 280,
  libraryFolded: false,
  inspectorWidth: 320,
  inspectorFolded: false,
  lastArticle: null,
  checkedBy: '',
  face: 'serif',
  measure: 'normal',
  focus: 'off',
  typewriter: false,
  previewWidth: 'desktop',
  keys: {},
  smartTypography: true,
};
