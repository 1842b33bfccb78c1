import { describe, expect, it } from 'vitest';
import { teachingProblems } from './teaching.mjs';

const PARTS = {
  opening: '---\ntitle: Sorting\nsection: 9.1\n---\n\nAfter this section you will be able to sort.\n',
  predict: '## Sort\n\n```quiz predict id=guess\n? Which?\n- [x] This\n- [ ] That\n```\n',
  worked: '```python cell id=worked\nprint(sorted([2, 1]))\n```\n',
  gap: '```python cell id=your-turn\nprint(...)\n```\n\nOne possible answer:\n\n```python\nprint(1)\n```\n',
  recap: '## Summary\n\n```quiz id=recap\n? A\n- [x] 1\n- [ ] 2\n? B\n- [x] 1\n- [ ] 2\n? C\n- [x] 1\n- [ ] 2\n```\n',
  exercise: '> **Exercise.** [Sort it](../../exercises/09-sort/task.en.md)\n',
};
const problems = (parts: Partial<typeof PARTS>) =>
  teachingProblems('lesson.en.md', Object.values({ ...PARTS, ...parts }).join('\n'), 'en');

describe('teachingProblems', () => {
  it('accepts a lesson with all parts', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['opening', 'will be able to do'],
    ['predict', 'to predict first'],
    ['gap', 'no cell has a gap'],
    ['worked', 'a worked example must stand before'],
    ['recap', 'a recap of three questions'],
    ['exercise', 'no link to the exercise'],
  ] as const)('names the file and what is missing without its %s', (part, words) => {
    const without = { [part]: part === 'predict' || part === 'recap' ? '## Sort\n' : '' };
    expect(problems(without)).toEqual([expect.stringMatching(new RegExp(`^lesson\\.en\\.md: .*${words}`))]);
  });

  it('wants an answer below the gap, three questions, and the recap last', () => {
    expect(problems({ gap: PARTS.gap.replace('One possible answer', 'Well') })).toHaveLength(1);
    expect(problems({ recap: PARTS.recap.replace('? C\n- [x] 1\n- [ ] 2\n', '') })).toHaveLength(1);
    expect(problems({ exercise: `${PARTS.exercise}\n${PARTS.predict}` })).toHaveLength(1);
  });

  it('lets a note go without an exercise', () => {
    expect(problems({ opening: PARTS.opening.replace('section: 9.1', 'kind: note'), exercise: '' })).toEqual([]);
  });
});
