/** The languages that every lesson and every sentence of the page exists in. */

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Translated = Readonly<Record<Language, string>>;

/** A name or a value, which is the same in both. */
export function same(text: string): Translated {
  return { ja: text, en: text };
}

export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'ja' || text === 'en';
}
