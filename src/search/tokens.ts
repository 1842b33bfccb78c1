/**
 * Cuts texts into what search compares: words of letters and digits, and pairs of neighbours in Chinese and Japanese writing, which
 * has no blanks between words. Names of code are words: `nn.BatchNorm1d` is nn and batchnorm1d.
 */

const LETTERS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
const RUN = new RegExp(`[${LETTERS}]+|[[\\p{L}\\p{N}_]--[${LETTERS}]]+`, 'gv');
const CJK = new RegExp(`^[${LETTERS}]`, 'v');
const HAN = /\p{Script=Han}/u;

/** One form for all ways to write a letter: ＡＢ and ab, ｶﾞ and ガ. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function isCjk(term: string): boolean {
  return CJK.test(term);
}

/** The terms of a text that is searched in. */
export function tokensOfText(text: string): string[] {
  return runs(text).flatMap((run) => {
    if (!isCjk(run)) return [run];
    const letters = Array.from(run);
    // A single character of a name, 層, is worth finding; a single kana is not.
    return [...pairs(letters), ...letters.filter((letter) => letters.length === 1 || HAN.test(letter))];
  });
}

/** The terms of what a reader asks for: whole pairs where there are any. */
export function tokensOfQuery(text: string): string[] {
  return runs(text).flatMap((run) => {
    const letters = Array.from(run);
    return isCjk(run) && letters.length > 1 ? pairs(letters) : [run];
  });
}

function runs(text: string): string[] {
  return [...normalize(text).matchAll(RUN)].map(([run]) => run);
}

function pairs(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
