import { describe, expect, test } from 'vitest';
import { pythonSkeleton, pythonToHtml, tokenize } from './python-tokens';

/** `kind:text` of every coloured token, line by line. */
function colours(code: string): string[][] {
  const lines = code.split('\n');
  return tokenize(code).map((tokens, index) =>
    tokens
      .filter(({ kind }) => kind !== 'plain')
      .map(({ kind, start, end }) => `${kind}:${lines[index]?.slice(start, end) ?? ''}`),
  );
}

describe('tokenize', () => {
  test('covers every character of every line exactly once', () => {
    const code =
      'def f(x: int) -> str:  # 説明\n\n    """複数\n    行"""\n    return f"{x:>{10}} {{y}}" + \'a\\\'b\'\n';
    const lines = code.split('\n');
    for (const [index, tokens] of tokenize(code).entries()) {
      const line = lines[index] ?? '';
      expect(tokens.map(({ start, end }) => line.slice(start, end)).join('')).toBe(line);
    }
  });

  test('tells definitions, keywords, builtins and members apart', () => {
    expect(colours('class Net(nn.Module):')).toEqual([['keyword:class', 'definition:Net']]);
    expect(colours('n = len(x.sum().list)')).toEqual([['builtin:len']]);
    expect(colours('for i in range(3): pass')).toEqual([
      ['keyword:for', 'keyword:in', 'builtin:range', 'number:3', 'keyword:pass'],
    ]);
  });

  test('colours the replacement fields of an f-string as code and its format as text', () => {
    expect(colours('print(f"loss={loss:.4f} {len(xs)}")')).toEqual([
      ['builtin:print', 'string:f"loss=', 'string::.4f', 'string: ', 'builtin:len', 'string:"'],
    ]);
  });

  test('keeps a triple-quoted string open over lines and closes it', () => {
    expect(colours('s = """a\n# b\nc""" + 1')).toEqual([['string:"""a'], ['string:# b'], ['string:c"""', 'number:1']]);
  });

  test('an unclosed string ends with its line', () => {
    expect(colours('s = "abc\nif x:')).toEqual([['string:"abc'], ['keyword:if']]);
  });

  test('a decorator is one only at the start of a line; elsewhere @ multiplies matrices', () => {
    expect(colours('@torch.no_grad()')).toEqual([['decorator:@torch.no_grad']]);
    expect(colours('c = a @b')).toEqual([[]]);
  });
});

test('pythonToHtml escapes what HTML would take for markup', () => {
  expect(pythonToHtml('a <b and "x" & c')).toBe(
    '<span class="line">a &lt;b <span class="tok-keyword">and</span> <span class="tok-string">&quot;x&quot;</span> &amp; c</span>',
  );
});

describe('pythonSkeleton', () => {
  const texts = (code: string) => pythonSkeleton(code).map(({ text }) => text);

  test('ignores comments, blank lines and what strings say', () => {
    const ja = '# テンソル\nx = 1  # 代入\n\nprint(f"損失: {x}")\n"""説明\n   二行"""\n';
    const en = 'x = 1\nprint(f"The loss: {x}")  # note\n"""One line"""\n';
    expect(texts(ja)).toEqual(texts(en));
  });

  test('sees a changed number, name or indentation', () => {
    expect(texts('x = 1')).not.toEqual(texts('x = 2'));
    expect(texts('if a:\n    b()')).not.toEqual(texts('if a:\n  b()'));
  });
});
