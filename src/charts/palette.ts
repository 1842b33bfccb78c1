/** Colours of lines and bars: the page's series tokens in turn, which keep their contrast in both themes. */

const COUNT = 6;

export function seriesColor(index: number): string {
  return `var(--series-${(index % COUNT) + 1})`;
}

/** The tokens in the order of matplotlib's cycle, so that C3 and `tab:red` are red: the texts of books say "the red line". */
const CYCLE = [1, 2, 3, 6, 8, 7, 4, 10, 9, 5] as const;

/** A figure's colour as CSS: the names of matplotlib's cycle and its black follow the page's theme, the rest is as asked. */
export function figureColor(color: string): string {
  if (color === 'ink') return 'var(--ink)';
  if (color === 'paper') return 'var(--surface)';
  return /^C\d$/.test(color) ? `var(--series-${CYCLE[Number(color.slice(1))] ?? 1})` : color;
}
