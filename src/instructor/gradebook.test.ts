import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Exercise, GradeReport, Grader } from '../grading/types';
import { gradeBatch } from './batch';
import type { Bundle } from './bundle';
import { collectEntries } from './collect';
import type { GivenFile } from './collect';
import { feedbackZip } from './feedback';
import { gradebookCsv, isGraded, rowsOf } from './gradebook';
import type { Gradebook } from './gradebook';
import { writeSubmission } from './submission';
import { writeZip } from './zip';

const exercise = (slug: string): Exercise => ({
  slug,
  order: 1,
  version: 'v1',
  title: { ja: `演習 ${slug}`, en: `Exercise ${slug}` },
  level: 'easy',
  minutes: 5,
  task: { ja: '', en: '' },
  starter: '',
  solution: '',
  check: { code: '', wrong: [] },
  hints: [],
});
const bundle: Bundle = {
  assignment: {
    id: 'week-1',
    title: 'Week 1',
    note: '',
    items: [
      { kind: 'exercise', slug: 'one' },
      { kind: 'lesson', slug: 'keras' },
      { kind: 'exercise', slug: 'two' },
    ],
    opens: null,
    due: '2026-04-08T00:00:00.000Z',
    attempts: null,
    hints: true,
    exercises: [],
  },
  exercises: [exercise('two'), exercise('one')],
  hidden: new Map([['one', 'more']]),
  seed: 7,
};

async function file(student: string, code: string, made = '2026-04-07T00:00:00.000Z'): Promise<GivenFile> {
  const text = await writeSubmission({
    student,
    assignment: 'week-1',
    made,
    language: 'ja',
    answers: [{ kind: 'exercise', slug: 'one', code, attempts: [], hints: 0, sawSolution: false }],
  });
  return { name: `${student}-${made.slice(8, 10)}.json`, bytes: new TextEncoder().encode(text) };
}

/** Two points for `right`; other words make the grader misbehave. */
class WordGrader implements Grader {
  static asked: [string, string, string | undefined, number | undefined][] = [];
  static broken = 0;
  disposed = false;

  async grade(
    graded: { slug: string; version: string },
    code: string,
    options: Parameters<Grader['grade']>[2] = {},
  ): Promise<GradeReport> {
    if (this.disposed) throw new Error('used after its end');
    WordGrader.asked.push([graded.slug, code, options.hiddenChecks, options.seed]);
    if (code === 'throws') throw new Error('out of memory');
    const fails = code === 'breaks twice' || (code === 'breaks once' && WordGrader.broken++ === 0);
    const passed = code === 'right' || code === 'breaks once';
    const reason = { ja: '`=`だめ', en: '`=` no' };
    const test = {
      name: 't',
      title: { ja: '題', en: 'title' },
      points: passed ? 2 : 0,
      of: 2,
      state: passed ? ('passed' as const) : ('failed' as const),
      reason: passed ? null : reason,
      attempt: null,
      hint: null,
      hidden: false,
    };
    const state = fails ? 'failed' : 'graded';
    const { slug, version } = graded;
    return {
      exercise: slug,
      version,
      seed: 7,
      state,
      reason: null,
      points: test.points,
      of: 2,
      tests: [test],
      elapsedMs: 1,
    };
  }

  dispose(): void {
    this.disposed = true;
  }
}

async function graded(
  files: readonly GivenFile[],
  judgements: Gradebook['judgements'] = new Map(),
): Promise<Gradebook> {
  const entries = await collectEntries(files, 'week-1');
  const reports = new Map<string, readonly GradeReport[]>();
  await gradeBatch(
    entries.filter((entry) => entry.kind === 'read'),
    {
      bundle,
      makeGrader: () => new WordGrader(),
      lanes: 2,
      signal: new AbortController().signal,
      onDone: (hash, list) => reports.set(hash, list),
    },
  );
  return { bundle, entries, reports, judgements };
}

test('a batch goes on past every kind of failure; hidden checks and the seed reach the grader', async () => {
  WordGrader.asked = [];
  const words = ['right', 'wrong', 'throws', 'breaks once', 'breaks twice', 'right'];
  const files = await Promise.all(words.map((word, index) => file(`s${index}`, word)));
  const gradebook = await graded(files);
  const rows = rowsOf(gradebook);
  // Where the grader itself failed there are no points, not 0 of them: the next run tries again.
  expect(rows.map(({ cells }) => cells[0]?.points)).toEqual([2, 0, null, 2, null, 2]);
  expect(rows.map(({ points, of }) => [points, of])).toEqual([
    [2, 4],
    [0, 4],
    [null, null],
    [2, 4],
    [null, null],
    [2, 4],
  ]);
  expect(rows.map(({ hash }) => isGraded(gradebook.reports.get(hash)))).toEqual([true, true, false, true, false, true]);
  expect(isGraded(undefined)).toBe(false);
  expect(rows.map(({ cells }) => cells[0]?.report?.state)).toEqual([
    'graded',
    'graded',
    'failed',
    'graded',
    'failed',
    'graded',
  ]);
  expect(
    WordGrader.asked.every(([slug, , hidden, seed]) => hidden === (slug === 'one' ? 'more' : '') && seed === 7),
  ).toBe(true);
  // The second exercise has no answer: asked with empty code, so that its points are known.
  expect(WordGrader.asked.filter(([slug]) => slug === 'two').every(([, code]) => code === '')).toBe(true);
  expect(rows[0]?.of).toBe(4);
});

test('cancelling keeps what is done and leaves the rest', async () => {
  const entries = await collectEntries(await Promise.all(['a', 'b', 'c'].map((name) => file(name, 'right'))), 'week-1');
  const stop = new AbortController();
  const done: string[] = [];
  await gradeBatch(
    entries.filter((entry) => entry.kind === 'read'),
    {
      bundle,
      makeGrader: () => new WordGrader(),
      lanes: 1,
      signal: stop.signal,
      onDone: (hash) => {
        done.push(hash);
        stop.abort();
      },
    },
  );
  expect(done).toHaveLength(1);
});

test('files of all kinds: a zip, the same twice, another assignment, damaged, not even text', async () => {
  const honest = await file('hanako', 'right');
  const other = await file('taro', 'right');
  const zip = {
    name: 'all.zip',
    bytes: writeZip([
      ['x/taro.json', other.bytes],
      ['x/read.txt', 'hello'],
    ]),
  };
  const foreign = {
    name: 'foreign.json',
    bytes: new TextEncoder().encode(new TextDecoder().decode(honest.bytes).replace('week-1', 'week-2')),
  };
  const files = [
    zip,
    honest,
    { ...honest, name: 'z-copy.json' },
    foreign,
    { name: 'bin', bytes: new Uint8Array([255, 254, 0]) },
    { name: 'cut.zip', bytes: zip.bytes.slice(0, 60) },
  ];
  const entries = await collectEntries(files, 'week-1');
  expect(entries.map((entry) => [entry.file, entry.kind])).toEqual([
    ['all.zip/x/read.txt', 'refused'],
    ['all.zip/x/taro.json', 'read'],
    ['bin', 'refused'],
    ['cut.zip', 'refused'],
    ['foreign.json', 'refused'],
    ['hanako-07.json', 'read'],
    ['z-copy.json', 'refused'],
  ]);
  const reasons = entries.flatMap((entry) => (entry.kind === 'refused' ? [entry.reason.en] : []));
  expect(reasons[0]).toContain('expected JSON');
  expect(reasons[2]).toContain('zip file');
  expect(reasons[3]).toContain('changed or damaged');
  expect(reasons[4]).toContain('the same file as hanako');
});

test("the last submission counts, and the instructor's points and words stay with the student", async () => {
  const judgements = new Map([
    ['hanako', { overrides: { one: { points: 1.5, note: '相談済み' } }, feedback: '=よくできました' }],
  ]);
  const first = await file('hanako', 'wrong', '2026-04-06T00:00:00.000Z');
  const later = await file('Ｈanako ', 'right', '2026-04-09T00:00:00.000Z');
  const gradebook = await graded([later, first], judgements);
  const rows = rowsOf(gradebook);
  expect(rows.map(({ replaced, late, points }) => [replaced, late, points])).toEqual([
    [true, false, 1.5],
    [false, true, 1.5],
  ]);
  const csv = gradebookCsv(gradebook);
  expect(csv.split('\r\n')[0]).toBe(
    '\u{feff}student,points,of,one points,one of,one state,two points,two of,two state,submitted,late,counts,feedback,file,hash,problem',
  );
  expect(csv).toContain("'=よくできました");
  expect(csv).toMatch(/1\.5,2,overridden,0,2,graded,2026-04-09T00:00:00\.000Z,late,yes/);
  const files = unzipSync(feedbackZip(gradebook, 'ja'));
  const names = Object.keys(files);
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/^Ｈanako-[0-9a-f]{8}\.md$/);
  const text = new TextDecoder().decode(files[names[0] ?? '']);
  expect(text).toContain('教員による変更: 相談済み');
  expect(text).toContain('## 演習 one: 1.5 / 2');
  expect(text).toContain('```python\nright\n```');
});

test('names of files tell nobody apart: a second hand-in and two students, all as 1.json', async () => {
  const named = async (student: string, code: string, made?: string) => ({
    ...(await file(student, code, made)),
    name: '1.json',
  });
  const gradebook = await graded([
    await named('hanako', 'wrong', '2026-04-06T00:00:00Z'),
    await named('hanako', 'right', '2026-04-06T00:00:00.001Z'),
    await named('taro', 'breaks twice'),
  ]);
  expect(rowsOf(gradebook).map(({ student, replaced }) => [student, replaced])).toEqual([
    ['hanako', true],
    ['hanako', false],
    ['taro', false],
  ]);
  const files = Object.entries(unzipSync(feedbackZip(gradebook, 'en'))).map(
    ([name, bytes]) => [name.split('-')[0], /```python\n(.*)\n```/.exec(new TextDecoder().decode(bytes))?.[1]] as const,
  );
  expect(files).toEqual([
    ['hanako', 'right'],
    ['taro', 'breaks twice'],
  ]);
});

test('a zip inside of a zip is refused as what it is, unread', async () => {
  const inner = writeZip([['1.json', (await file('hanako', 'right')).bytes]]);
  const [entry] = await collectEntries([{ name: 'outer.zip', bytes: writeZip([['inner.zip', inner]]) }], 'week-1');
  expect(entry).toMatchObject({ kind: 'refused', file: 'outer.zip/inner.zip' });
  expect(entry?.kind === 'refused' && entry.reason.en).toContain('not a zip file inside of a zip file');
});

test("a student's words in feedback are text, and names of files stay in their folder", async () => {
  const gradebook = await graded([{ ...(await file('../../etc/<b>', '```\n# evil')), name: 'a.json' }]);
  const [[name, bytes] = ['', new Uint8Array()]] = Object.entries(unzipSync(feedbackZip(gradebook, 'en')));
  expect(name).toMatch(/^etcb-[0-9a-f]{8}\.md$/);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain('\\<b\\>');
  expect(text).toContain('````python\n```\n# evil\n````');
  expect(text).toContain('\\`=\\` no');
});
