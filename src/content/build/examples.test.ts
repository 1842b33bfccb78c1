import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLessons } from './read-lessons';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'examples-'))));
afterEach(() => rmSync(root, { recursive: true }));

const PROGRAM = '# %% data\nx = 1\n\n# %% show\n\nprint(x)\n';
const BODY = '## Text\n\n[data](example.py#data)\n\nThen:\n\n[show](example.py#show)\n\nEnd.\n';

function example(program: string, body: string): void {
  const folder = path.join(root, 'examples', '01-first');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'example.py'), program);
  for (const language of ['ja', 'en']) {
    const head = '---\ntitle: Title\nsection: E1\nminutes: 5\n---\n\n';
    writeFileSync(path.join(folder, `text.${language}.md`), head + body);
  }
}

test('the cells of a program stand where its text links to them', async () => {
  example(PROGRAM, BODY);
  const { summaries, examples, lessons } = await readLessons(root);
  expect(summaries).toEqual([]);
  expect(examples).toMatchObject([{ slug: 'example-first', section: 'E1', cells: 2 }]);
  const blocks = lessons[0]?.lesson.blocks ?? [];
  expect(blocks.map((block) => (block.kind === 'cell' ? `${block.cell.id}: ${block.cell.code}` : block.kind))).toEqual([
    'prose',
    'data: x = 1',
    'prose',
    'show: print(x)',
    'prose',
  ]);
});

test.each([
  ['x = 1\n', BODY, 'example.py:1: code stands in a cell'],
  ['', BODY, 'example.py:1: the program has no cells'],
  ['# %% data\nx = 1\n# %% data\n', BODY, 'example.py:3: cell "data" stands twice'],
  [PROGRAM, '[data](example.py#data)\n', 'text.ja.md:1: the text lacks the program\'s cell "show"'],
  [PROGRAM, '[show](example.py#show)\n', 'text.ja.md:7: the program\'s cells stand in their order: "data" is next'],
  [PROGRAM, `${BODY}\n[show](example.py#show)\n`, 'none is left, found "show"'],
  ['# %% data\n\n# %% show\nprint(1)\n', BODY, 'cell "data" is empty'],
])('a malformed example stops the build: %#', async (program, body, message) => {
  example(program, body);
  await expect(readLessons(root)).rejects.toThrow(message);
});

test('a missing text or program is named', async () => {
  example(PROGRAM, BODY);
  rmSync(path.join(root, 'examples/01-first/text.en.md'));
  await expect(readLessons(root)).rejects.toThrow('examples/01-first:1: the translation text.en.md is missing');
});
