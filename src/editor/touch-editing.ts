/** The editing steps that a plain text field lacks: automatic indentation and moving lines in and out. */

export interface TextState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const STEP = '    ';

/** What Enter inserts: the line's indentation, one step more after a colon, one less after a statement that ends a block. */
export function insertNewline({ text, start, end }: TextState): TextState {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = /^ */.exec(line)?.[0] ?? '';
  const body = line.trim();
  let next = indent;
  if (body.endsWith(':')) next += STEP;
  else if (/^(return|pass|break|continue|raise)\b/.test(body)) next = indent.slice(STEP.length);
  const at = start + 1 + next.length;
  return { text: `${text.slice(0, start)}\n${next}${text.slice(end)}`, start: at, end: at };
}

/** Moves the selected lines one step in or out; a cursor without a selection moves its line. */
export function shiftLines({ text, start, end }: TextState, direction: 'in' | 'out'): TextState {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const until = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  let firstShift = 0;
  let total = 0;
  const lines = text
    .slice(from, until)
    .split('\n')
    .map((line, index) => {
      const removed = Math.min(STEP.length, /^ */.exec(line)?.[0].length ?? 0);
      const shift = direction === 'in' ? STEP.length : -removed;
      if (index === 0) firstShift = shift;
      total += shift;
      return direction === 'in' ? STEP + line : line.slice(removed);
    });
  return {
    text: text.slice(0, from) + lines.join('\n') + text.slice(until),
    start: Math.max(from, start + firstShift),
    end: Math.max(from, end + total),
  };
}
