/** Lessons as typed data. The build makes them from lessons/ (see src/content/README.md); the page only reads them. */

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

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
  readonly id: string;
  readonly depth: 2 | 3;
  readonly text: string;
}

export type Block =
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'cell'; readonly cell: LessonCell }
  | { readonly kind: 'diagram'; readonly source: string };

export interface LessonCell {
  /** Unique in its lesson, equal in all languages. */
  readonly id: string;
  readonly code: string;
  /** The code highlighted at build time, both themes as CSS variables. */
  readonly html: string;
}
