/** Lessons as typed data. The build makes them from lessons/ (see src/content/README.md); the page only reads them. */
import type { Language } from '../shared/language';

export { LANGUAGES, type Language } from '../shared/language';

export interface Lesson {
  /** Folder name without its number: `pytorch-basics`. */
  readonly slug: string;
  readonly order: number;
  readonly language: Language;
  readonly kind: LessonKind;
  readonly title: string;
  /** Its number as readers cite it: `4.1` of a section, `2` of a lab or a note. */
  readonly section: string;
  readonly minutes: number;
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
}

/** Sections make up the chapter; labs and notes have lists and numbers of their own. */
export const LESSON_KINDS = ['section', 'lab', 'note'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

export interface Heading {
  /** The anchor, equal in all languages. */
  readonly id: string;
  readonly depth: 2 | 3;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'cell'; readonly cell: LessonCell }
  | { readonly kind: 'quiz'; readonly quiz: LessonQuiz }
  | { readonly kind: 'widget'; readonly widget: LessonWidget }
  | {
      readonly kind: 'diagram';
      readonly source: string;
      /** What the diagram shows: its accTitle, or the heading it stands under. */
      readonly label: string;
    };

export interface LessonCell {
  /** Unique in its lesson, equal in all languages. */
  readonly id: string;
  readonly code: string;
  /** The code highlighted at build time: `<span class="line">` and `<span class="tok-…">`. */
  readonly html: string;
}

export interface LessonQuiz {
  /** Unique in its lesson, equal in all languages. */
  readonly id: string;
  /** The cell that shows the answer, for a question to be answered before it runs; else null. */
  readonly predicts: string | null;
  readonly questions: readonly QuizQuestion[];
}

export interface QuizQuestion {
  readonly html: string;
  readonly options: readonly { readonly html: string; readonly right: boolean; readonly reason: string | null }[];
  /** HTML, shown after the answer. */
  readonly explanation: string | null;
}

export interface LessonWidget {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly fallback: string;
}

/** What the list of lessons shows without loading a lesson. */
export interface LessonSummary {
  readonly slug: string;
  readonly order: number;
  readonly kind: LessonKind;
  readonly section: string;
  readonly cells: number;
  /** The ids of its quizzes, in order. */
  readonly quizzes: readonly string[];
  readonly minutes: number;
  readonly titles: Readonly<Record<Language, string>>;
  /** The texts of the top headings, in order. */
  readonly topics: Readonly<Record<Language, readonly string[]>>;
}
