import { expect, test } from 'vitest';
import { formatValue, groupMetrics, rowsOf } from './metric-groups';

const series = (steps: number[], values: number[]) => ({ steps, values });

test('tags share a chart by what stands before the slash', () => {
  const groups = groupMetrics(
    new Map([
      ['loss/train', series([0, 1], [2, 1])],
      ['accuracy', series([0], [0.5])],
      ['loss/test', series([1], [1.5])],
    ]),
  );
  expect(groups.map(({ name, points, lines }) => [name, points, lines.map((line) => line.name)])).toEqual([
    ['loss', 3, ['train', 'test']],
    ['accuracy', 1, ['accuracy']],
  ]);
});

test('lines with different steps share rows, in order of the steps', () => {
  const [group] = groupMetrics(
    new Map([
      ['loss/train', series([0, 10, 20], [3, 2, 1])],
      ['loss/test', series([5, 20], [9, 8])],
    ]),
  );
  expect(rowsOf(group?.lines ?? [], 100)).toEqual([
    { step: 0, v0: 3 },
    { step: 5, v1: 9 },
    { step: 10, v0: 2 },
    { step: 20, v0: 1, v1: 8 },
  ]);
});

test.each([
  [0.123456, '0.1235'],
  [93, '93'],
  [0.00001234, '1.23e-5'],
  [NaN, 'NaN'],
  [undefined, '–'],
  [1234567.8, '1.23e+6'],
  [1e-10, '1e-10'],
  [0.00009, '9e-5'],
  [0.000012, '1.2e-5'],
])('%s reads %s', (value, text) => {
  expect(formatValue(value)).toBe(text);
});
