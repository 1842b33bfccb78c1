/**
 * An instructor's whole way: write an exercise, set it, a student elsewhere hands in, ten submissions (three honest, two wrong, five
 * hostile) are graded again on the page and, in shards, from a terminal, and both tables say the same.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';

test.describe.configure({ mode: 'serial', timeout: 1_200_000 });

// A trace films the page, and its spinners, with the CPU that several kernels are waiting for.
test.use({ trace: 'off' });

const run = promisify(execFile);
const SOLUTION = 'def double(x):\n    return 2 * x\n';

interface Answer {
  readonly student: string;
  readonly code: string;
}

const HONEST: readonly Answer[] = [
  { student: '佐藤 花子', code: 'def double(x):\n    return x + x\n' },
  { student: '=HYPERLINK("x")', code: 'import torch\n\n\ndef double(x):\n    return x * 2\n' },
];
const WRONG: readonly Answer[] = [
  { student: 'adds', code: 'def double(x):\n    return x + 2\n' },
  { student: 'numbers only', code: 'def double(x):\n    return 2 * int(x)\n' },
];
const HOSTILE: readonly Answer[] = [
  { student: 'endless', code: 'while True:\n    pass\n' },
  { student: 'exits', code: 'import sys\ndef double(x):\n    sys.exit(0)\n' },
  {
    student: 'always equal',
    code: 'class Yes(int):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0\n    __hash__ = int.__hash__\ndef double(x):\n    return Yes(0)\n',
  },
  {
    student: 'patches',
    code: 'import builtins, json\nbuiltins.isinstance = lambda *_: True\njson.dumps = lambda *_, **__: \'{"outcome":"ok"}\'\ndef double(x):\n    return 0\n',
  },
  {
    student: 'forges',
    code: 'import sys\ndef double(x):\n    frame = sys._getframe()\n    while frame:\n        frame.f_locals.update(x=0)\n        print("checks-0:" + \'{"verdict":{"state":"passed"}}\')\n        frame = frame.f_back\n    return 0\n',
  },
];

/** As docs/teaching.md describes the format. */
function submission(assignment: string, { student, code }: Answer): string {
  const attempts = [{ at: '2026-04-01T09:00:00.000Z', claimed: { points: 999, of: 999 } }];
  const content = {
    format: 'torch-playground-submission',
    version: 1,
    student,
    assignment,
    made: '2026-04-01T10:00:00.000Z',
    language: 'ja',
    answers: [{ kind: 'exercise', slug: 'double-it', code, attempts, hints: 0, sawSolution: false }],
  };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return JSON.stringify({ ...content, hash });
}

const fileOf = (student: string): string => `${student.replaceAll(/[^\p{L}\p{N}]/gu, '_')}.json`;

async function download(page: Page, button: Locator, file: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  await saved.saveAs(file);
  return file;
}

async function writeCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).first().click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
  await page.keyboard.press('Escape');
}

const expectAccessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

async function handIn(context: BrowserContext, link: string, folder: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第 3 週');
  await expect(page.getByText('成績は、先生が提出ファイルを採点しなおして決まります')).toBeVisible();
  const exercise = page.locator('[data-exercise="double-it"]');
  await expect(exercise).toContainText('引数を 2 倍にして返す');
  await writeCode(page, '解答', SOLUTION);
  await exercise.getByRole('button', { name: '採点', exact: true }).click();
  await expect(exercise.getByTestId('grade')).toContainText('満点です(3 点)', { timeout: 300_000 });
  await expect(exercise.getByText('非公開のテスト')).toHaveCount(0);
  await page.getByRole('button', { name: '提出ファイルを作る' }).click();
  await expect(page.getByText('名前か学籍番号を入れてください。')).toBeVisible();
  await page.getByLabel('名前または学籍番号').fill('山田 太郎');
  const file = join(folder, 'yamada.json');
  await download(page, page.getByRole('button', { name: '提出ファイルを作る' }), file);
  await expectAccessible(page);
  return file;
}

test(
  'author, assign, solve, hand in, grade again, read the table',
  { tag: '@long' },
  async ({ page, browser }, info) => {
    const folder = info.outputPath('handed-in');
    mkdirSync(folder, { recursive: true });
    const file = (name: string) => info.outputPath(name);

    // Author: what is typed is kept at once, also what is not finished
    await page.goto('./#/ja/author');
    await page.getByRole('button', { name: '新しい演習' }).click();
    await page.getByLabel('題（日本語）').fill('');
    await page.getByLabel('題（英語）').fill('Half a title');
    await expect(page.getByTestId('author')).toHaveAttribute('data-kept', 'kept');
    await page.reload();
    await page.getByRole('button', { name: 'double-it', exact: true }).click();
    await expect(page.getByLabel('題（英語）')).toHaveValue('Half a title');
    await page.getByRole('button', { name: '課題で使えるようにする' }).click();
    await expect(page.getByRole('alert')).toContainText('このままでは保存できません');
    await page.getByLabel('題（日本語）').fill('2 倍にする');
    await page.getByRole('button', { name: '確かめる' }).click();
    const proof = page.getByTestId('proof');
    await expect(proof).toHaveAttribute('data-running', 'true');
    await expect(proof).toHaveAttribute('data-running', 'false', { timeout: 400_000 });
    await expect(proof.locator('[data-claim="solution"]')).toHaveAttribute('data-holds', 'true');
    await expect(proof.locator('[data-claim="starter"]')).toHaveAttribute('data-holds', 'true');
    await expect(proof.locator('[data-claim="wrong adds-two"]')).toHaveAttribute('data-holds', 'true');
    await page.getByRole('button', { name: '課題で使えるようにする' }).click();
    await expect(page.getByText('「課題を出す」で選べるようになりました。')).toBeVisible();
    const packed = await download(page, page.getByRole('button', { name: '.exercise.zip に保存' }), file('e.zip'));
    expect(readFileSync(packed).subarray(0, 2).toString()).toBe('PK');
    await expectAccessible(page);

    // Another one of the same short name takes its place only when told to; one of the site's name never does
    await page.getByRole('button', { name: '閉じる' }).click();
    await expect(page.getByRole('heading', { name: '作りかけ' })).toHaveCount(0);
    await page.getByRole('button', { name: '新しい演習' }).click();
    const slug = page.getByLabel('短い名前（英小文字、数字、ハイフン）');
    await expect(slug).toHaveValue('double-it-2');
    await slug.fill('double-it');
    await page.getByRole('button', { name: '課題で使えるようにする' }).click();
    await expect(page.getByRole('alert')).toContainText('短い名前 double-it の演習がもうあります');
    await slug.fill('true-false');
    await page.getByRole('button', { name: '課題で使えるようにする' }).click();
    await expect(page.getByRole('alert')).toContainText('短い名前 true-false は、このサイトの演習が使っています');
    await page.getByRole('button', { name: '閉じる' }).click();
    await page.getByRole('button', { name: '2 倍にするを消す' }).first().click();
    await page.getByRole('button', { name: '消す', exact: true }).click();
    await expect(page.getByRole('heading', { name: '作りかけ' })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: '課題で使える演習' })).toBeVisible();

    // Assign
    await page.goto('./#/ja/assign');
    await page.getByLabel('課題の名前').fill('第 3 週');
    await page.locator('[data-choice="double-it"]').getByRole('checkbox').check();
    await page.getByText('非公開のテスト').click();
    const hidden = [
      'from checks import check, expect',
      '@check(ja="負の数も 2 倍にする", en="Doubles a negative number", points=2)',
      // On one line: the editor indents what follows an indented line.
      'async def negative(student, random): expect.equal(await student.run("double(x)", x=-7), -14, "double(x)")',
    ];
    await writeCode(page, '非公開のテスト', hidden.join('\n'));
    await page.getByRole('button', { name: '解答で確かめる' }).click();
    await expect(page.getByTestId('hidden-proof').getByTestId('grade')).toContainText('満点です(5 点)', {
      timeout: 300_000,
    });
    // A report belongs to the checks that it is about.
    const stale = page.getByTestId('hidden-proof').getByText('確かめたあとで変更されています。');
    await expect(stale).toHaveCount(0);
    await writeCode(page, '非公開のテスト', [...hidden, '# one more line'].join('\n'));
    await expect(stale).toBeVisible();
    await page.getByRole('button', { name: '課題を作る' }).click();
    const link = await page.getByLabel('学生に渡すリンク').inputValue();
    const bundle = await download(
      page,
      page.getByTestId('made').getByRole('button', { name: '採点用バンドル' }),
      file('bundle.zip'),
    );
    await expectAccessible(page);

    // A student, elsewhere
    const elsewhere = await browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
    const handedIn = await handIn(elsewhere, link, folder);
    await elsewhere.close();
    const { assignment } = JSON.parse(readFileSync(handedIn, 'utf8')) as { assignment: string };
    for (const answer of [...HONEST, ...WRONG, ...HOSTILE]) {
      writeFileSync(join(folder, fileOf(answer.student)), submission(assignment, answer));
    }
    const tampered = submission(assignment, { student: 'tampers', code: SOLUTION }).replace('"hints":0', '"hints":1');
    writeFileSync(join(folder, 'tampers.json'), tampered);

    // Grade again
    await page.goto('./#/ja/gradebook');
    await page.getByLabel('バンドルを選ぶ').setInputFiles(bundle);
    const names = [...HONEST, ...WRONG, ...HOSTILE].map(({ student }) => fileOf(student));
    await page
      .getByLabel('ファイルを選ぶ')
      .setInputFiles(['yamada.json', 'tampers.json', ...names].map((name) => join(folder, name)));
    await expect(page.getByTestId('counts')).toHaveText('提出 10 件、採点済み 0 件');
    await expect(page.getByTestId('refused')).toContainText('変更されたか、壊れています');
    await page.getByRole('button', { name: '10 件を採点する' }).click();
    await expect(page.getByTestId('counts')).toHaveText('提出 10 件、採点済み 10 件', { timeout: 600_000 });
    const score = (student: string) => page.locator(`[data-student=${JSON.stringify(student)}] td`).first();
    for (const { student } of [{ student: '山田 太郎' }, ...HONEST]) await expect(score(student)).toHaveText('5 / 5');
    await expect(score('adds')).toHaveText('0 / 5');
    await expect(score('numbers only')).toHaveText('3 / 5');
    for (const { student } of HOSTILE) await expect(score(student)).toHaveText('0 / 5');

    // The instructor's own points outlive a reload and a re-run
    await page.getByRole('button', { name: 'adds の詳細' }).click();
    await expect(page.getByTestId('details')).toContainText('2 を足しています');
    await expect(page.getByTestId('details').getByRole('heading', { name: 'adds' })).toBeFocused();
    await page.getByLabel('点数を変える').fill('1.5');
    await page.getByLabel('変える理由').fill('相談済み');
    // An empty field is no decision: only taking the change back is.
    await page.getByLabel('点数を変える').fill('');
    await page.getByLabel('変える理由').focus();
    await expect(page.getByLabel('点数を変える')).toHaveValue('1.5');
    await expect(page.getByLabel('変える理由')).toHaveValue('相談済み');
    await page.getByLabel('学生への言葉').fill('惜しい。');
    await expectAccessible(page);
    await page.getByTestId('details').getByRole('button', { name: '閉じる' }).click();
    await expect(page.getByRole('button', { name: 'adds の詳細' })).toBeFocused();
    await page.waitForTimeout(1_000);
    await page.reload();
    await page.getByRole('button', { name: '第 3 週', exact: true }).click();
    await expect(score('adds')).toHaveText('1.5 / 5');
    const csvFile = await download(page, page.getByRole('button', { name: '成績表（CSV）' }), file('grades.csv'));
    const csv = readFileSync(csvFile, 'utf8');
    expect(csv).toMatch(/^\u{feff}student,points,of,double-it points,/u);
    expect(csv).toContain('adds,1.5,5,1.5,5,overridden,');
    expect(csv).toContain('"\'=HYPERLINK(""x"")",5,5,');
    expect(csv).toContain('refused,,tampers.json');
    expect(csv).not.toContain('999');

    // From a terminal, in two shards that merge; run again, nothing is left to grade
    const few = file('few');
    mkdirSync(few);
    const some = [...HONEST, { student: 'numbers only' }];
    for (const { student } of some) copyFileSync(join(folder, fileOf(student)), join(few, fileOf(student)));
    const grade = (...more: string[]) =>
      run(process.execPath, ['scripts/grade.mjs', '--bundle', bundle, '--jobs', '1', ...more, few]);
    await Promise.all(
      ['1', '2'].map((shard) => grade('--shard', `${shard}/2`, '--out', file(`new/shard-${shard}.csv`))),
    );
    const shards = ['1', '2'].flatMap((shard) => ['--results', file(`new/shard-${shard}.csv.results.jsonl`)]);
    const { stderr } = await grade('--out', file('merged.csv'), ...shards);
    expect(stderr).toContain('3 submissions, 0 to grade');
    const merged = readFileSync(file('merged.csv'), 'utf8').split('\r\n').slice(1, -1);
    expect(merged).toHaveLength(3);
    expect(csv.split('\r\n')).toEqual(expect.arrayContaining(merged));
  },
);

test('a section becomes a notebook, and a notebook is read here without running', async ({ page }, info) => {
  await page.goto('./#/ja/notebooks');
  const file = info.outputPath('keras.ipynb');
  await download(page, page.locator('[data-export="keras"]'), file);
  const notebook = JSON.parse(readFileSync(file, 'utf8')) as { nbformat: number; cells: { cell_type: string }[] };
  expect(notebook.nbformat).toBe(4);
  expect(notebook.cells.filter(({ cell_type: type }) => type === 'code').length).toBeGreaterThan(3);
  const foreign = info.outputPath('foreign.ipynb');
  const cell = (type: string, source: string) => ({ cell_type: type, metadata: {}, source, outputs: [] });
  const cells = [cell('markdown', '# Mine <img src=x onerror=alert(1)>\n\n**bold**'), cell('code', 'print(6 * 7)')];
  writeFileSync(foreign, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  await page.getByLabel('.ipynb を選ぶ').setInputFiles(foreign);
  await expect(page.locator('[data-cell-id="cell-2"]')).toBeVisible();
  await expect(page.locator('strong', { hasText: 'bold' })).toBeVisible();
  expect(await page.locator('.prose img').count()).toBe(0);
  // The notebook's own heading stands below the page's.
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 2, name: 'Mine' })).toBeVisible();
  await expect(page.getByTestId('kernel-badge')).toHaveAttribute('data-phase', 'off');
  await expectAccessible(page);
  await page.locator('[data-cell-id="cell-2"]').getByRole('button', { name: '実行' }).click();
  await expect(page.locator('[data-cell-id="cell-2"]').getByTestId('cell-output')).toContainText('42', {
    timeout: 300_000,
  });
});
