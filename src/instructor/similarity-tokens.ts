/** Python as a sequence of tokens in which renamed variables, other numbers, other texts and other comments are equal. */

export interface ComparedToken {
  /** What is compared. */
  readonly key: string;
  readonly line: number;
}

const TOKEN =
  /(?<space>[ \t\f]+|\\\r?\n|#[^\n]*)|(?<newline>\r?\n)|(?<string>[rbuft]{0,2}(?:'''(?:[^\\]|\\[^])*?(?:'''|\\?$)|"""(?:[^\\]|\\[^])*?(?:"""|\\?$)|'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?))|(?<number>(?:\d[\w.]*|\.\d\w*)(?:(?<=[eE])[+-]\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<other>\*\*=?|\/\/=?|<<=?|>>=?|[-+*/%@&|^<>=!:]=|->|[^])/giuy;

/** Words that no student chose. */
const KEPT = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda ' +
    'nonlocal not or pass raise return try while with yield True False None self super print len range int float str list dict set ' +
    'tuple zip enumerate sum min max abs isinstance type torch nn optim F np keras tf'
  ).split(' '),
);

export function comparedTokens(code: string): readonly ComparedToken[] {
  const tokens: ComparedToken[] = [];
  let line = 1;
  let previous = '';
  for (const { 0: text, groups } of code.matchAll(TOKEN)) {
    const { space, newline, string, number, word } = groups ?? {};
    if (space === undefined && newline === undefined) {
      let key = text;
      if (string !== undefined) key = 'TEXT';
      else if (number !== undefined) key = 'NUMBER';
      // What stands behind a point is a library's word more often than a student's.
      else if (word !== undefined && previous !== '.' && !KEPT.has(word)) key = 'NAME';
      tokens.push({ key, line });
      previous = text;
    }
    for (const char of text) if (char === '\n') line += 1;
  }
  return tokens;
}
