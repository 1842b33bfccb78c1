import { expect, test } from 'vitest';
import { similarPairs } from './similarity';
import { comparedTokens } from './similarity-tokens';

const starter = `import torch
from torch import nn

class EarlyStopping:
    def __init__(self, patience=5, path="best.pt"):
        self.patience = patience
        self.path = path

    def step(self, loss, model):
        # your code
        ...
`;
const original = `import torch
from torch import nn

class EarlyStopping:
    def __init__(self, patience=5, path="best.pt"):
        self.patience = patience
        self.path = path
        self.best = float("inf")
        self.bad = 0

    def step(self, loss, model):
        if loss == loss and loss < self.best:
            self.best = loss
            self.bad = 0
            torch.save(model.state_dict(), self.path)
            print(f"improved to {loss}")
        else:
            self.bad += 1
        return self.bad >= self.patience
`;
/** Other names, numbers, texts, comments and blank lines; the same work. */
const renamed = original
  .replaceAll('loss', 'value')
  .replaceAll('model', 'network')
  .replaceAll('"inf"', '"infinity"')
  .replace('improved to', '改善')
  .replace('        else:', '        # no luck\n\n        else:');
const independent = `import math
import torch
from torch import nn

class EarlyStopping:
    def __init__(self, patience=5, path="best.pt"):
        self.patience = patience
        self.path = path
        self.history = []

    def step(self, loss, model):
        self.history.append(loss)
        finite = [each for each in self.history if not math.isnan(each)]
        lowest = min(finite, default=None)
        if lowest is not None and self.history.index(lowest) == len(self.history) - 1:
            with open(self.path, "wb") as file:
                torch.save({name: w.clone() for name, w in model.state_dict().items()}, file)
            return False
        last = self.history.index(lowest) if lowest is not None else -1
        return len(self.history) - 1 - last >= self.patience
`;

test('renamed variables still match, and the passages are named by their lines', () => {
  const works = [
    { name: 'aoki', code: original },
    { name: 'baba', code: renamed },
    { name: 'chiba', code: independent },
    { name: 'doi', code: starter },
  ];
  const pairs = similarPairs(works, starter, 0.5);
  expect(pairs.map(({ a, b }) => [a, b])).toEqual([['aoki', 'baba']]);
  expect(pairs[0]?.share).toBeGreaterThan(0.95);
  const [passage] = pairs[0]?.passages ?? [];
  expect(passage?.a.to).toBe(19);
  expect(passage?.b.to).toBe(21);
  expect(passage?.a.from).toBeGreaterThanOrEqual(5);
});

test('independent work shares little, also below the threshold', () => {
  const works = [
    { name: 'aoki', code: original },
    { name: 'chiba', code: independent },
  ];
  expect(similarPairs(works, starter, 0.3)).toEqual([]);
});

test('the starter code alone makes nobody similar', () => {
  const works = [
    { name: 'a', code: starter },
    { name: 'b', code: `${starter}\nprint(1)\n` },
  ];
  expect(similarPairs(works, starter, 0.1)).toEqual([]);
});

test('a passage moved to another place is found', () => {
  const [head = '', body = ''] = original.split('    def step');
  const moved = `def helper(text):\n    return [each.strip() for each in text.split(";") if each]\n\n${head}    def step${body}`;
  const pairs = similarPairs(
    [
      { name: 'a', code: original },
      { name: 'b', code: moved },
    ],
    starter,
    0.5,
  );
  expect(pairs).toHaveLength(1);
});

test('in a class, what most have written is not counted', () => {
  const works = Array.from({ length: 12 }, (_, index) => ({ name: `s${index}`, code: original }));
  expect(similarPairs(works, starter, 0.5)).toEqual([]);
  const extra =
    'def count(values):\n    table = {}\n    for each in values:\n        table[each] = table.get(each, 0) + 1\n    return sorted(table.items(), key=lambda pair: (-pair[1], pair[0]))\n';
  const [first, second, ...rest] = works.map((work, index) =>
    index < 2 ? { ...work, code: work.code + extra } : work,
  );
  if (!first || !second) throw new Error('twelve works');
  expect(similarPairs([first, second, ...rest], starter, 0.5).map(({ a, b }) => [a, b])).toEqual([['s0', 's1']]);
});

test('two hundred submissions are compared in seconds', () => {
  const works = Array.from({ length: 200 }, (_, index) => ({
    name: `s${index}`,
    code: Array.from(
      { length: 60 },
      (_, line) => `x${line} = f(${'y + '.repeat((index * line) % 7)}z) ${'- 1 '.repeat((line * 31 + index) % 5)}`,
    ).join('\n'),
  }));
  const started = performance.now();
  similarPairs(works, '', 0.6);
  const endless = 'x = 1\n'.repeat(16_000);
  similarPairs(
    [
      { name: 'a', code: endless },
      { name: 'b', code: endless },
    ],
    '',
    0.6,
  );
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('code that is no Python is read to its end', () => {
  expect(comparedTokens('"""never closed \\').map(({ key }) => key)).toEqual(['TEXT']);
  expect(comparedTokens("a = 'x\n1e-3 ?").map(({ key }) => key)).toEqual(['NAME', '=', 'TEXT', 'NUMBER', '?']);
  expect(comparedTokens("'\\").length).toBeGreaterThan(0);
});
