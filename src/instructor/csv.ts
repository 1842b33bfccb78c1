/** Tables as CSV (RFC 4180) that spreadsheets open without running anything. */

/** Spreadsheets take a cell that begins so for a formula, also behind spaces; a leading apostrophe makes it text. */
const FORMULA = /^\s*[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a mark at the start by which spreadsheets know that it is UTF-8. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\u{feff}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
