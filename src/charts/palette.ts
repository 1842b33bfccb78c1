/** Colours of lines and bars: the page's series tokens in turn, which keep their contrast in both themes. */

const COUNT = 6;

export function seriesColor(index: number): string {
  return `var(--series-${(index % COUNT) + 1})`;
}

/** The names matplotlib gives its cycle; they follow the page's theme instead of staying fixed. */
const CYCLE = /^C(\d)$/;
const CSS_COLOR = /^(#[\da-f]{3,8}|[a-z]+|rgba?\([\d\s.,%/]+\))$/i;
/** Black and white ink would vanish on one of the themes. */
const INK = new Set(['k', 'black', '#000', '#000000']);
const LETTERS: Readonly<Record<string, string>> = {
  b: 'var(--series-1)',
  r: 'var(--series-6)',
  g: 'var(--series-3)',
  c: 'var(--series-5)',
  m: 'var(--series-4)',
  y: 'var(--series-2)',
};

/** The colour of a series in a figure: what the code asked for, as far as it is a colour, else the palette's. */
export function figureColor(wanted: string | null, index: number): string {
  if (wanted === null) return seriesColor(index);
  const cycle = CYCLE.exec(wanted);
  if (cycle) return seriesColor(Number(cycle[1]));
  if (INK.has(wanted.toLowerCase())) return 'var(--ink)';
  const tableau = wanted.startsWith('tab:') ? wanted.slice(4) : wanted;
  return LETTERS[tableau] ?? (CSS_COLOR.test(tableau) ? tableau : seriesColor(index));
}
