/** The sentences of the instructors' pages, apart from those that every page needs. */
import { teachEn } from './teach-en';
import { teachJa } from './teach-ja';
import type { TeachMessages } from './teach-ja';
import { useLanguage } from './text';

export function useTeachText(): TeachMessages {
  return useLanguage() === 'ja' ? teachJa : teachEn;
}
