/** Gives components the sentences of the language that the page is shown in. */
import { createContext, useContext } from 'react';
import type { Language } from '../language';
import { en } from './en';
import { ja } from './ja';
import type { Messages } from './ja';

export type { Messages } from './ja';

const MESSAGES: Readonly<Record<Language, Messages>> = { ja, en };

export const LanguageContext = createContext<Language>('ja');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function messagesFor(language: Language): Messages {
  return MESSAGES[language];
}

export function useText(): Messages {
  return messagesFor(useLanguage());
}
