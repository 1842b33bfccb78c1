import { expect, test } from 'vitest';
import { FolderError, readExerciseFolder, writeExerciseFolder } from './exercise-folder';
import { inLanguage } from './translated-code';

const task = (title: string): string => `---\ntitle: ${title}\nlevel: easy\nminutes: 5\n---\n\nWrite it.\n`;
const files = (changes: Readonly<Record<string, string | null>> = {}): Map<string, string> => {
  const all: Record<string, string | null> = {
    'task.ja.md': task('倍'),
    'task.en.md': task('Double'),
    'starter.py': '# ja: ここに\n# en: Here\nx = 1\n',
    'solution.py': 'x = 2\n',
    'check.py': 'pass\n',
    'wrong/square.py': '# ja: 二乗です。\n# en: That is\n# en: the square.\nx = 4\n',
    'hints.ja.md': 'い\n\n---\n\nろ\n\n---\n\nは\n',
    'hints.en.md': 'a\n\n---\n\nb\n\n---\n\nc\n',
    ...changes,
  };
  return new Map(Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
};

test('a folder becomes an exercise, and the exercise the same folder', async () => {
  const exercise = await readExerciseFolder('07-double', files());
  expect(exercise).toMatchObject({
    slug: 'double',
    order: 7,
    title: { ja: '倍', en: 'Double' },
    level: 'easy',
    minutes: 5,
    task: { ja: 'Write it.', en: 'Write it.' },
    check: { wrong: [{ name: 'square', message: { ja: '二乗です。', en: 'That is the square.' } }] },
    hints: [
      { ja: 'い', en: 'a' },
      { ja: 'ろ', en: 'b' },
      { ja: 'は', en: 'c' },
    ],
  });
  const written = writeExerciseFolder(exercise);
  expect(written.folder).toBe('07-double');
  expect(Object.fromEntries(written.files)).toEqual(Object.fromEntries(files()));
});

test('the version follows every file', async () => {
  const versions = await Promise.all(
    [{}, { 'check.py': 'pass #\n' }, { 'hints.en.md': 'a\n---\nb\n---\nd' }, { 'starter.py': '' }].map(
      async (changes) => (await readExerciseFolder('07-double', files(changes))).version,
    ),
  );
  expect(new Set(versions).size).toBe(versions.length);
  expect((await readExerciseFolder('07-double', files())).version).toBe(versions[0]);
});

test.each([
  ['task.en.md', null, /missing/],
  ['task.ja.md', 'no keys', /opens with the keys/],
  ['task.ja.md', task('倍').replace('easy', 'simple'), /"level" is easy/],
  ['task.ja.md', task('倍').replace('easy', 'hard'), /same in both/],
  ['task.ja.md', task('倍').replace('5', 'five'), /whole number/],
  ['hints.en.md', 'a\n---\nb', /3 hints/],
  ['wrong/square.py', '# ja: 二乗\nx = 4', /# en:/],
  ['wrong/Square_2.py', '# ja: a\n# en: b', /wrong\/small-words/],
])('%s is refused when it is wrong', async (path, text, problem) => {
  await expect(readExerciseFolder('07-double', files({ [path]: text }))).rejects.toThrow(problem);
  await expect(readExerciseFolder('07-double', files({ [path]: text }))).rejects.toBeInstanceOf(FolderError);
});

test('a folder without a number is refused', async () => {
  await expect(readExerciseFolder('double', files())).rejects.toThrow(/NN-slug/);
});

test('comments of the other language disappear, the mark of the own too', () => {
  const code = 'if x:\n    # ja: はい\n    # en: yes\n    y()  # en: stays\n# plain\n';
  expect(inLanguage(code, 'ja')).toBe('if x:\n    # はい\n    y()  # en: stays\n# plain\n');
  expect(inLanguage(code, 'en')).toBe('if x:\n    # yes\n    y()  # en: stays\n# plain\n');
});
