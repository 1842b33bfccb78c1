/** The sentences of the pages of exercises, apart from those that every page needs. */
import { practiceEn } from './practice-en';
import { practiceJa } from './practice-ja';
import type { PracticeMessages } from './practice-ja';
import { useLanguage } from './text';

export function usePracticeText(): PracticeMessages {
  return useLanguage() === 'ja' ? practiceJa : practiceEn;
}
