import { expect, test } from 'vitest';
import type { Exercise } from '../grading/types';
import {
  newAssignmentId,
  packAssignment,
  phaseOf,
  readAssignment,
  unpackAssignment,
  writeAssignment,
} from './assignment';
import type { Assignment } from './assignment';

const exercise: Exercise = {
  slug: 'double-it',
  order: 1,
  version: 'abc',
  title: { ja: '2 倍', en: 'Double it' },
  level: 'easy',
  minutes: 5,
  task: { ja: '本文', en: 'Text' },
  starter: 'def double(x):\n    ...\n',
  solution: 'def double(x):\n    return 2 * x\n',
  check: {
    code: 'def check_double(): ...',
    wrong: [{ name: 'adds-two', code: 'def double(x):\n    return x + 2\n', message: { ja: '足し算', en: 'A sum' } }],
  },
  hints: [{ ja: 'かける', en: 'Multiply' }],
};
const assignment: Assignment = {
  id: 'week-3-abc',
  title: '第 3 週',
  note: '静かに。\nDo it.',
  items: [
    { kind: 'exercise', slug: 'double-it' },
    { kind: 'lesson', slug: 'keras' },
  ],
  opens: '2026-04-01T00:00:00.000Z',
  due: '2026-04-08T00:00:00.000Z',
  attempts: 5,
  hints: false,
  exercises: [exercise],
};

test('an assignment comes through a link and a file, without its solutions', async () => {
  const packed = await packAssignment(assignment);
  expect(packed).toMatch(/^[\w-]+$/);
  const read = await unpackAssignment(packed ?? '');
  expect(read).toEqual(readAssignment(writeAssignment(assignment)));
  expect(read?.items).toEqual(assignment.items);
  const [shown] = read?.exercises ?? [];
  expect(shown?.starter).toBe(exercise.starter);
  expect(shown?.solution).toBe('');
  expect(JSON.stringify(read)).not.toContain('return');
});

test('one too large for a link is told', async () => {
  const noise = Array.from({ length: 40_000 }, (_, index) => Math.sin(index).toString(36).slice(4, 6)).join('');
  expect(await packAssignment({ ...assignment, exercises: [{ ...exercise, starter: noise }] })).toBeNull();
});

test('links that were changed, and those of other content, are refused', async () => {
  const packed = (await packAssignment(assignment)) ?? '';
  expect(await unpackAssignment(packed.slice(0, -9))).toBeNull();
  expect(await unpackAssignment('AAAA')).toBeNull();
  expect(() => readAssignment(writeAssignment({ ...assignment, title: '' }))).toThrow(/title/);
  expect(() => readAssignment(writeAssignment(assignment).replace('"hints":false', '"hints":0'))).toThrow(/hints/);
});

test('ids are readable, usable and differ', () => {
  const id = newAssignmentId('Week 3: Tensors!');
  expect(id).toMatch(/^week-3-tensors-[a-z0-9]+$/);
  expect(newAssignmentId('Week 3: Tensors!')).not.toBe(id);
  expect(newAssignmentId('第 3 週')).toMatch(/^3-[a-z0-9]+$/);
});

test('the dates of an assignment', () => {
  expect(phaseOf(assignment, Date.parse('2026-03-31T00:00:00Z'))).toBe('early');
  expect(phaseOf(assignment, Date.parse('2026-04-02T00:00:00Z'))).toBe('open');
  expect(phaseOf(assignment, Date.parse('2026-04-09T00:00:00Z'))).toBe('late');
  expect(phaseOf({ ...assignment, opens: null, due: null }, 0)).toBe('open');
});
