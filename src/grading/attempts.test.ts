import { expect, test } from 'vitest';
import { bestOf, changePractice, isSolved, noteReport, openPractice, parsePractice, putAside } from './attempts';
import type { GradeReport } from './types';

const report = (points: number): GradeReport => ({
  exercise: 'double',
  version: '1',
  seed: 1,
  state: 'graded',
  reason: null,
  points,
  of: 4,
  tests: [],
  elapsedMs: 1,
});

test('attempts are noted, the best one stays, and code that is replaced is put aside once', async () => {
  const store = await openPractice('double');
  await noteReport('double', store, 'best', report(3));
  for (let index = 0; index < 60; index += 1) await noteReport('double', store, `code ${index}`, report(1));
  const { attempts } = store.getState();
  expect(attempts).toHaveLength(50);
  expect(bestOf(attempts)?.code).toBe('best');
  expect(attempts.at(-1)?.code).toBe('code 59');
  expect(isSolved(attempts)).toBe(false);
  await putAside('double', store, 'unsaved');
  await putAside('double', store, 'unsaved');
  const after = store.getState().attempts;
  expect(after.filter(({ code }) => code === 'unsaved')).toHaveLength(1);
  expect(after.at(-1)?.state).toBe('unchecked');
  await noteReport('double', store, 'right', report(4));
  expect(isSolved(store.getState().attempts)).toBe(true);
  // There is no database here, and the page has to say so.
  expect(store.getState().kept).toBe(false);
});

test('two pages with the same exercise keep what was done in either', async () => {
  const one = await openPractice('triple');
  const other = await openPractice('triple');
  await noteReport('triple', one, 'from one', report(1));
  await changePractice('triple', other, { hints: 2 });
  await noteReport('triple', other, 'from the other', report(2));
  await changePractice('triple', one, { solution: true });
  for (const practice of [one.getState(), await openPractice('triple').then((store) => store.getState())]) {
    expect(practice.attempts.map(({ code }) => code)).toEqual(['from one', 'from the other']);
    expect(practice).toMatchObject({ hints: 2, solution: true });
  }
});

test('a damaged attempt does not take the others along', () => {
  const attempt = { time: 5, code: 'x', state: 'graded', points: 1, of: 2 };
  const tooLong = { ...attempt, code: 'x'.repeat(500_001) };
  const stored = { attempts: [attempt, tooLong, { ...attempt, state: 'lost' }, null], hints: 'two', solution: true };
  expect(parsePractice(stored)).toEqual({ attempts: [attempt], hints: 0, solution: true });
  expect(parsePractice(undefined)).toEqual({ attempts: [], hints: 0, solution: false });
});
