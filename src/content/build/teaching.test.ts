import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLessons } from './read-lessons';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'teaching-'))));
afterEach(() => rmSync(root, { recursive: true }));

function lesson(ja: string, en = ja): void {
  mkdirSync(path.join(root, '01-one'), { recursive: true });
  for (const [language, body] of [
    ['ja', ja],
    ['en', en],
  ] as const) {
    const head = '---\ntitle: T\nsection: 4.1\nminutes: 5\n---\n\n';
    writeFileSync(path.join(root, '01-one', `lesson.${language}.md`), head + body);
  }
}

const blocks = async () => (await readLessons(root, ['race'])).lessons[0]?.lesson.blocks ?? [];

const CELL = '\n```python cell id=run varies=5%\nprint(1)\n```\n';
const PREDICT = '```quiz predict id=guess\n? What is `1 | 2`?\n- [ ] $1$ | Not\n  this.\n- [x] 3\n! More.\n```\n';

test('a quiz becomes questions with options, reasons and the cell that it predicts', async () => {
  lesson(`${PREDICT}\nText.\n${CELL}`);
  const [block] = await blocks();
  expect(block).toMatchObject({
    kind: 'quiz',
    quiz: { id: 'guess', predicts: 'run', questions: [{ html: 'What is <code>1 | 2</code>?', explanation: 'More.' }] },
  });
  const options = block?.kind === 'quiz' ? block.quiz.questions[0]?.options : [];
  expect(options?.[0]).toMatchObject({ right: false, reason: 'Not this.' });
  expect(options?.[0]?.html).toContain('katex');
  expect(options?.[1]).toEqual({ html: '3', right: true, reason: null });
});

test('a recap has several questions; the summary names its quizzes', async () => {
  lesson('```quiz id=recap\n? A?\n- [x] a\n- [ ] b\n\n? B?\n- [ ] a\n- [x] b\n```\n');
  expect((await blocks())[0]).toMatchObject({ quiz: { predicts: null, questions: [{ html: 'A?' }, { html: 'B?' }] } });
  expect((await readLessons(root)).summaries[0]).toMatchObject({ quizzes: ['recap'] });
});

test('a widget has options and a text', async () => {
  lesson('```widget race\nsteps: 200\nstart: 1, 2\n---\nA race\nof optimizers.\n```\n');
  expect(await blocks()).toEqual([
    {
      kind: 'widget',
      widget: { name: 'race', options: { steps: '200', start: '1, 2' }, fallback: 'A race\nof optimizers.' },
    },
  ]);
  lesson('```widget race\nOnly words.\n```\n');
  expect(await blocks()).toMatchObject([{ widget: { options: {}, fallback: 'Only words.' } }]);
});

const recap = (...lines: string[]) => `\`\`\`quiz id=q\n${lines.join('\n')}\n\`\`\`\n`;
const widget = (...lines: string[]) => `\`\`\`widget race\n${lines.join('\n')}\n\`\`\`\n`;

test.each([
  ['```quiz\n? A\n```\n', 'ja.md:7: a quiz needs an id'],
  ['```quiz id=q now\n? A\n```\n', 'ja.md:7: unknown quiz attribute "now"'],
  [recap('? A', '- [x] a'), 'ja.md:8: a question has at least two options'],
  [recap('? A', '- [x] a', '- [x] b'), 'ja.md:8: a question has one right option, "- [x] text", found 2'],
  [recap('? A', '- [ ] a', '- [ ] b'), 'ja.md:8: a question has one right option, "- [x] text", found 0'],
  [recap('? A', '* a', '- [x] b'), 'ja.md:9: a quiz has lines'],
  [recap('- [x] a', '- [ ] b'), 'ja.md:8: a quiz has lines'],
  [recap('? A', '- [x] <b>a</b>', '- [ ] b'), 'ja.md:9: raw HTML is not allowed'],
  [recap('? A', '- [x] $\\frac{1$', '- [ ] b'), 'ja.md:9: math: '],
  [recap(''), 'ja.md:7: a quiz asks at least one question'],
  [recap('? A', '- [x] a', '- [ ] b').repeat(2), 'ja.md:12: quiz id "q" stands twice'],
  [PREDICT, 'ja.md:7: a quiz that predicts stands before a cell'],
  [`${PREDICT}\n## Next\n${CELL}`, 'ja.md:7: a quiz that predicts stands before a cell'],
  [`${PREDICT.replace('! More.', '? B\n- [x] a\n- [ ] b')}${CELL}`, 'ja.md:7: a quiz that predicts a cell asks one'],
  ['```widget none\nText.\n```\n', 'ja.md:7: unknown widget "none"; there are: race'],
  ['```widget\nText.\n```\n', 'ja.md:7: a widget has one name'],
  [widget('a: 1', '---'), 'ja.md:7: a widget has a text for readers without it'],
  [widget('a: 1', 'b', '---', 'Text.'), 'ja.md:9: a widget has lines "key: value" before its "---", found "b"'],
  [widget('a: 1', 'a: 2', '---', 'Text.'), 'ja.md:9: the option "a" stands twice'],
  [`- item\n\n  \`\`\`quiz id=q\n  ? A\n  \`\`\`\n`, 'ja.md:9: a quiz stands outside lists and quotes'],
  [CELL.replace('5%', 'much'), 'ja.md:8: unknown cell attribute "varies=much"'],
])('malformed content stops the build: %#', async (text, message) => {
  lesson(text);
  await expect(readLessons(root, ['race'])).rejects.toThrow(message);
});

test.each([
  ['a diagram', '```mermaid\nflowchart LR\n  a --> b\n```\n', ''],
  ['a quiz', recap('? A', '- [x] a', '- [ ] b'), ''],
  ['the right option', recap('? A', '- [x] a', '- [ ] b'), recap('? A', '- [ ] a', '- [x] b')],
  ['a widget', '', widget('Text.')],
  ["a widget's options", widget('a: 1', '---', 'T.'), widget('a: 2', '---', 'T.')],
  ['a table', '| a |\n|---|\n| 1 |\n', ''],
  ['the place', '## H\n\n| a |\n|---|\n| 1 |\n', '| a |\n|---|\n| 1 |\n\n## H\n'],
])('a translation without %s of the other stops the build', async (_what, ja, en) => {
  lesson(ja, en);
  await expect(readLessons(root, ['race'])).rejects.toThrow(/01-one\/lesson\.(ja|en)\.md:\d+: figures differ: /);
});
