import { expect, test } from 'vitest';
import { REASONS, cleanText } from './reasons';

test('of a long traceback the end is shown, where the error is; of other texts the beginning', () => {
  const traceback = `Traceback (most recent call last):\n${'  File "check.py", line 1\n'.repeat(100)}ValueError: \u202ehere\u0007`;
  const { ja, en } = REASONS.check(traceback);
  for (const text of [ja, en]) {
    expect(text).toMatch(/check\.py\)[^]*\n….*[^]*ValueError: here$/);
    expect(text.length).toBeLessThan(1_200);
  }
  expect(cleanText(traceback)).toMatch(/^Traceback[^]*…$/);
});
