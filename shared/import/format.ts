import { containsWide, isCompoundFile } from './docx/package';
import type { ForeignFormat } from './import-refusal';

/** The formats that can be imported. */
export const importFormats = ['docx', 'html', 'md', 'text'] as const;
export type ImportFormat = (typeof importFormats)[number];

const endings: Readonly<Record<string, ImportFormat>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'md',
  markdown: 'md',
  mdown: 'md',
  mkd: 'md',
  txt: 'text',
  text: 'text',
};

const begins = (bytes: Uint8Array, signature: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, signature.length)) === signature;

/** The format of a file by its first bytes, then by its name; what nobody recognises is read as text. */
export function detectFormat(name: string, bytes: Uint8Array): ImportFormat | ForeignFormat {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (begins(bytes, '{\\rtf')) return 'rtf';
  if (begins(bytes, '%PDF-')) return 'pdf';
  // A .docx with a password is such a file too: the Word reader tells them apart.
  if (isCompoundFile(bytes))
    return containsWide(bytes, 'EncryptedPackage') || ending === 'docx' ? 'docx' : 'doc';
  if (begins(bytes, 'PK\u0003\u0004')) {
    if (ending === 'odt' || ending === 'pages') return ending;
    return 'docx';
  }
  const byName = endings[ending];
  if (byName) return byName;
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  return /^[\s\u00ef\u00bb\u00bf]*(?:<!doctype html|<html|<head|<body)/i.test(start) ? 'html' : 'text';
}
