/** What a learner is told when the checks themselves had nothing to say: code that did not run, took too long or ended Python. */
import { withoutUnseen } from '../shared/unseen';
import type { Translated } from './types';

const SHOWN = 1000;

/** Text that the learner's code had a hand in: without control characters and marks that turn the direction of writing around. */
export function cleanText(text: string): string {
  const clean = harmless(text);
  return clean.length > SHOWN ? `${clean.slice(0, SHOWN)}…` : clean;
}

/** A traceback says last what went wrong. */
function cleanTraceback(text: string): string {
  const clean = harmless(text);
  return clean.length > SHOWN ? `…${clean.slice(-SHOWN)}` : clean;
}

function harmless(text: string): string {
  return withoutUnseen(text, '\n\t');
}

export function cleanReason({ ja, en }: Translated): Translated {
  return { ja: cleanText(ja), en: cleanText(en) };
}

/** One text after the other, in each language. */
export function joined(first: Translated, second: Translated): Translated {
  const join = (a: string, b: string, gap: string): string => (a === '' || b === '' ? a + b : a + gap + b);
  return { ja: join(first.ja, second.ja, ''), en: join(first.en, second.en, ' ') };
}

export const REASONS = {
  empty: {
    ja: 'まだコードがありません。何か書いてから「採点」を押してください。',
    en: 'There is no code yet. Write some, then press Check.',
  },
  loadTime: (seconds: number): Translated => ({
    ja: `コードの読み込みが ${seconds} 秒で終わらなかったので止めました。関数の外に長い計算や終わらないループがないか確かめてください。`,
    en: `Your code had not finished loading after ${seconds} seconds and was stopped. Look for long work or an endless loop outside of functions.`,
  }),
  loadLost: {
    ja: 'コードの読み込み中に Python が終了しました。Python を終わらせる呼び出しや、大きすぎるメモリの使用がないか確かめてください。',
    en: 'Python ended while your code was loading. Look for calls that end Python, or for the use of too much memory.',
  },
  loadRaised: (name: string, message: string, line: number | null): Translated => {
    const text = cleanText(message === '' ? name : `${name}: ${message}`);
    return {
      ja: `${line === null ? 'コード' : `コードの ${line} 行目`}でエラーになり、採点を始められませんでした: ${text}`,
      en: `${line === null ? 'Your code' : `Line ${line} of your code`} raised an error, so nothing could be checked: ${text}`,
    };
  },
  testTime: (seconds: number): Translated => ({
    ja: `${seconds} 秒で終わらなかったので止めました。終わらないループがないか確かめてください。`,
    en: `This had not finished after ${seconds} seconds and was stopped. Look for an endless loop.`,
  }),
  testLost: {
    ja: 'このテストの途中で Python が終了しました。Python を終わらせる呼び出しや、大きすぎるメモリの使用がないか確かめてください。',
    en: 'Python ended during this test. Look for calls that end Python, or for the use of too much memory.',
  },
  notReloaded: {
    ja: 'このテストのためにコードをもう一度読み込みましたが、今度は最後まで動きませんでした。',
    en: 'Your code was loaded once more for this test, and this time it did not run to its end.',
  },
  checkTime: {
    ja: '答えの判定に時間がかかりすぎたので止めました。返す値が大きすぎないか確かめてください。',
    en: 'Judging the answer took too long and was stopped. The values that your code returns may be too large.',
  },
  cancelled: { ja: '採点を中止しました。', en: 'Checking was cancelled.' },
  failed: (detail: string): Translated => ({
    ja: `採点の仕組みが動きませんでした。もう一度試してください。(${cleanText(detail)})`,
    en: `The checks could not be run. Please try again. (${cleanText(detail)})`,
  }),
  check: (problem: string): Translated => ({
    ja: `この課題のテスト(check.py)に問題があります。\n${cleanTraceback(problem)}`,
    en: `There is something wrong with the checks of this exercise (check.py).\n${cleanTraceback(problem)}`,
  }),
} as const;
