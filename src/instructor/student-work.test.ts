import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Assignment } from './assignment';
import { packSuspended, unpackSuspended } from './lms/suspend';
import { answersOf, changeWork, noteAttempt, resume, suspendedOf } from './student-work';
import type { StudentWork } from './student-work';

const assignment: Assignment = {
  id: 'week-1',
  title: 'Week 1',
  note: '',
  items: [
    { kind: 'exercise', slug: 'one' },
    { kind: 'lesson', slug: 'keras' },
    { kind: 'exercise', slug: 'two' },
  ],
  opens: null,
  due: null,
  attempts: 3,
  hints: true,
  exercises: [],
};
const fresh = () => createStore<StudentWork>(() => ({ student: '', exercises: {}, kept: true }));
const at = new Date('2026-04-01T00:00:00Z');

test('attempts make a time line, and the best of them stays', () => {
  const store = fresh();
  changeWork(store, 'one', { code: 'x = 1', hints: 2 });
  noteAttempt(store, 'one', { points: 2, of: 3 }, at);
  noteAttempt(store, 'one', { points: 1, of: 3 }, at);
  noteAttempt(store, 'one', null, at);
  const work = store.getState();
  expect(work.exercises['one']).toMatchObject({ checks: 3, best: { points: 2, of: 3 } });
  const lessons = { runs: new Map([['keras', 99]]), cells: () => 9 };
  expect(answersOf(assignment, work, new Map([['two', 'starter']]), lessons)).toEqual([
    {
      kind: 'exercise',
      slug: 'one',
      code: 'x = 1',
      attempts: [
        { at: '2026-04-01T00:00:00.000Z', claimed: { points: 2, of: 3 } },
        { at: '2026-04-01T00:00:00.000Z', claimed: { points: 1, of: 3 } },
        { at: '2026-04-01T00:00:00.000Z', claimed: null },
      ],
      hints: 2,
      sawSolution: false,
    },
    { kind: 'lesson', slug: 'keras', ran: 9, cells: 9 },
    { kind: 'exercise', slug: 'two', code: 'starter', attempts: [], hints: 0, sawSolution: false },
  ]);
});

test('what a system kept fills in what the browser has not, and takes nothing away', async () => {
  const first = fresh();
  changeWork(first, 'one', { code: 'from the system', hints: 1 });
  noteAttempt(first, 'one', { points: 3, of: 3 }, at);
  changeWork(first, 'two', { code: 'two' });
  const suspended = await unpackSuspended(await packSuspended(suspendedOf(assignment, first.getState())));
  const second = fresh();
  changeWork(second, 'one', { code: 'typed here', hints: 3 });
  resume(second, suspended ?? []);
  const { exercises } = second.getState();
  expect(exercises['one']).toMatchObject({ code: 'typed here', hints: 3, checks: 1, best: { points: 3, of: 3 } });
  expect(exercises['two']).toMatchObject({ code: 'two', best: null });
});
