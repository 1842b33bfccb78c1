/** Exercises as a learner meets them: one page, one grader, from the untouched starter to full marks and back. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

test.describe.configure({ timeout: 900_000 });

const BOOT = { timeout: 240_000 };
const grade = (page: Page) => page.getByTestId('grade');
const testOf = (page: Page, name: string) => page.locator(`[data-test="${name}"]`);
const code = (page: Page) => page.locator('[data-cell-id="answer"]').getByRole('textbox').first();

/** One Python after the other: the page's own is ready before a check starts two more. */
async function pythonReady(page: Page): Promise<void> {
  await expect(page.getByTestId('kernel-badge')).toHaveAttribute('data-phase', 'idle', BOOT);
}

async function write(page: Page, text: string): Promise<void> {
  const cell = page.locator('[data-cell-id="answer"]');
  await cell.locator('.code-field').click();
  await expect(cell.locator('.monaco-editor').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: '採点', exact: true }).click();
  await expect(page.getByRole('button', { name: '採点を中止' })).toBeVisible();
  await expect(page.getByRole('button', { name: '採点', exact: true })).toBeVisible(BOOT);
}

const ANSWERS = (callForward: string) =>
  `answers = {"define_by_run": True, "eager_by_default": True, "call_forward": ${callForward}, "reshuffles": True}`;

test('from the list to full marks: results test by test, hints, attempts that come back', async ({ page }) => {
  await page.goto('./#/ja/exercises');
  await expect(page.locator('[data-exercise]')).toHaveCount(5);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.locator('[data-exercise="true-false"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('○か×か');
  await expect(page.getByText('成績になるのは、先生が手元で採点し直した点だけです。')).toBeVisible();

  await pythonReady(page);

  await write(page, '# nothing yet');
  await check(page);
  await expect(grade(page)).toHaveAttribute('data-state', 'nothing-ran');
  await expect(testOf(page, 'define_by_run')).toHaveAttribute('data-state', 'not-run');

  await write(page, ANSWERS('True'));
  await check(page);
  await expect(grade(page)).toHaveAttribute('data-points', '3');
  await expect(grade(page)).toHaveAttribute('data-of', '4');
  await expect(testOf(page, 'call_forward')).toContainText('フックが動きません');
  await expect(testOf(page, 'define_by_run')).toHaveAttribute('data-state', 'passed');
  await testOf(page, 'call_forward').getByRole('button', { name: 'ヒント 2 を見る' }).click();
  await expect(page.locator('[data-hint="2"]')).toBeFocused();
  await expect(page.locator('[data-hint]')).toHaveCount(2);

  await page.getByRole('button', { name: '解答例を見る' }).click();
  await expect(page.getByTestId('solution')).toHaveCount(0);
  await page.getByRole('button', { name: 'やめる' }).click();

  await write(page, ANSWERS('False'));
  await expect(page.getByText('採点した後でコードが変わりました。')).toBeVisible();
  await check(page);
  await expect(grade(page)).toContainText('満点です');
  // Solved: the solution needs no second question.
  await page.getByRole('button', { name: '解答例を見る' }).click();
  await expect(page.getByTestId('solution')).toContainText('MulBackward0');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.reload();
  await expect(page.getByText('解けました')).toBeVisible();
  const attempts = page.locator('.exercise-attempt-list > li');
  await expect(attempts).toHaveCount(3);
  await attempts.nth(1).getByRole('button').click();
  await expect(code(page)).toContainText('"call_forward": True');
  // The solved code was an attempt already: nothing had to be put aside for it.
  await expect(attempts).toHaveCount(3);
  await page.goto('./#/ja/exercises');
  await expect(page.locator('[data-exercise="true-false"]')).toContainText('最高 4 / 4 点');
});

/** On one line, since the editor indents what is typed: it finds the mark of the messages and sends a verdict of its own. */
const FORGER = `
import json, sys
from kernel_runtime.outputs import emit

class Answers:
    def __getitem__(self, name):
        frame = sys._getframe()
        while frame is not None:
            mark = frame.f_locals.get("mark")
            if isinstance(mark, str):
                verdict = {"state": "passed", "reason": None, "attempt": None, "points": 9}
                emit({"kind": "result", "text": mark + json.dumps({"ask": None, "source": None, "given": None, "verdict": verdict})})
            frame = frame.f_back
        sys.exit(0)

answers = Answers()
`;

test('a check can be stopped, hostile code passes nothing, and the page lives on', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./#/en/exercise/true-false');
  await pythonReady(page);
  // It loads, and never answers what it is asked: only while a test runs there is something to stop.
  const endless = 'class A(dict):\n def __getitem__(self, key):\n  while True: pass\nanswers = A()';
  await write(page, `exec(${JSON.stringify(endless)})`);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const stop = page.getByRole('button', { name: 'Stop checking' });
  await expect(stop).toBeVisible();
  await expect(page.locator('[data-test][data-state="running"]')).toHaveCount(1, BOOT);
  await stop.click();
  // At once, not when the ten seconds of the test are over.
  await expect(grade(page)).toHaveAttribute('data-state', 'cancelled', { timeout: 5_000 });

  await write(page, `exec(${JSON.stringify(FORGER)})`);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(grade(page)).toHaveAttribute('data-state', 'graded', BOOT);
  await expect(grade(page)).toHaveAttribute('data-points', '0');
  await expect(testOf(page, 'reshuffles')).toHaveAttribute('data-state', 'error');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
