import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lesson } from '../types';
import { readLessons } from './read-lessons';

const HEAD = {
  ja: '---\ntitle: 題\nsection: 4.1\nminutes: 20\n---\n\n',
  en: '---\ntitle: Title\nsection: 4.1\nminutes: 20\n---\n\n',
};

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'lessons-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes one lesson whose two files differ only where told. */
function lesson(ja: string, en = ja, folder = '01-basics'): void {
  write(`${folder}/lesson.ja.md`, HEAD.ja + ja);
  write(`${folder}/lesson.en.md`, HEAD.en + en);
}

async function japanese(): Promise<Lesson> {
  const built = await readLessons(root);
  const found = built.lessons.find((each) => each.lesson.language === 'ja');
  if (!found) throw new Error('no Japanese lesson');
  return found.lesson;
}

async function prose(): Promise<string> {
  return (await japanese()).blocks.map((block) => (block.kind === 'prose' ? block.html : `[${block.kind}]`)).join('\n');
}

const cell = (id: string, code: string) => `\`\`\`python cell id=${id}\n${code}\n\`\`\`\n`;

describe('a good lesson', () => {
  test('becomes blocks in order, with anchors of the English headings in both languages', async () => {
    lesson(
      `## テンソル\n\n本文。\n\n${cell('first', 'x = 1  # 一')}\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n\n### 形\n\n終わり。\n`,
      `## Tensors & friends\n\nText.\n\n${cell('first', 'x = 1  # one')}\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n\n### Shapes\n\nEnd.\n`,
    );
    const { summaries, lessons } = await readLessons(root);
    const ja = await japanese();
    expect(ja.blocks.map(({ kind }) => kind)).toEqual(['prose', 'cell', 'diagram', 'prose']);
    expect(ja.headings).toEqual([
      { id: 'tensors-friends', depth: 2, text: 'テンソル' },
      { id: 'shapes', depth: 3, text: '形' },
    ]);
    expect(lessons[1]?.lesson.headings.map(({ id }) => id)).toEqual(['tensors-friends', 'shapes']);
    expect(ja.blocks[0]).toMatchObject({ html: expect.stringContaining('<h2 id="tensors-friends"') });
    expect(ja.blocks[2]).toMatchObject({ label: 'テンソル' });
    expect(ja).toMatchObject({ slug: 'basics', order: 1, title: '題', section: '4.1', minutes: 20, kind: 'section' });
    expect(summaries[0]).toMatchObject({ cells: 1, titles: { ja: '題', en: 'Title' } });
  });

  test.each([
    ['a comparison', 'もし a <b なら', 'a &#x3C;b'],
    ['a dict', '辞書 {1: 2} と {x}', '{1: 2} と {x}'],
    ['a time', '10:30 から :note では', '10:30 から :note では'],
    ['a slice', 'x[:3] と x[1:2]', 'x[:3] と x[1:2]'],
    ['an import at the start of a line', 'import torch は行頭でも文です', 'import torch は'],
    ['generics in code', '`List<int>` と `{a}`', '<code>List&#x3C;int></code> と <code>{a}</code>'],
  ])('keeps ordinary text: %s', async (_what, markdown, html) => {
    lesson(`${markdown}\n`);
    expect(await prose()).toContain(html);
  });

  test('renders math, tables, alerts and plain code', async () => {
    lesson(
      '式 $y = x^2$ です。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> [!NOTE]\n> 覚えておく。\n\n```python\nx = 1\n```\n\n```bash\nls -l # 一覧\n```\n',
    );
    const html = await prose();
    expect(html).toContain('class="katex"');
    expect(html).toContain('<div class="table-box" tabindex="0" role="group" aria-label="表"><table>');
    expect(html).toMatch(/markdown-alert-note[^]*補足[^]*覚えておく/);
    expect(html).toContain('<span class="tok-number">1</span>');
    expect(html).toContain('var(--code-token-comment)');
  });

  test('the empty corner of a table is no header', async () => {
    lesson('| | a |\n|---|---|\n| b | 1 |\n');
    expect(await prose()).toMatch(/<tr>\s*<td><\/td>\s*<th>a<\/th>/);
  });

  test('links between lessons and to headings become routes', async () => {
    lesson(
      '## 第一 歩\n\n[次](../02-next/lesson.ja.md#章) [上](#第一-歩) [外](https://pytorch.org)\n',
      '## Step one\n',
    );
    lesson('## 章\n', '## Chapter\n', '02-next');
    const html = await prose();
    expect(html).toContain('href="#/ja/lesson/next/chapter"');
    expect(html).toContain('href="#/ja/lesson/basics/step-one"');
    expect(html).toContain('href="https://pytorch.org" rel="noreferrer"');
  });

  test('quotes around a front matter value are not part of it', async () => {
    write('01-basics/lesson.ja.md', HEAD.ja.replace('4.1', '"4.1"').replace('題', '"題: 副題"'));
    write('01-basics/lesson.en.md', HEAD.en);
    expect(await japanese()).toMatchObject({ section: '4.1', title: '題: 副題' });
  });

  test('the front matter may say that it is a lab or a note', async () => {
    write('01-basics/lesson.ja.md', HEAD.ja.replace('section', 'kind: lab\nsection'));
    write('01-basics/lesson.en.md', HEAD.en.replace('section', 'kind: lab\nsection'));
    expect(await japanese()).toMatchObject({ kind: 'lab', section: '4.1' });
    expect((await readLessons(root)).summaries[0]).toMatchObject({ kind: 'lab' });
    write('01-basics/lesson.en.md', HEAD.en.replace('section', 'kind: note\nsection'));
    await expect(readLessons(root)).rejects.toThrow('kind is "note" but "lab"');
    write('01-basics/lesson.en.md', HEAD.en.replace('section', 'kind: play\nsection'));
    await expect(readLessons(root)).rejects.toThrow('lesson.en.md:3: "kind" is section, lab, note; found "play"');
  });

  test('images are handed to the bundler', async () => {
    write('01-basics/fig.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    lesson('![図](fig.svg)\n');
    const { lessons } = await readLessons(root);
    expect(lessons[0]?.assets).toEqual([path.join(root, '01-basics/fig.svg')]);
    expect(await prose()).toContain('src="lesson-asset:0:"');
  });
});

describe('malformed content stops the build, naming file and line', () => {
  const at = (language: 'ja' | 'en', line: number) => `01-basics/lesson.${language}.md:${line}: `;
  const refused = async (message: string) => expect(readLessons(root)).rejects.toThrow(message);

  test('a cell without an id', async () => {
    lesson('```python cell\nx = 1\n```\n');
    await refused(`${at('ja', 7)}a cell needs an id`);
  });
  test('a cell id that is taken', async () => {
    lesson(cell('a', 'x') + '\n' + cell('a', 'y'));
    await refused(`${at('ja', 11)}cell id "a" is taken by the cell on line 7`);
  });
  test('an unknown cell attribute', async () => {
    lesson('```python cell id=a hidden\nx\n```\n');
    await refused(`${at('ja', 7)}unknown cell attribute "hidden"`);
  });
  test('an attribute on another fence', async () => {
    lesson('```python title=x\nx\n```\n');
    await refused(`${at('ja', 7)}unknown fence attribute "title=x"`);
  });
  test('an unknown fence language', async () => {
    lesson('```pythn\nx\n```\n');
    await refused(`${at('ja', 7)}cannot highlight language "pythn"`);
  });
  test('a missing translation', async () => {
    write('01-basics/lesson.ja.md', HEAD.ja);
    await refused('01-basics:1: the translation lesson.en.md is missing');
  });
  test('a cell in one language only', async () => {
    lesson(cell('a', 'x'), '');
    await refused(`${at('ja', 7)}cell "a" is missing in`);
  });
  test('a cell in the other language only', async () => {
    lesson('', cell('a', 'x'));
    await refused(`${at('en', 7)}cell "a" is missing in`);
  });
  test('cells in another order', async () => {
    lesson(cell('a', 'x') + '\n' + cell('b', 'y'), cell('b', 'y') + '\n' + cell('a', 'x'));
    await refused(`${at('en', 7)}cell "b" stands where`);
  });
  test('a heading in one language only', async () => {
    lesson('## 一\n\n## 二\n', '## One\n');
    await refused(`${at('ja', 9)}heading "二" has no counterpart`);
  });
  test('code that differs in more than comments and strings', async () => {
    lesson(cell('a', '# 注\nx = 1\ny = 2'), cell('a', 'x = 1\ny = 3'));
    await refused(`${at('en', 9)}cell "a" differs in more than comments and strings: "y = 3" here, "y = 2"`);
  });
  test('raw HTML', async () => {
    lesson('段落\n\n<div>x</div>\n');
    await refused(`${at('ja', 9)}raw HTML is not allowed: <div>x</div>`);
  });
  test('a broken relative link', async () => {
    lesson('[x](../09-none/lesson.ja.md)\n');
    await refused(`${at('ja', 7)}broken link: "../09-none/lesson.ja.md" is not a lesson file`);
  });
  test('a broken anchor', async () => {
    lesson('[x](#none)\n');
    await refused(`${at('ja', 7)}broken link: no heading "#none"`);
  });
  test('a link that would run a script', async () => {
    lesson('[x](javascript:alert)\n');
    await refused(`${at('ja', 7)}links lead to http(s) or mailto`);
  });
  test('a missing image', async () => {
    lesson('![図](none.png)\n');
    await refused(`${at('ja', 7)}broken link: image "none.png" does not exist`);
  });
  test('math that KaTeX cannot read', async () => {
    lesson('本文\n\n$$\n\\frac{1\n$$\n');
    await refused(`${at('ja', 9)}math: `);
  });
  test('missing front matter', async () => {
    write('01-basics/lesson.ja.md', '本文\n');
    write('01-basics/lesson.en.md', HEAD.en);
    await refused(`${at('ja', 1)}a lesson opens with`);
  });
  test('front matter without a key', async () => {
    write('01-basics/lesson.ja.md', '---\ntitle: 題\nsection: 4.1\n---\n');
    write('01-basics/lesson.en.md', HEAD.en);
    await refused(`${at('ja', 1)}the front matter lacks "minutes"`);
  });
  test('front matter with an unknown key', async () => {
    write('01-basics/lesson.ja.md', '---\ntitle: 題\nauthor: x\n---\n');
    write('01-basics/lesson.en.md', HEAD.en);
    await refused(`${at('ja', 3)}unknown key "author"`);
  });
  test('a heading that is too high or too deep', async () => {
    lesson('# 題\n');
    await refused(`${at('ja', 7)}headings are ## and ###`);
  });
  test('a cell inside a list', async () => {
    lesson('- 項目\n\n  ```python cell id=a\n  x\n  ```\n');
    await refused(`${at('ja', 9)}a cell stands outside lists and quotes`);
  });
  test('a folder without a number', async () => {
    lesson('', '', 'basics');
    await refused('basics:1: a lesson folder is called NN-slug');
  });
});
