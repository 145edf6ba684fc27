/** One stretch of a quotation as it is drawn; places in CSS pixels from the top of the strip. */
export interface DrawnSpan {
  readonly quoteId: string;
  readonly initials: string;
  readonly tone: string;
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
}

/** One mark of the strip: where one speaker speaks without another between. */
export interface PlacedMark {
  /** The first quotation of the stretch. */
  readonly quoteId: string;
  readonly initials: string;
  readonly tone: string;
  readonly label: string;
  readonly top: number;
  readonly height: number;
}

/** The height at which initials can be read. */
const leastHeight = 16;
/** Between two marks. */
const gap = 2;
/** Quotations of one speaker that are closer than this, about one line, are one mark. */
const oneLine = 30;

/** The marks for the spans of a page, top to bottom; none covers another, and each is tall enough for its initials. */
export function placedMarks(spans: readonly DrawnSpan[]): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { quoteId, initials, tone, label, top, bottom } of spans) {
    const last = marks.at(-1);
    const goesOn = last && last.label === label && last.initials === initials && top - end <= oneLine;
    if (goesOn) {
      const height = Math.round(Math.max(last.height, bottom - last.top));
      marks[marks.length - 1] = { ...last, height };
      end = last.top + height;
      continue;
    }
    const start = Math.round(Math.max(top, end + gap));
    const height = Math.round(Math.max(leastHeight, bottom - start));
    marks.push({ quoteId, initials, tone, label, top: start, height });
    end = start + height;
  }
  return marks;
}
