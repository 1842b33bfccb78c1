/** The sentences of the pages of exercises, apart from those that every page needs. */
import { practiceEn } from './practice-en';
import { practiceJa } from './practice-ja';
import type { PracticeMessages } from './practice-ja';
import type { Language } from '../language';
import { useLanguage } from './text';

export function practiceTextFor(language: Language): PracticeMessages {
  return language === 'ja' ? practiceJa : practiceEn;
}

export function usePracticeText(): PracticeMessages {
  return practiceTextFor(useLanguage());
}
