/** Decides what a fenced block is from its info string: a runnable cell, a quiz, a widget, a diagram or code to read. */
import type { Code } from 'mdast';
import { ContentError } from './error';

export type Fence =
  | { readonly kind: 'cell'; readonly id: string; readonly varies: string | null }
  | { readonly kind: 'quiz'; readonly id: string; readonly predict: boolean }
  | { readonly kind: 'widget'; readonly name: string }
  | { readonly kind: 'diagram' }
  | { readonly kind: 'code'; readonly language: string };

const NAME = /^[a-z][a-z0-9-]*$/;

export function readFence(file: string, node: Code): Fence {
  const line = node.position?.start.line ?? 1;
  const words = (node.meta ?? '').split(/\s+/).filter(Boolean);
  if (node.lang === 'python' && words[0] === 'cell') return readCell(file, line, words.slice(1));
  if (node.lang === 'quiz') return readQuiz(file, line, words);
  if (node.lang === 'widget') return readWidget(file, line, words);
  if (words.length > 0) {
    throw new ContentError(
      file,
      line,
      `unknown fence attribute "${words[0] ?? ''}"; only cells, quizzes and widgets have any`,
    );
  }
  if (node.lang === 'mermaid') return { kind: 'diagram' };
  if (!node.lang) throw new ContentError(file, line, 'a fence names its language; write ```text for plain text');
  return { kind: 'code', language: node.lang };
}

function readCell(file: string, line: number, attributes: readonly string[]): Fence {
  const { id, rest } = takeId(file, line, 'cell', attributes);
  let varies: string | null = null;
  for (const attribute of rest) {
    if (!/^varies(=\d+(\.\d+)?%)?$/.test(attribute) || varies !== null) {
      throw new ContentError(
        file,
        line,
        `unknown cell attribute "${attribute}"; a cell has id=NAME, varies or varies=5%`,
      );
    }
    varies = attribute;
  }
  if (id === null) throw new ContentError(file, line, 'a cell needs an id: ```python cell id=NAME');
  return { kind: 'cell', id, varies };
}

function readQuiz(file: string, line: number, attributes: readonly string[]): Fence {
  const { id, rest } = takeId(file, line, 'quiz', attributes);
  const predict = rest[0] === 'predict';
  const unknown = rest[predict ? 1 : 0];
  if (unknown !== undefined) {
    throw new ContentError(file, line, `unknown quiz attribute "${unknown}"; a quiz has id=NAME and predict`);
  }
  if (id === null) throw new ContentError(file, line, 'a quiz needs an id: ```quiz id=NAME');
  return { kind: 'quiz', id, predict };
}

function readWidget(file: string, line: number, words: readonly string[]): Fence {
  const [name, more] = words;
  if (name === undefined || more !== undefined || !NAME.test(name)) {
    throw new ContentError(file, line, 'a widget has one name: ```widget NAME');
  }
  return { kind: 'widget', name };
}

/** The id among a fence's attributes, and the others. */
function takeId(file: string, line: number, kind: string, attributes: readonly string[]) {
  let id: string | null = null;
  const rest: string[] = [];
  for (const attribute of attributes) {
    if (!attribute.startsWith('id=')) {
      rest.push(attribute);
      continue;
    }
    const value = attribute.slice('id='.length);
    if (id !== null) throw new ContentError(file, line, `a ${kind} has one id`);
    if (!NAME.test(value)) {
      throw new ContentError(
        file,
        line,
        `${kind} id "${value}" must be small letters, digits and hyphens, a letter first`,
      );
    }
    id = value;
  }
  return { id, rest };
}
