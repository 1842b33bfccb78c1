/** Splits terminal text into styled runs: the basic colours, bold, underline; every other escape sequence is dropped. */

export interface AnsiRun {
  readonly text: string;
  /** CSS classes, for example `ansi-red ansi-bold`; empty for plain text. */
  readonly className: string;
}

const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

interface Style {
  colour: string | null;
  bold: boolean;
  underline: boolean;
}

// CSI sequences end with a letter, OSC sequences with BEL or ST; two-character escapes are the rest.
// oxlint-disable-next-line no-control-regex
const ESCAPE = /\u001b(?:\[([0-9;?]*)([A-Za-z])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;

export function parseAnsi(text: string): readonly AnsiRun[] {
  if (!text.includes('\u001b')) return text ? [{ text, className: '' }] : [];
  const runs: AnsiRun[] = [];
  const style: Style = { colour: null, bold: false, underline: false };
  let at = 0;
  const push = (part: string) => {
    if (part) runs.push({ text: part, className: classOf(style) });
  };
  for (const match of text.matchAll(ESCAPE)) {
    push(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[2] === 'm') applyCodes(style, match[1] ?? '');
  }
  push(text.slice(at));
  return runs;
}

function applyCodes(style: Style, codes: string): void {
  const numbers = codes.split(';').map(Number);
  for (let i = 0; i < numbers.length; i++) {
    const code = numbers[i] ?? 0;
    if (code === 0) Object.assign(style, { colour: null, bold: false, underline: false });
    else if (code === 1) style.bold = true;
    else if (code === 4) style.underline = true;
    else if (code === 22) style.bold = false;
    else if (code === 24) style.underline = false;
    else if (code === 39) style.colour = null;
    else if (code >= 30 && code <= 37) style.colour = COLOURS[code - 30] ?? null;
    else if (code >= 90 && code <= 97) style.colour = COLOURS[code - 90] ?? null;
    // 256 and true colours: skip their parameters, keep the text readable in the page's own colour.
    else if (code === 38 || code === 48) i += numbers[i + 1] === 5 ? 2 : 4;
  }
}

function classOf({ colour, bold, underline }: Style): string {
  return [colour && `ansi-${colour}`, bold && 'ansi-bold', underline && 'ansi-underline'].filter(Boolean).join(' ');
}
