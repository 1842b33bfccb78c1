/** An exercise while it is written: how it begins, and what it is checked for before it is saved or made available. Drafts are draft-store.ts'. */
import { readExerciseFolder, writeExerciseFolder } from '../grading/exercise-folder';
import type { Exercise } from '../grading/types';
import { storeDocument } from '../shared/storage/documents';
import { writeExercise } from './exercise-data';

/** Complete and provable, so that an author changes what works instead of filling in blanks. */
export const BLANK: Exercise = {
  slug: 'double-it',
  order: 50,
  version: 'new',
  title: { ja: '2 倍にする', en: 'Double it' },
  level: 'easy',
  minutes: 10,
  task: {
    ja: '引数を 2 倍にして返す関数 `double(x)` を書いてください。テンソルでも動くようにします。',
    en: 'Write a function `double(x)` that returns twice its argument. It works for tensors too.',
  },
  starter: 'import torch\n\n\ndef double(x):\n    ...\n',
  solution: 'import torch\n\n\ndef double(x):\n    return 2 * x\n',
  check: {
    code: `from checks import check, expect, known


@check(ja="数を 2 倍にする", en="Doubles a number", points=1, hint=1)
async def number(student, random):
    x = int(random.randint(3, 100))
    got = await student.run("double(x)", x=x)
    if got == x + 2:
        known("adds-two")
    expect.equal(got, 2 * x, "double(x)")


@check(ja="テンソルの各要素を 2 倍にする", en="Doubles each element of a tensor", points=2, hint=2)
async def tensor(student, random):
    x = random.normal(size=5).astype("float32")
    got = await student.run("import torch\\ndouble(torch.from_numpy(x))", x=x)
    expect.close(expect.tensor(got, "double(x)", shape=(5,)), 2 * x, "double(x)")
`,
    wrong: [
      {
        name: 'adds-two',
        code: 'def double(x):\n    return x + 2\n',
        message: {
          ja: '2 を足しています。2 倍は、2 をかけた値です。',
          en: 'This adds 2. Twice a number is 2 times it.',
        },
      },
    ],
  },
  hints: [
    { ja: '`return` で値を返します。', en: 'Give the value back with `return`.' },
    { ja: 'テンソルにも数をかけられます。', en: 'A tensor can be multiplied by a number, too.' },
    { ja: '`return 2 * x` です。', en: 'It is `return 2 * x`.' },
  ],
};

/**
 * The exercise as its files say, with the version that they give it.
 *
 * @throws {FolderError} which names the file and what to do
 */
export function finishExercise(draft: Exercise): Promise<Exercise> {
  const { folder, files } = writeExerciseFolder(draft);
  return readExerciseFolder(folder, files);
}

/** The slug, or the next one like it that nothing has: two exercises of one slug cannot be told apart. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let free = slug;
  for (let number = 2; isTaken(free); number += 1) free = `${slug}-${number}`;
  return free;
}

/** Makes it available for assignments, in this browser. */
export async function keepExercise(exercise: Exercise): Promise<boolean> {
  return storeDocument('exercise', exercise.slug, writeExercise(exercise));
}
