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
  widget: {
    loading: 'Loading this part',
    failed: 'This part could not be loaded.',
  },
};
