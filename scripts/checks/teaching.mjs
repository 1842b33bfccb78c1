/** Whether a lesson has the parts that it teaches with (lessons/README.md names them). What they say is the author's part. */

const CELL = /^```python cell id=(?<id>[\w-]+)/m;
const WORDS = {
  ja: { aim: 'ようになります', answer: '解答例' },
  en: { aim: 'able to', answer: 'possible answer' },
};

/**
 * What is missing in one language of a lesson, as sentences that name the file.
 *
 * @param {string} path
 * @param {string} text
 * @param {'ja' | 'en'} language
 */
export function teachingProblems(path, text, language) {
  const { aim, answer } = WORDS[language];
  const [opening = '', ...parts] = text.split(/^(?=## )/m);
  const problems = [];
  if (!opening.includes(aim)) {
    problems.push(`the text before the first heading does not say what the reader will be able to do ("${aim}")`);
  }
  if (!text.includes('```quiz predict ')) problems.push('no cell has a question to predict first (```quiz predict)');
  const cells = parts.flatMap((part) => part.split(/^(?=```python cell )/m).filter((piece) => CELL.test(piece)));
  const gap = cells.findIndex(
    (piece) => CELL.exec(piece)?.groups?.['id']?.startsWith('your-') === true && piece.includes(answer),
  );
  if (gap === -1) problems.push(`no cell has a gap to fill (id=your-…) with an answer below it ("${answer}")`);
  if (gap === 0) problems.push('a worked example must stand before the first cell with a gap (id=your-…)');
  const recap = text.split(/^(?=```quiz )/m).at(-1) ?? '';
  if (!recap.startsWith('```quiz id=recap') || recap.match(/^\? /gm)?.length !== 3) {
    problems.push('the last quiz is not a recap of three questions (```quiz id=recap)');
  }
  if (!/^kind: note$/m.test(opening) && !text.includes('](../../exercises/')) {
    problems.push('no link to the exercise that it prepares (../../exercises/…)');
  }
  return problems.map((problem) => `${path}: ${problem}`);
}
