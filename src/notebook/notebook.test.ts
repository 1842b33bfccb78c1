import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../shared/language';
import { readExerciseFolder } from '../grading/exercise-folder';
import { notebookOfExercise } from './exercise-notebook';
import { cellsOf } from './lesson-cells';
import { readNotebook, writeNotebook } from './notebook';
import type { Notebook, NotebookCell } from './notebook';

const SITE = 'https://school.example/torch/';
const lessons = readdirSync('lessons').filter((name) => /^\d\d-/.test(name));

function exported(file: string, program?: ReadonlyMap<string, string>) {
  const language = file.endsWith('.ja.md') ? 'ja' : 'en';
  return cellsOf(readFileSync(file, 'utf8'), language, SITE, program);
}

test.each(lessons.flatMap((lesson) => LANGUAGES.map((language) => `lessons/${lesson}/lesson.${language}.md`)))(
  '%s becomes a notebook with all its cells, and comes back',
  (file) => {
    const markdown = readFileSync(file, 'utf8');
    const notebook = exported(file);
    const fences = markdown.match(/^```python cell\b/gm) ?? [];
    expect(fences.length).toBeGreaterThan(0);
    expect(notebook.cells.filter(({ kind }) => kind === 'code')).toHaveLength(fences.length);
    const prose = notebook.cells.flatMap(({ kind, source }) => (kind === 'markdown' ? [source] : [])).join('\n');
    expect(prose).toMatch(/^# \S/);
    expect(prose).not.toMatch(/\[!(NOTE|TIP|WARNING|IMPORTANT|CAUTION)\]|^```(quiz|widget)|\]\(\.\.|^title:/m);
    const text = writeNotebook(notebook);
    expect(readNotebook(text, 'x').cells).toEqual(notebook.cells);
    expect(JSON.parse(text)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  },
);

test('quizzes, widgets, alerts and links become what notebooks show', () => {
  const markdown = [
    '---',
    'title: "A title: with a colon"',
    '---',
    '',
    '> [!TIP]',
    '> Words.',
    '',
    'See [next](../02-keras/lesson.en.md#start) and [that](https://a.example/).',
    '',
    '```quiz id=q predict',
    '? What is it?',
    '- [x] Right | because',
    '- [ ] Wrong',
    '! More.',
    '```',
    '',
    '```widget curve',
    'points: 3',
    '---',
    'A curve of three points.',
    '```',
    '',
    '```python cell id=one varies=5%',
    'print("```")',
    '```',
    '',
    '````text',
    '```python cell id=no',
    '````',
  ].join('\n');
  const { title, cells } = cellsOf(markdown, 'en', SITE);
  expect(title).toBe('A title: with a colon');
  expect(cells.map(({ kind }) => kind)).toEqual(['markdown', 'markdown', 'code', 'markdown']);
  const [, prose, code] = cells;
  expect(prose?.source).toContain('> **Tip**\n>\n> Words.');
  expect(prose?.source).toContain(`[next](${SITE}#/en/lesson/keras)`);
  expect(prose?.source).toContain('(https://a.example/)');
  expect(prose?.source).toContain('- Right <details><summary>Answer</summary>○ because</details>');
  expect(prose?.source).toContain('\nA curve of three points.');
  expect(prose?.source).not.toContain('points: 3');
  expect(code?.source).toBe('print("```")');
});

const base = { nbformat: 4, nbformat_minor: 2, metadata: {}, cells: [] as unknown[] };
const code = {
  cell_type: 'code',
  source: ['x = 1\n', 'x'],
  metadata: {},
  outputs: [{ anything: 1 }],
  execution_count: 3,
};

test("others' notebooks are read: lists or texts, without outputs, raw and empty cells", () => {
  const heading = { cell_type: 'markdown', source: '## `Title` *here*\r\ntext', metadata: {}, attachments: {} };
  const cells = [{ cell_type: 'raw', source: 'r', metadata: {} }, heading, code, { ...code, source: '' }];
  expect(readNotebook(JSON.stringify({ ...base, cells }), 'file')).toEqual({
    title: 'Title here',
    cells: [
      { kind: 'markdown', source: '## `Title` *here*\ntext' },
      { kind: 'code', source: 'x = 1\nx' },
    ],
  });
  expect(readNotebook(JSON.stringify({ ...base, cells: [code] }), 'file').title).toBe('file');
});

test.each<[string, unknown, string]>([
  ['an older format', { ...base, nbformat: 3 }, 'nbformat'],
  ['another language', { ...base, metadata: { language_info: { name: 'R' } } }, 'metadata.language_info.name'],
  ['cells that are none', { ...base, cells: 'x' }, 'cells'],
  ['a cell of another kind', { ...base, cells: [{ ...code, cell_type: 'shell' }] }, 'cells[0].cell_type'],
  ['a source that is no text', { ...base, cells: [code, { ...code, source: [1] }] }, 'cells[1].source[0]'],
  ['too many cells', { ...base, cells: Array.from({ length: 501 }, () => code) }, 'cells'],
  [
    'too much text',
    { ...base, cells: Array.from({ length: 6 }, () => ({ ...code, source: 'x'.repeat(190_000) })) },
    'cells[5]',
  ],
])('%s is refused', (_what, notebook, place) => {
  expect(() => readNotebook(JSON.stringify(notebook), 'x')).toThrow(
    expect.objectContaining({ name: 'FormatError', place }),
  );
});

const PYTHON = process.env['ORACLE_PYTHON'] ?? '/usr/bin/python3';

function whyNotRun(...packages: readonly string[]): string | null {
  if (!existsSync(PYTHON)) return `there is no ${PYTHON} (Debian: apt-get install python3-torch)`;
  const missing = packages.filter((name) => spawnSync(PYTHON, ['-c', `import ${name}`]).status !== 0);
  return missing.length > 0 ? `${PYTHON} has no ${missing.join(', ')} (Debian: apt-get install python3-torch)` : null;
}

/** Runs code cells as Jupyter does, up to the first that needs what this Python has not. */
const RUNNER = `
import json, sys, os, tempfile
cells = ["".join(c["source"]) for c in json.load(sys.stdin)["cells"] if c["cell_type"] == "code"]
os.chdir(tempfile.mkdtemp())
names = {"__name__": "__main__"}
done = 0
for cell in cells:
    try:
        exec(compile(cell, f"cell {done + 1}", "exec"), names)
    except ModuleNotFoundError as error:
        print("stopped:", error, file=sys.stderr)
        break
    done += 1
print(f"\\n{done} of {len(cells)} cells")
`;

/** Runs a notebook's code where there is a real PyTorch; tells why where there is none. */
function runReally(notebook: Notebook, skip: (why: string) => never): readonly [done: number, of: number] {
  const problem = whyNotRun('torch', 'matplotlib');
  if (problem !== null) {
    console.warn(`not run: ${problem}`);
    skip(problem);
  }
  const env = { ...process.env, MPLBACKEND: 'Agg', OMP_NUM_THREADS: '1' };
  const input = writeNotebook(notebook);
  const ran = spawnSync(PYTHON, ['-c', RUNNER], { input, encoding: 'utf8', timeout: 100_000, env });
  expect(`${ran.stderr}\n${ran.status}`).toMatch(/\b0$/);
  const [, done = 0, of = 0] = (/(\d+) of (\d+) cells\s*$/.exec(ran.stdout) ?? []).map(Number);
  return [done, of];
}

test("a section, exported, runs in real PyTorch's Python up to what needs torchvision", ({ skip }) => {
  const notebook = exported('lessons/01-pytorch-basics/lesson.en.md');
  const [done, of] = runReally(notebook, skip);
  const programs = notebook.cells.filter(({ kind }) => kind === 'code').map(({ source }) => source);
  const first = programs.findIndex((source) => source.includes('torchvision'));
  expect(first).toBeGreaterThanOrEqual(5);
  expect([done, of]).toEqual([whyNotRun('torchvision') === null ? programs.length : first, programs.length]);
});

test("exercises, exported with their solution in the answer's place, run in real PyTorch's Python", async ({
  skip,
}) => {
  const cells: NotebookCell[] = [];
  for (const folder of ['02-find-the-bugs', '03-normalized-dataset', '05-early-stopping']) {
    const files = ['task.ja.md', 'task.en.md', 'hints.ja.md', 'hints.en.md', 'starter.py', 'solution.py', 'check.py'];
    const texts = new Map(files.map((file) => [file, readFileSync(`exercises/${folder}/${file}`, 'utf8')]));
    const exercise = await readExerciseFolder(folder, texts);
    const notebook = notebookOfExercise({ ...exercise, starter: exercise.solution }, 'ja', 'here');
    expect(notebook.cells[0]?.source).toMatch(/^# \S/);
    cells.push(...notebook.cells);
  }
  expect(runReally({ title: 'all', cells }, skip)).toEqual([3, 3]);
});
