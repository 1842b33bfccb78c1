/** The modules that the content plugin (build/plugin.ts) makes. */
declare module 'virtual:lessons' {
  import type { Language, Lesson, LessonSummary } from './types';

  export const summaries: readonly LessonSummary[];
  export const loaders: Readonly<Record<string, Readonly<Record<Language, () => Promise<{ readonly lesson: Lesson }>>>>>;
}
