/** Remembers where the reader is by a heading or cell that all languages share, and goes back there. */

export interface Place {
  readonly id: string;
  /** Distance of the element from the top of the window. */
  readonly top: number;
}

const LANDMARKS = '.lesson-text :is(h2, h3)[id], .lesson-text section.cell[id]';
/** What stands under the header counts as being read. */
const READING_LINE = 140;

function landmarks(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(LANDMARKS)];
}

/** The last landmark above the reading line; null at the top of the page. */
export function currentPlace(): Place | null {
  const passed = landmarks()
    .map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }))
    .filter(({ top }) => top <= READING_LINE);
  return passed.at(-1) ?? null;
}

export function restorePlace({ id, top }: Place): void {
  const element = document.getElementById(id);
  if (element) scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
}

/** The heading that the reader is under; at the end of the page the last one, which cannot reach the top. */
export function currentHeading(): string | null {
  const headings = landmarks().filter(({ tagName }) => tagName !== 'SECTION');
  const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
  if (atEnd) return headings.at(-1)?.id ?? null;
  return headings.findLast((element) => element.getBoundingClientRect().top <= READING_LINE)?.id ?? null;
}
