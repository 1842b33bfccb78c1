import { expect, test } from 'vitest';
import { Strict } from '../shared/strict';
import { readExercise, writeExercise } from './exercise-data';
import { BLANK, finishExercise } from './exercise-draft';
import { packExercise, unpackExercise } from './exercise-zip';
import { readZip, writeZip } from './zip';

const limits = { packed: 1e6, files: 100, file: 1e6, all: 1e6 };

test('an exercise comes back from its zip as it was, also after it was kept as JSON', async () => {
  const exercise = await finishExercise(BLANK);
  expect(exercise.title).toEqual(BLANK.title);
  expect(exercise.hints).toEqual(BLANK.hints);
  expect(exercise.check.wrong[0]?.message).toEqual(BLANK.check.wrong[0]?.message);
  const back = await unpackExercise(packExercise(exercise));
  expect(back).toEqual(exercise);
  expect(readExercise(new Strict(JSON.parse(JSON.stringify(writeExercise(exercise)))))).toEqual(exercise);
});

test('the zip holds plain files in a folder', () => {
  const names = [...readZip(packExercise(BLANK), limits).keys()];
  expect(names).toContain('50-double-it/task.ja.md');
  expect(names).toContain('50-double-it/check.py');
  expect(names).toContain('50-double-it/wrong/adds-two.py');
});

test('an exercise that is not as it should be is refused with the file', async () => {
  await expect(finishExercise({ ...BLANK, slug: 'Not A Slug' })).rejects.toThrow('NN-slug');
  await expect(finishExercise({ ...BLANK, hints: BLANK.hints.slice(1) })).rejects.toThrow('hints');
  const files = [...readZip(packExercise(BLANK), limits)].filter(([name]) => !name.endsWith('solution.py'));
  await expect(unpackExercise(writeZip(files))).rejects.toThrow('solution.py');
});
