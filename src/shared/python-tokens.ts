/**
 * Splits Python into coloured tokens, line by line, for the build, the editor and the touch editor alike.
 *
 * It exists beside Shiki because code that the reader has edited must keep the colours of the lesson's code without
 * loading a grammar engine: one tokenizer means that nothing changes colour when an editor opens. It colours; it does
 * not parse. An f-string's replacement field is looked for on its own line only.
 */

export type TokenKind =
  | 'plain'
  | 'comment'
  | 'string'
  | 'keyword'
  | 'constant'
  | 'number'
  | 'builtin'
  | 'definition'
  | 'decorator';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Part of a string literal, its replacement fields included. */
  readonly literal: boolean;
}

/** What a line inherits from the one above: the string literal that is still open, or null. */
export interface OpenString {
  readonly quote: string;
  readonly formatted: boolean;
}
export type LineState = OpenString | null;

export interface TokenizedLine {
  readonly tokens: readonly Token[];
  readonly state: LineState;
}

const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const CONSTANTS = new Set(['True', 'False', 'None', 'self', 'cls', 'Ellipsis', 'NotImplemented']);
const BUILTINS = new Set(
  (
    'abs all any bool bytes callable dict dir divmod enumerate filter float format frozenset getattr hasattr hash id ' +
    'input int isinstance issubclass iter len list map max min next object open ord pow print range repr reversed ' +
    'round set setattr slice sorted staticmethod classmethod property str sum super tuple type vars zip'
  ).split(' '),
);

const STRING_START = /(?:[rbuft]{0,2})('''|"""|'|")/iy;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?j?)/iy;
const DECORATOR = /@[\p{L}_][\p{L}\p{N}_.]*/uy;

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** The end of a replacement field that opens at `from` ('{'), or -1 when it does not close on this line. */
function fieldEnd(line: string, from: number): number {
  let depth = 0;
  for (let i = from; i < line.length; i++) {
    const char = line[i];
    if (char === '{' || char === '[' || char === '(') depth++;
    else if (char === '}' || char === ']' || char === ')') depth--;
    if (depth === 0) return i + 1;
  }
  return -1;
}

/** Where the format specification of a replacement field starts (its top-level colon), or `end`. */
function formatSpecStart(line: string, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const char = line[i];
    if (char === '[' || char === '(' || char === '{') depth++;
    else if (char === ']' || char === ')' || char === '}') depth--;
    else if (char === ':' && depth === 0) return i;
  }
  return end;
}

class LineTokenizer {
  private readonly tokens: Token[] = [];
  private readonly line: string;

  constructor(line: string) {
    this.line = line;
  }

  run(state: LineState): TokenizedLine {
    let at = 0;
    let open = state;
    let previousWord = '';
    while (at < this.line.length || open) {
      if (open) {
        const rest = this.string(at, at, open);
        at = rest.at;
        if (rest.open) return { tokens: this.tokens, state: rest.open };
        open = null;
        continue;
      }
      const started = this.stringStart(at);
      if (started) {
        const rest = this.string(at, started.bodyAt, started.open);
        at = rest.at;
        if (rest.open) return { tokens: this.tokens, state: rest.open };
        previousWord = '';
        continue;
      }
      const code = this.code(at, previousWord);
      at = code.at;
      previousWord = code.word;
    }
    return { tokens: this.tokens, state: null };
  }

  private push(start: number, end: number, kind: TokenKind, literal = false): void {
    if (end <= start) return;
    const last = this.tokens.at(-1);
    if (last && last.kind === kind && last.literal === literal && last.end === start) {
      this.tokens[this.tokens.length - 1] = { ...last, end };
    } else {
      this.tokens.push({ start, end, kind, literal });
    }
  }

  private stringStart(at: number): { bodyAt: number; open: OpenString } | null {
    const match = matchAt(STRING_START, this.line, at);
    if (!match) return null;
    const prefix = match[0].slice(0, match[0].length - (match[1] ?? '').length);
    return {
      bodyAt: at + match[0].length,
      open: { quote: match[1] ?? '"', formatted: /[ft]/i.test(prefix) },
    };
  }

  /** Reads a string's body from `at`; `from` is where its colour starts (the prefix and the quote). */
  private string(from: number, at: number, open: OpenString): { at: number; open: LineState } {
    const { line } = this;
    let start = from;
    let i = at;
    while (i < line.length) {
      if (line[i] === '\\') {
        i += 2;
      } else if (line.startsWith(open.quote, i)) {
        i += open.quote.length;
        this.push(start, i, 'string', true);
        return { at: i, open: null };
      } else if (open.formatted && line[i] === '{' && line[i + 1] === '{') {
        i += 2;
      } else if (open.formatted && line[i] === '{' && fieldEnd(line, i) > 0) {
        const end = fieldEnd(line, i);
        this.push(start, i, 'string', true);
        this.field(i, end);
        start = end;
        i = end;
      } else {
        i++;
      }
    }
    this.push(start, line.length, 'string', true);
    const continues = open.quote.length === 3 || line.endsWith('\\');
    return { at: line.length, open: continues ? open : null };
  }

  private field(start: number, end: number): void {
    const spec = formatSpecStart(this.line, start + 1, end - 1);
    this.push(start, start + 1, 'plain', true);
    const inner = new LineTokenizer(this.line.slice(start + 1, spec)).run(null);
    for (const token of inner.tokens) this.push(token.start + start + 1, token.end + start + 1, token.kind, true);
    this.push(spec, end - 1, 'string', true);
    this.push(end - 1, end, 'plain', true);
  }

  private code(at: number, previousWord: string): { at: number; word: string } {
    const { line } = this;
    if (line[at] === '#') {
      this.push(at, line.length, 'comment');
      return { at: line.length, word: '' };
    }
    const decorator = line.slice(0, at).trim() === '' ? matchAt(DECORATOR, line, at) : null;
    if (decorator) {
      this.push(at, at + decorator[0].length, 'decorator');
      return { at: at + decorator[0].length, word: '' };
    }
    const word = matchAt(WORD, line, at)?.[0];
    if (word) {
      this.push(at, at + word.length, this.wordKind(word, at, previousWord));
      return { at: at + word.length, word };
    }
    const number = matchAt(NUMBER, line, at)?.[0];
    if (number) {
      this.push(at, at + number.length, 'number');
      return { at: at + number.length, word: '' };
    }
    this.push(at, at + 1, 'plain');
    return { at: at + 1, word: line[at] === ' ' ? previousWord : '' };
  }

  private wordKind(word: string, at: number, previousWord: string): TokenKind {
    if (previousWord === 'def' || previousWord === 'class') return 'definition';
    const member = this.line[at - 1] === '.';
    if (member) return 'plain';
    if (KEYWORDS.has(word)) return 'keyword';
    if (CONSTANTS.has(word)) return 'constant';
    if (BUILTINS.has(word) && this.line[at + word.length] === '(') return 'builtin';
    return 'plain';
  }
}

export function tokenizeLine(line: string, state: LineState): TokenizedLine {
  return new LineTokenizer(line).run(state);
}

export function tokenize(code: string): readonly (readonly Token[])[] {
  let state: LineState = null;
  return code.split('\n').map((line) => {
    const result = tokenizeLine(line, state);
    state = result.state;
    return result.tokens;
  });
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);
}

/** One `<span class="line">` a line, tokens as `<span class="tok-KIND">`; colours come from the page's tokens. */
export function pythonToHtml(code: string): string {
  const lines = code.split('\n');
  return tokenize(code)
    .map((tokens, index) => {
      const line = lines[index] ?? '';
      const spans = tokens.map(({ start, end, kind }) => {
        const text = escapeHtml(line.slice(start, end));
        return kind === 'plain' ? text : `<span class="tok-${kind}">${text}</span>`;
      });
      return `<span class="line">${spans.join('')}</span>`;
    })
    .join('\n');
}

/** The code without comments, blank lines and the contents of string literals: what two translations must share. */
export function pythonSkeleton(code: string): readonly { readonly line: number; readonly text: string }[] {
  const lines = code.split('\n');
  const skeleton: { line: number; text: string }[] = [];
  let insideLiteral = false;
  for (const [index, tokens] of tokenize(code).entries()) {
    const line = lines[index] ?? '';
    let text = '';
    for (const token of tokens) {
      if (token.literal) {
        if (!insideLiteral) text += '""';
        insideLiteral = true;
        continue;
      }
      insideLiteral = false;
      if (token.kind !== 'comment') text += line.slice(token.start, token.end);
    }
    const indent = /^\s*/.exec(text)?.[0] ?? '';
    const body = text.trim().replace(/\s+/g, ' ');
    if (body) skeleton.push({ line: index + 1, text: indent + body });
  }
  return skeleton;
}
