/** Reads one lesson file into a Markdown tree and its outline (headings, cells, figures), refusing what lessons may not hold. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Language } from '../types';
import { ContentError } from './error';
import { readFence } from './fences';
import type { FrontMatter } from './front-matter';
import { splitFrontMatter } from './front-matter';
import { readQuizText } from './quiz';
import { readWidgetText } from './widgets';

export interface OutlineHeading {
  readonly depth: 2 | 3;
  readonly text: string;
  readonly line: number;
}

export interface OutlineCell {
  readonly id: string;
  readonly code: string;
  readonly line: number;
}

/** What stands between texts and cells; translations have the same ones in the same places. */
export interface OutlineFigure {
  readonly kind: 'diagram' | 'image' | 'table' | 'quiz' | 'widget';
  /** What must be equal in all languages: file, id, name with options. */
  readonly name: string;
  readonly line: number;
  /** The number of headings above it. */
  readonly under: number;
}

export interface Outline {
  /** The path shown in errors. */
  readonly file: string;
  readonly language: Language;
  readonly matter: FrontMatter;
  readonly tree: Root;
  readonly headings: readonly OutlineHeading[];
  readonly cells: readonly OutlineCell[];
  readonly figures: readonly OutlineFigure[];
  /** The ids of quizzes, in order. */
  readonly quizzes: readonly string[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

export function lineOf(node: { readonly position?: RootContent['position'] }): number {
  return node.position?.start.line ?? 1;
}

/** `arrange` may change the tree before it is checked. */
export function readOutline(
  file: string,
  language: Language,
  text: string,
  arrange: (tree: Root) => void = () => undefined,
): Outline {
  const { matter, body } = splitFrontMatter(file, text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  const tree = parser.parse(body);
  arrange(tree);
  refuseUnsupported(file, tree);
  const headings = readHeadings(file, tree);
  const cells = readCells(file, tree);
  return {
    file,
    language,
    matter,
    tree,
    headings,
    cells,
    figures: readFigures(file, tree),
    quizzes: quizIds(file, tree),
  };
}

function refuseUnsupported(file: string, tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'html') {
      throw new ContentError(file, lineOf(node), `raw HTML is not allowed: ${node.value.split('\n')[0] ?? ''}`);
    }
    if (node.type === 'footnoteDefinition' || node.type === 'footnoteReference') {
      throw new ContentError(file, lineOf(node), 'footnotes are not supported; use an alert (> [!NOTE])');
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      throw new ContentError(file, lineOf(node), 'task lists are not supported; use an ordinary list');
    }
    if (node.type === 'image' && !node.alt) {
      throw new ContentError(file, lineOf(node), 'an image needs a description: ![what it shows](file)');
    }
  });
}

function readHeadings(file: string, tree: Root): OutlineHeading[] {
  const headings: OutlineHeading[] = [];
  visit(tree, 'heading', (node, _index, parent) => {
    const line = lineOf(node);
    if (node.depth !== 2 && node.depth !== 3) {
      throw new ContentError(
        file,
        line,
        `headings are ## and ###, found depth ${node.depth}; the title is front matter`,
      );
    }
    if (parent?.type !== 'root') throw new ContentError(file, line, 'a heading stands outside lists and quotes');
    headings.push({ depth: node.depth, text: toString(node), line });
  });
  return headings;
}

function readCells(file: string, tree: Root): OutlineCell[] {
  const cells = new Map<string, OutlineCell>();
  visit(tree, 'code', (node, _index, parent) => {
    const fence = readFence(file, node);
    const line = lineOf(node);
    if (fence.kind === 'code') return;
    if (parent?.type !== 'root') {
      throw new ContentError(file, line, `a ${fence.kind} stands outside lists and quotes`);
    }
    if (fence.kind !== 'cell') return;
    const twin = cells.get(fence.id);
    if (twin) throw new ContentError(file, line, `cell id "${fence.id}" is taken by the cell on line ${twin.line}`);
    if (!node.value.trim()) throw new ContentError(file, line, `cell "${fence.id}" is empty`);
    cells.set(fence.id, { id: fence.id, code: node.value, line });
  });
  return [...cells.values()];
}

function readFigures(file: string, tree: Root): OutlineFigure[] {
  const figures: OutlineFigure[] = [];
  let under = 0;
  visit(tree, (node) => {
    const line = lineOf(node);
    if (node.type === 'heading') under += 1;
    else if (node.type === 'image') figures.push({ kind: 'image', name: node.url, line, under });
    else if (node.type === 'table') figures.push({ kind: 'table', name: `${node.children.length} rows`, line, under });
    else if (node.type === 'code') {
      const fence = readFence(file, node);
      if (fence.kind === 'cell' || fence.kind === 'code') return;
      const name =
        fence.kind === 'quiz'
          ? quizShape(file, fence.id, node.value, line)
          : fence.kind === 'widget'
            ? `${fence.name} ${JSON.stringify(readWidgetText(file, node.value, line).options)}`
            : '';
      figures.push({ kind: fence.kind, name, line, under });
    }
  });
  return figures;
}

/** Equal in all languages: how many options each question has, and which is right. */
function quizShape(file: string, id: string, source: string, line: number): string {
  const shapes = readQuizText(file, source, line).map(({ options }) =>
    options.map(({ right }) => (right ? 'x' : 'o')).join(''),
  );
  return `${id} ${shapes.join(' ')}`;
}

function quizIds(file: string, tree: Root): string[] {
  const ids: string[] = [];
  for (const node of tree.children) {
    if (node.type !== 'code') continue;
    const fence = readFence(file, node);
    if (fence.kind !== 'quiz') continue;
    if (ids.includes(fence.id)) throw new ContentError(file, lineOf(node), `quiz id "${fence.id}" stands twice`);
    ids.push(fence.id);
  }
  return ids;
}
