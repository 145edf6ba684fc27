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

export const themeNames = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themeNames)[number];

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
};
