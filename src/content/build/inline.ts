/** Renders the texts of quizzes, which are one paragraph of Markdown each: code, emphasis, links to the web, math. */
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { QuizQuestion } from '../types';
import { ContentError } from './error';
import type { QuizText } from './quiz';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const renderer = unified().use(remarkRehype).use(rehypeKatex, { strict: 'ignore' });
const stringifier = unified().use(rehypeStringify);

export function renderQuestions(file: string, texts: readonly QuizText[]): QuizQuestion[] {
  return texts.map(({ question, options, explanation, line }) => ({
    html: inlineHtml(file, question, line),
    explanation: explanation === null ? null : inlineHtml(file, explanation, line),
    options: options.map(({ text, right, reason, line: at }) => ({
      html: inlineHtml(file, text, at),
      right,
      reason: reason === null ? null : inlineHtml(file, reason, at),
    })),
  }));
}

function inlineHtml(file: string, text: string, line: number): string {
  const tree = parser.parse(text);
  const [paragraph] = tree.children;
  if (tree.children.length !== 1 || paragraph?.type !== 'paragraph') {
    throw new ContentError(file, line, `the texts of a quiz are plain sentences, found "${text}"`);
  }
  const raw = paragraph.children.find(({ type }) => type === 'html');
  if (raw) throw new ContentError(file, line, `raw HTML is not allowed: ${text}`);
  const report = new VFile({ path: file });
  const hast = renderer.runSync(tree, report);
  const problem = report.messages[0];
  if (problem) {
    const reason = problem.cause instanceof Error ? problem.cause.message : problem.reason;
    throw new ContentError(file, line, `math: ${reason}`);
  }
  const [element] = hast.children;
  return stringifier.stringify({
    type: 'root',
    children: element?.type === 'element' ? element.children : hast.children,
  });
}
