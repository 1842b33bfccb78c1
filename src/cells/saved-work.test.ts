import { expect, test } from 'vitest';
import { inMemory, parseRescued, withRescued } from './saved-work';

const edit = (code: string | null) => ({ code, edited: 3, base: 'x = 0', language: 'ja' as const });

test('memory keeps edits and outputs per lesson', async () => {
  const saved = inMemory();
  await saved.save('one', 'a', edit('x'));
  await saved.save('two', 'a', edit('y'));
  await saved.saveRun('one', 'a', { items: [], elapsedMs: 4 });
  const { edits, runs } = await saved.load('one');
  expect([...edits]).toEqual([['a', edit('x')]]);
  expect([...runs.keys()]).toEqual(['a']);
});

test('rescued edits are read back; damaged entries are dropped', () => {
  const row = { slug: 'one', cellId: 'a', ...edit('x = 1') };
  expect(parseRescued(JSON.stringify([row, { ...row, cellId: 7 }, null, 'b']))).toEqual(new Map([['a', row]]));
  expect(parseRescued(null)).toEqual(new Map());
  expect(parseRescued('{')).toEqual(new Map());
  expect(parseRescued('{"a":1}')).toEqual(new Map());
});

test("what the first release rescued is read too, as newer than that release's records", () => {
  const edits = parseRescued('[["a","x = 1"],["b",null],["c"],[7,"x"]]');
  expect([...edits.keys()]).toEqual(['a', 'b']);
  expect(edits.get('a')).toMatchObject({ code: 'x = 1', edited: 1, base: null });
});

test('a rescued edit stands unless the database has a newer one of its cell', () => {
  const edits = new Map([
    ['a', edit('older')],
    ['b', { ...edit('newer'), edited: 9 }],
  ]);
  const rescued = new Map(['a', 'b', 'c'].map((id) => [id, { ...edit(`rescued ${id}`), edited: 5 }]));
  expect(withRescued(edits, rescued)).toEqual(new Set(['a', 'c']));
  expect([...edits].map(([id, { code }]) => [id, code])).toEqual([
    ['a', 'rescued a'],
    ['b', 'newer'],
    ['c', 'rescued c'],
  ]);
});
