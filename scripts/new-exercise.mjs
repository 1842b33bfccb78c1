/** `npm run new-exercise NAME`: a folder in exercises/ with every file that an exercise needs, which proves itself as it stands. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './setup.mjs';

const FILES = {
  'task.ja.md': `---
title: 2 倍にする
level: easy
minutes: 5
---

関数 \`double(x)\` を書いてください。数にも配列にもテンソルにも使え、その 2 倍を返します。
`,
  'task.en.md': `---
title: Twice as much
level: easy
minutes: 5
---

Write a function \`double(x)\`. It takes a number, an array or a tensor and returns twice as much.
`,
  'hints.ja.md': `どの演算子なら、数にも配列にも使えるでしょうか。

---

掛け算は、数にも配列にもテンソルにも使えます。

---

\`return 2 * x\`
`,
  'hints.en.md': `Which operator works on numbers and on arrays?

---

A product works on numbers, arrays and tensors alike.

---

\`return 2 * x\`
`,
  'starter.py': `def double(x):
    # ja: ここに書く
    # en: Your code goes here
    return x
`,
  'solution.py': `def double(x):
    return 2 * x
`,
  'check.py': `"""Compares with the double of random numbers."""

from checks import check, expect, known


@check(ja="数を 2 倍にする", en="Doubles a number", points=1, hint=1)
async def numbers(student, random):
    x = float(random.uniform(3, 9))
    got = await student.run("double(x)", x=x)
    if expect.same(expect.number(got, "double(x)"), x**2):
        known("squares")
    expect.close(got, 2 * x, f"double({x})")


@check(ja="配列を 2 倍にする", en="Doubles an array", points=1, hint=2)
async def arrays(student, random):
    x = random.normal(size=5)
    expect.close(await student.run("double(x)", x=x), 2 * x, "double(x)")
`,
  'wrong/squares.py': `# ja: 2 倍ではなく 2 乗になっています。
# en: That is the square, not the double.
def double(x):
    return x**2
`,
};

const [name] = process.argv.slice(2);
const folder = join(ROOT, 'exercises');
try {
  if (name === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Error('usage: npm run new-exercise NAME, with small letters, digits and hyphens: gradient-clipping');
  }
  const existing = readdirSync(folder).filter((entry) => /^\d{2}-/.test(entry));
  const twin = existing.find((entry) => entry.slice(3) === name);
  if (twin !== undefined) throw new Error(`there is an exercise of that name: exercises/${twin}`);
  const number = Math.max(0, ...existing.map((entry) => Number(entry.slice(0, 2)))) + 1;
  if (number > 99) throw new Error('exercises are numbered 01 to 99, and 99 is taken');
  const made = `${String(number).padStart(2, '0')}-${name}`;
  for (const [file, text] of Object.entries(FILES)) {
    const path = join(folder, made, file);
    if (existsSync(path)) throw new Error(`${path} is there already`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`exercises/${made} is there. Change its files, then: npm run -s exercises -- ${name}`);
} catch (error) {
  console.error(`new-exercise: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
