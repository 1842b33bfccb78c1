/**
 * Reads the program of an example: cells that start at `# %% NAME` lines, so that the file runs as it is. A text shows a cell
 * where a paragraph is nothing but a link to it, `[NAME](example.py#NAME)`, which a code host shows as a link to the file.
 */
import type { Code, Root } from 'mdast';
import { ContentError } from './error';
import { lineOf } from './outline';

export const PROGRAM = 'example.py';

const MARK = /^# %% ([a-z][a-z0-9-]*)$/;

/** Name of each cell and its code, in order. */
export type Program = ReadonlyMap<string, string>;

export function readProgram(file: string, source: string): Program {
  const program = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const [index, line] of source.replaceAll('\r\n', '\n').split('\n').entries()) {
    const name = MARK.exec(line)?.[1];
    if (name === undefined) {
      if (current === null && line.trim() !== '') {
        throw new ContentError(file, index + 1, 'code stands in a cell: the first line is "# %% NAME"');
      }
      current?.push(line);
    } else {
      if (program.has(name)) throw new ContentError(file, index + 1, `cell "${name}" stands twice`);
      current = [];
      program.set(name, current);
    }
  }
  if (program.size === 0) throw new ContentError(file, 1, 'the program has no cells: a cell starts at "# %% NAME"');
  return new Map([...program].map(([name, lines]) => [name, lines.join('\n').trim()]));
}

/** Puts the program's cells in the place of the paragraphs that link to them; each stands once, in order. */
export function placeProgram(file: string, tree: Root, program: Program): void {
  const names = [...program.keys()];
  let next = 0;
  for (const [index, node] of tree.children.entries()) {
    const link = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
    if (link?.type !== 'link' || !link.url.startsWith(`${PROGRAM}#`)) continue;
    const name = link.url.slice(PROGRAM.length + 1);
    const line = lineOf(node);
    if (name !== names[next]) {
      const expected = names[next];
      throw new ContentError(
        file,
        line,
        `the program's cells stand in their order: ${expected === undefined ? 'none is left' : `"${expected}" is next`}, found "${name}"`,
      );
    }
    next += 1;
    const cell: Code = { type: 'code', lang: 'python', meta: `cell id=${name}`, value: program.get(name) ?? '' };
    tree.children[index] = node.position ? { ...cell, position: node.position } : cell;
  }
  const left = names[next];
  if (left !== undefined) {
    throw new ContentError(
      file,
      1,
      `the text lacks the program's cell "${left}": a paragraph [${left}](${PROGRAM}#${left})`,
    );
  }
}
