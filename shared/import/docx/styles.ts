import { type Mark, markNames } from '../../article/inline';
import { childOf, childrenOf, settingOf, switchOf, type XmlElement } from './xml';

/** What a paragraph style says that we take over. */
export interface ParagraphStyle {
  /** 1 to 6; 0: no heading. */
  readonly headingLevel: number;
  readonly role: 'title' | 'subtitle' | 'quote' | 'attribution' | '';
  readonly numbering: { readonly list: string; readonly level: number } | null;
}

export interface DocxStyles {
  paragraph(id: string | undefined): ParagraphStyle;
  /** The marks that a character style sets on or off. */
  character(id: string | undefined): ReadonlyMap<Mark, boolean>;
  readonly language: string;
}

const switches: readonly (readonly [string, Mark])[] = [
  ['b', 'bold'],
  ['i', 'italic'],
  ['strike', 'strike'],
  ['dstrike', 'strike'],
  ['smallCaps', 'smallCaps'],
];

/** The marks that run properties set on or off. */
export function marksOf(properties: XmlElement | undefined): ReadonlyMap<Mark, boolean> {
  const marks = new Map<Mark, boolean>();
  if (!properties) return marks;
  for (const [name, mark] of switches) {
    const value = switchOf(properties, name);
    if (value !== undefined) marks.set(mark, value);
  }
  const underline = settingOf(properties, 'u');
  if (underline !== undefined) marks.set('underline', underline !== 'none');
  const position = settingOf(properties, 'vertAlign');
  if (position !== undefined) {
    marks.set('superscript', position === 'superscript');
    marks.set('subscript', position === 'subscript');
  }
  return marks;
}

/** The marks in force after all that set them, in the order of the model. */
export function inForce(...layers: readonly ReadonlyMap<Mark, boolean>[]): readonly Mark[] {
  return markNames.filter((mark) => layers.reduce((on, layer) => layer.get(mark) ?? on, false));
}

export const noStyles: DocxStyles = {
  paragraph: () => ({ headingLevel: 0, role: '', numbering: null }),
  character: () => new Map(),
  language: '',
};

/** Reads `word/styles.xml`. Names of built-in styles are English in every language version of Word. */
export function readStyles(root: XmlElement): DocxStyles {
  const byId = new Map(
    childrenOf(root, 'style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  /** The style and those it is based on, nearest first. */
  const chain = (id: string | undefined): readonly XmlElement[] => {
    const styles: XmlElement[] = [];
    let style = byId.get(id ?? '');
    while (style && !styles.includes(style) && styles.length < 20) {
      styles.push(style);
      style = byId.get(settingOf(style, 'basedOn') ?? '');
    }
    return styles;
  };
  const defaults = childOf(childOf(childOf(root, 'docDefaults'), 'rPrDefault'), 'rPr');
  return {
    language: childOf(defaults, 'lang')?.attributes['w:val'] ?? '',
    paragraph: (id) => paragraphStyle(chain(id)),
    character: (id) =>
      new Map(
        chain(id)
          .toReversed()
          .filter((style) => style.attributes['w:type'] === 'character' && !isLookOfLink(style))
          .flatMap((style) => [...marksOf(childOf(style, 'rPr'))]),
      ),
  };
}

/** Colour and underline of links, also of those whose address is not kept, are no emphasis. */
const isLookOfLink = (style: XmlElement): boolean =>
  /^(?:(?:followed)?hyperlink|(?:visited )?internet link)$/i.test(settingOf(style, 'name') ?? '');

function paragraphStyle(styles: readonly XmlElement[]): ParagraphStyle {
  let [headingLevel, role]: [number, ParagraphStyle['role']] = [0, ''];
  let numbering: ParagraphStyle['numbering'] = null;
  for (const style of styles) {
    const name = (settingOf(style, 'name') ?? '').toLowerCase();
    const properties = childOf(style, 'pPr');
    const outline = Number.parseInt(settingOf(properties, 'outlineLvl') ?? '', 10);
    const level = /^heading (\d)/.exec(name)?.[1];
    if (headingLevel === 0 && level) headingLevel = Math.min(6, Math.max(1, Number(level)));
    else if (headingLevel === 0 && outline >= 0 && outline < 9) headingLevel = Math.min(6, outline + 1);
    if (role === '' && name === 'title') role = 'title';
    if (role === '' && name === 'subtitle') role = 'subtitle';
    if (role === '' && /^(?:intense )?quot(?:e|ations?)$|^block text$/.test(name)) role = 'quote';
    if (role === '' && name === 'attribution') role = 'attribution';
    numbering ??= numberingOf(properties);
  }
  return { headingLevel, role, numbering };
}

/** The list a paragraph's or style's properties name: id and depth from 0. `numId` 0 means none. */
export function numberingOf(
  properties: XmlElement | undefined,
): { readonly list: string; readonly level: number } | null {
  const numbering = childOf(properties, 'numPr');
  const list = settingOf(numbering, 'numId');
  if (list === undefined) return null;
  const level = Number.parseInt(settingOf(numbering, 'ilvl') ?? '0', 10);
  return { list, level: Number.isNaN(level) ? 0 : Math.min(8, Math.max(0, level)) };
}
