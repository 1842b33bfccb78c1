/** Code with comments in two languages, as one file: `# ja: …` and `# en: …` lines of which a reader sees those of one language. */
import type { Language } from '../shared/language';

const COMMENT = /^(\s*)# (ja|en): ?(.*)$/;

/** The code for readers of this language: the other language's comments are gone, the marks too. */
export function inLanguage(code: string, language: Language): string {
  return code
    .split('\n')
    .flatMap((line) => {
      const [, indent, marked, words] = COMMENT.exec(line) ?? [];
      if (marked === undefined) return [line];
      return marked === language ? [`${indent}# ${words}`] : [];
    })
    .join('\n');
}
