import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Assignment } from './assignment';
import { packSuspended, unpackSuspended } from './lms/suspend';
import { answersOf, changeWork, noteAttempt, openWork, readWork, resume, suspendedOf } from './student-work';
import type { StudentWork } from './student-work';
import { NO_WORK } from './work';

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

afterEach(() => {
  vi.useRealTimers();
});

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

test('two pages with the same assignment keep what was done in either', async () => {
  vi.useFakeTimers();
  const begun = await openWork('week-2', null);
  changeWork(begun, 'one', { code: 'one' });
  changeWork(begun, 'two', { code: 'two' });
  await vi.advanceTimersByTimeAsync(1_000);
  const here = await openWork('week-2', null);
  const there = await openWork('week-2', null);
  changeWork(there, 'one', { code: 'one, there', hints: 1 });
  noteAttempt(there, 'one', { points: 1, of: 2 }, at);
  there.setState({ student: 'Ada' });
  await vi.advanceTimersByTimeAsync(1_000);
  changeWork(here, 'two', { code: 'two, here' });
  noteAttempt(here, 'one', null, new Date(at.getTime() + 1));
  await vi.advanceTimersByTimeAsync(1_000);
  for (const work of [here.getState(), (await openWork('week-2', null)).getState()]) {
    expect(work.student).toBe('Ada');
    expect(work.exercises['two']?.code).toBe('two, here');
    expect(work.exercises['one']).toMatchObject({
      code: 'one, there',
      hints: 1,
      checks: 2,
      best: { points: 1, of: 2 },
    });
    expect(work.exercises['one']?.attempts).toHaveLength(2);
  }
  expect((await openWork('week-2', 'another learner')).getState().exercises).toEqual({});
});

test('code that is too long stays in its editor, and what was kept of it before is kept on', async () => {
  vi.useFakeTimers();
  const store = await openWork('week-3', null);
  changeWork(store, 'one', { code: 'short' });
  await vi.advanceTimersByTimeAsync(1_000);
  const long = 'x'.repeat(100_001);
  changeWork(store, 'one', { code: long });
  changeWork(store, 'two', { code: 'two' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().exercises['one']?.code).toBe(long);
  const again = (await openWork('week-3', null)).getState().exercises;
  expect([again['one']?.code, again['two']?.code]).toEqual(['short', 'two']);
  changeWork(store, 'one', { code: 'shortened' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await openWork('week-3', null)).getState().exercises['one']?.code).toBe('shortened');
});

test('a damaged exercise does not take the others along', () => {
  const stored = {
    student: 'Ada',
    exercises: {
      one: { ...NO_WORK, code: 'one' },
      two: { ...NO_WORK, checks: 'many' },
      three: { ...NO_WORK, code: 'x'.repeat(100_001), checks: 3 },
    },
  };
  expect(readWork(stored)).toEqual({
    student: 'Ada',
    exercises: { one: stored.exercises.one, three: { ...NO_WORK, checks: 3 } },
  });
  expect(readWork(undefined)).toBeNull();
});
