/** An exercise as a notebook: task and starter. Its checks need this site's grader and stay here. */
import { inLanguage } from '../grading/translated-code';
import type { Exercise } from '../grading/types';
import type { Language } from '../shared/language';
import type { Notebook } from './notebook';

export function notebookOfExercise(exercise: Exercise, language: Language, answerHere: string): Notebook {
  const title = exercise.title[language];
  return {
    title,
    cells: [
      { kind: 'markdown', source: `# ${title}\n\n${exercise.task[language].trim()}` },
      { kind: 'markdown', source: `## ${answerHere}` },
      { kind: 'code', source: inLanguage(exercise.starter, language).trimEnd() },
    ],
  };
}
