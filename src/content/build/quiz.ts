/**
 * Reads the text of a quiz: `? question`, then options `- [x] right | why` and `- [ ] wrong | why`, then perhaps `! more`.
 * A line that starts with a blank goes on with the one above. Texts are inline Markdown; render.ts makes HTML of them.
 */
import { ContentError } from './error';

export interface QuizText {
  readonly question: string;
  readonly options: readonly QuizOptionText[];
  /** Said after the answer, whichever was chosen. */
  readonly explanation: string | null;
  readonly line: number;
}

export interface QuizOptionText {
  readonly text: string;
  readonly right: boolean;
  readonly reason: string | null;
  readonly line: number;
}

interface Draft {
  question: string;
  options: { written: string; right: boolean; line: number }[];
  explanation: string | null;
  line: number;
}

/** `start`: the line of the fence. */
export function readQuizText(file: string, source: string, start: number): readonly QuizText[] {
  const drafts: Draft[] = [];
  for (const { text, line } of joinLines(file, source, start)) {
    const [, mark = '', written = ''] = /^(\?|!|- \[[ x]\]) +(.*)$/.exec(text) ?? [];
    const draft = drafts.at(-1);
    if (mark === '?') drafts.push({ question: written, options: [], explanation: null, line });
    else if (mark === '' || !draft) {
      throw new ContentError(
        file,
        line,
        `a quiz has lines "? question", "- [x] right", "- [ ] wrong", "! more", found "${text}"`,
      );
    } else if (mark === '!') draft.explanation = written;
    else draft.options.push({ written, right: mark === '- [x]', line });
  }
  if (drafts.length === 0) throw new ContentError(file, start, 'a quiz asks at least one question: "? question"');
  return drafts.map((draft) => finish(file, draft));
}

function finish(file: string, { question, options, explanation, line }: Draft): QuizText {
  if (options.length < 2) throw new ContentError(file, line, 'a question has at least two options: "- [ ] text"');
  const right = options.filter((option) => option.right).length;
  if (right !== 1) throw new ContentError(file, line, `a question has one right option, "- [x] text", found ${right}`);
  return {
    question,
    explanation,
    line,
    options: options.map(({ written, right: isRight, line: at }) => {
      const bar = written.indexOf(' | ');
      const text = bar < 0 ? written : written.slice(0, bar);
      return { text, right: isRight, reason: bar < 0 ? null : written.slice(bar + 3), line: at };
    }),
  };
}

function joinLines(file: string, source: string, start: number): { text: string; line: number }[] {
  const joined: { text: string; line: number }[] = [];
  for (const [index, text] of source.split('\n').entries()) {
    const line = start + 1 + index;
    const last = joined.at(-1);
    if (text.trim() === '') continue;
    if (!/^\s/.test(text)) joined.push({ text: text.trimEnd(), line });
    else if (last) last.text += ` ${text.trim()}`;
    else throw new ContentError(file, line, 'a quiz opens with "? question"');
  }
  return joined;
}
