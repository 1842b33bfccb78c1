/** Lessons as typed data. The build makes them from lessons/ (see src/content/README.md); the page only reads them. */
import type { Language } from '../shared/language';

export { LANGUAGES, type Language } from '../shared/language';

export interface Lesson {
  /** Folder name without its number: `pytorch-basics`. */
  readonly slug: string;
  readonly order: number;
  readonly language: Language;
  readonly title: string;
  /** Section number as readers cite it: `4.1`. */
  readonly section: string;
  readonly minutes: number;
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
}

export interface Heading {
  /** The anchor, equal in all languages. */
  readonly id: string;
  readonly depth: 2 | 3;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'cell'; readonly cell: LessonCell }
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

/** What the list of lessons shows without loading a lesson. */
export interface LessonSummary {
  readonly slug: string;
  readonly order: number;
  readonly section: string;
  readonly cells: number;
  readonly minutes: number;
  readonly titles: Readonly<Record<Language, string>>;
  /** The texts of the top headings, in order. */
  readonly topics: Readonly<Record<Language, readonly string[]>>;
}
