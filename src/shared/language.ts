/** The languages that every lesson and every sentence of the page exists in. */

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'ja' || text === 'en';
}
