/** Reads and changes the simple assignments at the margin of a cell's code (`dropout = 0.3`); no React. */

export interface Setting {
  /** The Python variable. */
  readonly name: string;
  readonly choice:
    | { readonly kind: 'switch' }
    | { readonly kind: 'options'; readonly options: readonly string[] }
    | { readonly kind: 'range'; readonly min: number; readonly max: number; readonly step: number };
}

/** `True | False`, `"max" | "average"` or `0 to 0.8 by 0.1`; values as Python writes them. */
export function readSetting(name: string, written: string): Setting {
  const range = /^(-?[\d.]+) to (-?[\d.]+) by ([\d.]+)$/.exec(written);
  if (range) {
    const [min = 0, max = 1, step = 0.1] = range.slice(1).map(Number);
    return { name, choice: { kind: 'range', min, max, step } };
  }
  const options = written.split('|').map((option) => option.trim());
  if (options.length < 2) throw new Error(`the setting "${name}" has no choices: "${written}"`);
  const isSwitch = options.length === 2 && options.includes('True') && options.includes('False');
  return { name, choice: isSwitch ? { kind: 'switch' } : { kind: 'options', options } };
}

/** What the variable is set to, as written; null when no line at the margin sets it. */
export function readValue(code: string, name: string): string | null {
  return assignment(name).exec(code)?.[2] ?? null;
}

/** The code with another value; comments behind it stay. */
export function writeValue(code: string, name: string, value: string): string {
  return code.replace(assignment(name), (_line, head: string, _old: string, tail: string) => head + value + tail);
}

/** Groups: what stands before the value, the value, blanks and a comment. */
function assignment(name: string): RegExp {
  return new RegExp(
    `^(${name}[ \\t]*=(?!=)[ \\t]*)("[^"\\n]*"|'[^'\\n]*'|[^\\s#][^#\\n]*?)([ \\t]*(?:#[^\\n]*)?)$`,
    'm',
  );
}

/** Labels stand in the widget's text, a line each: `dropout: how often a unit is left out`. */
export function readLabels(text: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, label] = /^([a-z_]\w*)[:：]\s*(.+)$/.exec(line.trim()) ?? [];
    if (name !== undefined && label !== undefined) labels.set(name, label);
  }
  return labels;
}
