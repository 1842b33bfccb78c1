import { expect, test } from 'vitest';
import { inMemory, parseRescued } from './saved-code';

test('memory keeps edits per lesson and forgets them on null', async () => {
  const saved = inMemory();
  await saved.save('one', 'a', 'x');
  await saved.save('two', 'a', 'y');
  expect(await saved.load('one')).toEqual(new Map([['a', 'x']]));
  await saved.save('one', 'a', null);
  expect(await saved.load('one')).toEqual(new Map());
});

test('rescued edits are read back; damaged entries are dropped', () => {
  expect(parseRescued('[["a","x = 1"],["b",null]]')).toEqual(
    new Map([
      ['a', 'x = 1'],
      ['b', null],
    ]),
  );
  expect(parseRescued(null)).toEqual(new Map());
  expect(parseRescued('{')).toEqual(new Map());
  expect(parseRescued('{"a":1}')).toEqual(new Map());
  expect(parseRescued('[["a",7],"b",["c"],["d","ok"]]')).toEqual(new Map([['d', 'ok']]));
});
