import type { Point } from './drop-point';

/** So near an edge a drag scrolls, in CSS pixels. */
const reach = 48;

/** So far it scrolls in a frame where the pointer is at the edge or beyond it, in CSS pixels. */
const fastest = 24;

/** The scrolling of one drag. */
export interface EdgeScroll {
  /** The pointer is here, in CSS pixels of the window. */
  follow(point: Point): void;
  stop(): void;
}

/**
 * Scrolls `place` while a drag is near its upper or lower edge: what is dragged may belong further than the screen reaches.
 * `scrolled` hears of every move of what is under the pointer, of those by a wheel too.
 */
export function scrollAtEdge(place: HTMLElement, scrolled: (pointer: Point) => void): EdgeScroll {
  let pointer: Point | null = null;
  let frame = 0;

  function step(): void {
    const speed = pointer ? speedAt(place, pointer.y) : 0;
    if (speed !== 0) place.scrollTop += speed;
    frame = speed === 0 ? 0 : requestAnimationFrame(step);
  }

  const hear = () => pointer && scrolled(pointer);
  place.addEventListener('scroll', hear);
  return {
    follow(point) {
      pointer = point;
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop() {
      cancelAnimationFrame(frame);
      place.removeEventListener('scroll', hear);
    },
  };
}

/** Faster the nearer the pointer is to the edge; whole pixels, since a part of one may scroll nothing. */
function speedAt(place: HTMLElement, y: number): number {
  const { top, bottom } = place.getBoundingClientRect();
  const above = Math.min(reach, top + reach - y);
  const below = Math.min(reach, y - bottom + reach);
  if (above > 0) return -Math.ceil((above / reach) * fastest);
  return below > 0 ? Math.ceil((below / reach) * fastest) : 0;
}
