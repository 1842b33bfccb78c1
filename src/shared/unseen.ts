/** Characters that nobody sees as what they are: controls, separators of lines, and marks that turn the direction of writing around. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Without them, but for those that are to be kept. */
export function withoutUnseen(text: string, kept = ''): string {
  return text.replaceAll(UNSEEN, (char) => (kept.includes(char) ? char : ''));
}
