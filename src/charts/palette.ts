/** Colours of lines and bars: the page's series tokens in turn, which keep their contrast in both themes. */

const COUNT = 6;

export function seriesColor(index: number): string {
  return `var(--series-${(index % COUNT) + 1})`;
}

/** A figure's colour as CSS: the names of matplotlib's cycle and its black follow the page's theme, the rest is as asked. */
export function figureColor(color: string): string {
  if (color === 'ink') return 'var(--ink)';
  return /^C\d$/.test(color) ? `var(--series-${Number(color.slice(1)) + 1})` : color;
}
