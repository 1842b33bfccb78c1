/** Decides what a fenced block is from its info string: a runnable cell, a diagram or code to read. */
import type { Code } from 'mdast';
import { ContentError } from './error';

export type Fence =
  | { readonly kind: 'cell'; readonly id: string }
  | { readonly kind: 'diagram' }
  | { readonly kind: 'code'; readonly language: string };

const CELL_ID = /^[a-z][a-z0-9-]*$/;

export function readFence(file: string, node: Code): Fence {
  const line = node.position?.start.line ?? 1;
  const words = (node.meta ?? '').split(/\s+/).filter(Boolean);
  if (node.lang === 'python' && words[0] === 'cell') return readCell(file, line, words.slice(1));
  if (words.length > 0) {
    throw new ContentError(
      file,
      line,
      `unknown fence attribute "${words[0] ?? ''}"; only \`\`\`python cell id=NAME has any`,
    );
  }
  if (node.lang === 'mermaid') return { kind: 'diagram' };
  if (!node.lang) throw new ContentError(file, line, 'a fence names its language; write ```text for plain text');
  return { kind: 'code', language: node.lang };
}

function readCell(file: string, line: number, attributes: readonly string[]): Fence {
  let id: string | null = null;
  for (const attribute of attributes) {
    const [key, value] = attribute.split('=', 2);
    if (key !== 'id' || value === undefined) {
      throw new ContentError(file, line, `unknown cell attribute "${attribute}"; a cell has only id=NAME`);
    }
    if (id !== null) throw new ContentError(file, line, 'a cell has one id');
    if (!CELL_ID.test(value)) {
      throw new ContentError(
        file,
        line,
        `cell id "${value}" must be small letters, digits and hyphens, a letter first`,
      );
    }
    id = value;
  }
  if (id === null) throw new ContentError(file, line, 'a cell needs an id: ```python cell id=NAME');
  return { kind: 'cell', id };
}
