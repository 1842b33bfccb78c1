/** Errors that people read: what was wrong, in both languages. */
import { same } from './language';
import type { Language, Translated } from './language';

/** `message` is the English of it, for logs and terminals. */
export class TranslatedError extends Error {
  readonly text: Translated;

  constructor(text: Translated) {
    super(text.en);
    this.text = text;
  }
}

/** What went wrong; of errors that are not ours, in the words of whoever threw them. */
export function problemOf(error: unknown): Translated {
  if (error instanceof TranslatedError) return error.text;
  return same(error instanceof Error ? error.message : String(error));
}

export function problemText(error: unknown, language: Language): string {
  return problemOf(error)[language];
}
