import { beforeEach, expect, test } from 'vitest';
import { forgetProgress, loadProgress, noteAnswer, noteRun, noteVisit, progress, shareOf } from './progress';

beforeEach(() => forgetProgress());

const settled = async () => {
  await loadProgress();
  await Promise.resolve();
};

test('visits, runs and answers add up to a share of the lesson', async () => {
  const lesson = { cells: 4, quizzes: ['a', 'b'] };
  expect(shareOf(progress.getState().get('one'), lesson)).toBeNull();
  noteVisit('one');
  await settled();
  expect(shareOf(progress.getState().get('one'), lesson)).toMatchObject({ ran: 0, answered: 0, part: 0 });
  noteRun('one', 'x');
  noteRun('one', 'x');
  noteAnswer('one', 'b', 1, 2);
  await settled();
  expect(progress.getState().get('one')).toMatchObject({ ran: ['x'], answers: { b: [null, 2] } });
  expect(shareOf(progress.getState().get('one'), lesson)).toMatchObject({ ran: 1, answered: 1, part: 2 / 6 });
  noteAnswer('one', 'b', 1, null);
  await settled();
  expect(shareOf(progress.getState().get('one'), lesson)).toMatchObject({ answered: 0 });
});

test('what a lesson no longer has does not count', () => {
  const row = { ran: ['a', 'b', 'c'], answers: { gone: [1] } };
  expect(shareOf(row, { cells: 2, quizzes: ['kept'] })).toMatchObject({ ran: 2, answered: 0, part: 2 / 3 });
});
