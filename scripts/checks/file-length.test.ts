import { describe, expect, it } from 'vitest';
import { fileLengthProblem } from './file-length.mjs';

const body = (lines: number) => 'x = 1\n'.repeat(lines);

describe('fileLengthProblem', () => {
  it('accepts 400 lines and refuses 401', () => {
    expect(fileLengthProblem('a.py', body(400))).toBeNull();
    expect(fileLengthProblem('a.py', body(401))).toContain('401 lines');
  });

  it('accepts a longer file that says why in its first comment', () => {
    expect(
      fileLengthProblem('a.ts', `/**\n * A table; over 400\n * lines: one row per op.\n */\n${body(500)}`),
    ).toBeNull();
    expect(fileLengthProblem('a.py', `"""A table. Over 400 lines: one row per op."""\n${body(500)}`)).toBeNull();
  });

  it('wants a reason, and wants it first', () => {
    expect(fileLengthProblem('a.py', `# over 400 lines\n${body(500)}`)).not.toBeNull();
    expect(fileLengthProblem('a.ts', `${body(500)}/* over 400 lines: late */`)).not.toBeNull();
  });
});
