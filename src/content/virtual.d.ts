/**
 * The modules that the content plugin (build/plugin.ts) makes. Types are named in place: an import statement inside an
 * ambient module may not be relative, and would silently become `any`.
 */
declare module 'virtual:lessons' {
  type Language = import('./types').Language;
  type Lesson = import('./types').Lesson;

  export const summaries: readonly import('./types').LessonSummary[];
  export const examples: readonly import('./types').LessonSummary[];
  export const loaders: Readonly<
    Record<string, Readonly<Record<Language, () => Promise<{ readonly lesson: Lesson }>>>>
  >;
}

declare module 'virtual:exercises' {
  export const summaries: readonly import('../grading/types').ExerciseSummary[];
  export const loaders: Readonly<
    Record<
      string,
      () => Promise<{
        readonly exercise: import('../grading/types').Exercise;
        readonly texts: import('../grading/types').ExerciseTexts;
      }>
    >
  >;
}

declare module 'virtual:packages' {
  export const packages: readonly { readonly name: string; readonly version: string; readonly license: string }[];
}
