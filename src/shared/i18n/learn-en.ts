/** English sentences about learning: questions, progress, widgets, search. */
import type { LearnMessages } from './learn-ja';

export const learnEn: LearnMessages = {
  quiz: {
    predict: 'Predict, then run',
    check: 'Check yourself',
    question: (number, count) => (count > 1 ? `Question ${number}` : 'Question'),
    compare: 'Run the cell and compare',
    answer: 'Check my answer',
    choose: 'Choose one to see whether it is right.',
    asPredicted: 'As you predicted.',
    notAsPredicted: 'Not what you predicted.',
    right: 'Right.',
    wrong: 'Not quite.',
    isRight: 'right answer',
    chosen: 'your answer',
    again: 'Try again',
    result: (right, count) => `${right} of ${count} right`,
  },
  progress: {
    label: (title) => `Progress in ${title}`,
    visited: 'Started',
    done: 'Done',
    cells: (ran, cells) => `${ran} of ${cells} cells run`,
    quizzes: (answered, quizzes) => `${answered} of ${quizzes} questions`,
    resume: 'Continue',
  },
  search: {
    open: 'Search',
    hint: 'Search (/ or Ctrl+K)',
    title: 'Search the lessons',
    placeholder: 'learning rate, BatchNorm, …',
    results: 'Search results',
    count: (count) => (count === 0 ? 'Nothing found' : count === 1 ? '1 result' : `${count} results`),
    nothing: (query) => `Nothing found for “${query}”.`,
    advice: 'Try another word, or a name from the code.',
    loading: 'Getting the search ready',
    failed: 'The search could not be loaded. Check your network.',
    keys: '↑ ↓ to choose, Enter to open, Esc to close.',
    example: 'Example',
  },
  widget: {
    loading: 'Loading this part',
    failed: 'This part could not be loaded.',
  },
};
