/** The difference of two short texts, line by line: the longest common part stays, the rest was taken out or put in. */

export interface DiffLine {
  /** Its place in the difference. */
  readonly at: number;
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  // common[i][j]: length of the longest common part of a from i and b from j.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  const add = (kind: DiffLine['kind'], text = '') => lines.push({ at: lines.length, kind, text });
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]);
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      add('out', a[i]);
      i += 1;
    } else {
      add('in', b[j]);
      j += 1;
    }
  }
  return lines;
}
