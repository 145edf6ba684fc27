/** Why a file is not read as a Word document. */
export type DocxRefusal =
  | { readonly code: 'not-a-docx' }
  | { readonly code: 'password-protected' }
  | { readonly code: 'zip-bomb' }
  | { readonly code: 'damaged-docx'; readonly part: string };
