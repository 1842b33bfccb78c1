import { expect, test } from 'vitest';
import { clock, progressRate, withPrefix } from './progress-text';

test('times and rates read as in tqdm', () => {
  expect([0, 61_500, 3_661_000].map(clock)).toEqual(['00:00', '01:01', '1:01:01']);
  expect([5, 1500, 123_456, 9.5e6].map(withPrefix)).toEqual(['5', '1.50k', '123k', '9.50M']);
  expect(progressRate(25, 'it', false)).toBe('25.00it/s');
  expect(progressRate(0.25, 'epoch', false)).toBe('4.00s/epoch');
  expect(progressRate(null, 'it', false)).toBe('?it/s');
});
