import { describe, expect, test } from 'vitest';
import { TAGS, attributesOf, safeStyle } from './rich-text-rules';

const given = (attributes: Readonly<Record<string, string>>) => (name: string) => attributes[name] ?? null;

describe('HTML from lesson code', () => {
  test.each(['script', 'iframe', 'object', 'form', 'input', 'svg', 'style', 'link', 'meta', 'base'])(
    'has no <%s>',
    (tag) => {
      expect(TAGS.has(tag)).toBe(false);
    },
  );

  test('keeps no handlers and no addresses that run code', () => {
    expect(attributesOf('a', given({ href: 'javascript:alert(1)', onclick: 'x()', id: 'root' }))).toEqual({});
    expect(attributesOf('a', given({ href: ' JaVaScRiPt:alert(1)' }))).toEqual({});
    expect(attributesOf('a', given({ href: 'https://pytorch.org' }))).toMatchObject({
      rel: 'noopener noreferrer nofollow',
    });
  });

  test('loads no pictures from elsewhere', () => {
    expect(attributesOf('img', given({ src: 'https://example.org/pixel.png', onerror: 'x()' }))).toEqual({ alt: '' });
    expect(attributesOf('img', given({ src: 'data:image/png;base64,AA==' }))).toMatchObject({
      src: 'data:image/png;base64,AA==',
    });
  });

  test('keeps harmless styles only', () => {
    const style = safeStyle([
      ['background-color', 'red'],
      ['width', 'calc(url(x))'],
      ['margin-top', '-400px'],
      ['display', 'contents'],
      ['font-family', 'u\\72l(x)'],
    ]);
    expect(style).toEqual({ backgroundColor: 'red' });
  });
});
