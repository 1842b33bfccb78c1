import { expect, test } from 'vitest';
import { markdownToHtml } from './markdown';

test('prose, tables and Python become HTML', () => {
  const html = markdownToHtml(
    '## T\n\na <b 10:30 **x** [w](https://a.example/?q=1)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```python\ndef f(): ...\n```',
    'ja',
  );
  expect(html).toContain('<h2>T</h2>');
  expect(html).toContain('a &#x3C;b 10:30 <strong>x</strong>');
  expect(html).toContain('<a href="https://a.example/?q=1" rel="noreferrer nofollow"');
  expect(html).toContain('<td>2</td>');
  expect(html).toContain('<span class="tok-keyword">def</span>');
  expect(html).toContain('aria-label="コード"');
});

test('the page keeps the one heading of the first level', () => {
  expect(markdownToHtml('# A\n\n## B', 'en')).toBe('<h2>A</h2>\n<h2>B</h2>');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://tracker.example/a.png)',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<b>)',
  '[x](#/ja/storage)',
  '<iframe src="https://a.example">',
  '```python\n</code><script>alert(1)</script>\n```',
  '```"><script>\n<script>\n```',
  '[x]: javascript:alert(1)\n\n[x]',
  '| <style>*{}</style> |\n| - |',
])('%j makes nothing that runs, loads or leads into the site', (markdown) => {
  expect(markdownToHtml(markdown, 'en')).not.toMatch(/<(script|img|iframe|style)|href="(?!https?:)|onerror=/i);
});
