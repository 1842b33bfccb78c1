/** The version of an exercise: a hash of all that it is made of, so that a grade says which text it was given for. */
import { sha256 } from '../shared/sha256';
import type { Exercise } from './types';

const SHOWN = 12;

export async function versionOf(exercise: Omit<Exercise, 'version'>): Promise<string> {
  const { slug, title, level, minutes, task, starter, solution, check, hints } = exercise;
  const both = ({ ja, en }: { readonly ja: string; readonly en: string }): readonly string[] => [ja, en];
  const parts = [
    slug,
    both(title),
    level,
    minutes,
    both(task),
    starter,
    solution,
    check.code,
    check.wrong.map(({ name, code, message }) => [name, code, both(message)]),
    hints.map(both),
  ];
  return (await sha256(JSON.stringify(parts))).slice(0, SHOWN);
}
