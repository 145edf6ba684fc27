/** A picture whose file says nothing but the picture. */
export interface CleanPicture {
  readonly bytes: Uint8Array;
  /**
   * How a viewer has to turn it, 1 to 8 (EXIF 2.32, tag 0x0112); 1 is upright. It is the one thing of the metadata that
   * stays in the file, because without it the picture would lie on its side.
   */
  readonly orientation: number;
}

/** Reads one kind of picture; null where the file is damaged. */
export type Cleaner = (bytes: Uint8Array) => CleanPicture | null;
