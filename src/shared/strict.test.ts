import { expect, test } from 'vitest';
import { problemText } from './problem';
import { Strict, decodeText, parseJson } from './strict';

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    return [problemText(error, 'ja'), problemText(error, 'en'), (error as Error).message];
  }
  return [];
}

test.each([
  [
    () =>
      new Strict({ answers: [{ code: 7 }] })
        .object(['answers'])('answers')
        .list(2, (answer) => answer.object(['code'])('code').text(100)),
    'answers[0].code: 100 文字までの文字列が必要ですが、7でした',
    'answers[0].code: expected a text of at most 100 characters, received 7',
  ],
  [
    () => new Strict({}).object(['made'])('made').time(),
    'made: 2026-04-01T09:00:00.000Z のような時刻が必要ですが、空でした',
    'made: expected a time as 2026-04-01T09:00:00.000Z, received nothing',
  ],
  [
    () => new Strict('x'.repeat(50)).line(20),
    'ファイル: 1 から 20 文字の 1 行が必要ですが、50 文字の文字列でした',
    'the file: expected a line of 1 to 20 characters, received a text of 50 characters',
  ],
  [() => parseJson('{', 10), 'ファイル: JSONが必要ですが、"{"でした', 'the file: expected JSON, received "{"'],
  [
    () => decodeText(new Uint8Array([255, 254, 0]), 'a.py'),
    'a.py: UTF-8 の文字列が必要ですが、"ff fe 00"でした',
    'a.py: expected text in UTF-8, received "ff fe 00"',
  ],
])('a refusal says in both languages what was expected and what came: %#', (read, ja, en) => {
  expect(problemsOf(read)).toEqual([ja, en, en]);
});

test('a line holds nothing that is not seen as what it is', () => {
  expect(new Strict('佐藤 花子').line(20)).toBe('佐藤 花子');
  expect(problemsOf(() => new Strict('a\u202eb').line(20))).toHaveLength(3);
});

test('an error that is not ours is told in its own words', () => {
  expect(problemText(new Error('disk'), 'ja')).toBe('disk');
});
