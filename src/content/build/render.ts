/** Renders a checked Markdown tree into the blocks of a lesson: HTML for prose, data for cells and diagrams. */
import type { Element, Properties, Root as HastRoot, RootContent as HastContent } from 'hast';
import type { Code, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { pythonToHtml } from '../../shared/python-tokens';
import type { Block, Heading } from '../types';
import { markAlerts } from './alerts';
import { ContentError } from './error';
import { readFence } from './fences';
import { createHighlight, unknownLanguage } from './highlight';
import type { Highlight } from './highlight';
import { renderQuestions } from './inline';
import type { Outline } from './outline';
import { lineOf } from './outline';
import { readQuizText } from './quiz';
import { readWidgetText } from './widgets';

export interface Rendered {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
}

const LABELS = { ja: { table: '表', code: 'コード' }, en: { table: 'Table', code: 'Code' } } as const;

export async function renderLesson(
  outline: Outline,
  anchors: readonly string[],
  widgets: readonly string[],
): Promise<Rendered> {
  const { file, language, tree } = outline;
  const headings = outline.headings.map(({ depth, text }, index) => ({ id: anchors[index] ?? '', depth, text }));
  markAlerts(tree, language);
  markHeadings(tree, headings);

  const blocksByNode = collectBlocks(outline, widgets);
  const highlight = await createHighlight(plainLanguages(outline));
  const labels = LABELS[language];
  const processor = unified()
    .use(remarkRehype, {
      handlers: {
        code: (_state: unknown, node: Code): Element =>
          blocksByNode.has(node) ? placeholder(node) : plainCode(node, highlight, labels.code),
      },
    })
    .use(rehypeKatex, { strict: 'ignore' })
    .use(wrapTables, labels.table)
    .use(markLinks);
  const report = new VFile({ path: file });
  const hast = processor.runSync(tree, report);
  const problem = report.messages[0];
  if (problem) {
    const line = problem.line ?? problem.ancestors?.findLast(({ position }) => position)?.position?.start.line ?? 1;
    const reason = problem.cause instanceof Error ? problem.cause.message : problem.reason;
    throw new ContentError(file, line, `math: ${reason}`);
  }
  return { headings, blocks: splitBlocks(hast, blocksByNode) };
}

function markHeadings(tree: Root, headings: readonly Heading[]): void {
  let index = 0;
  visit(tree, 'heading', (node) => {
    const id = headings[index++]?.id;
    if (id) node.data = { ...node.data, hProperties: { id, tabIndex: -1 } };
  });
}

function plainLanguages({ file, tree }: Outline): string[] {
  const languages: string[] = [];
  visit(tree, 'code', (node) => {
    const fence = readFence(file, node);
    if (fence.kind !== 'code') return;
    const problem = unknownLanguage(fence.language);
    if (problem) throw new ContentError(file, lineOf(node), problem);
    languages.push(fence.language);
  });
  return languages;
}

/** The code nodes that become blocks of their own; the label of a diagram is its accTitle or the heading above it. */
function collectBlocks({ file, tree, matter }: Outline, widgets: readonly string[]): ReadonlyMap<Code, Block> {
  const blocks = new Map<Code, Block>();
  let heading = matter.title;
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading') heading = toString(node);
    if (node.type !== 'code') continue;
    const fence = readFence(file, node);
    if (fence.kind === 'cell') {
      const cell = { id: fence.id, code: node.value, html: pythonToHtml(node.value) };
      blocks.set(node, { kind: 'cell', cell });
    } else if (fence.kind === 'diagram') {
      const label = /^\s*accTitle\s*:\s*(.+)$/m.exec(node.value)?.[1]?.trim() ?? heading;
      blocks.set(node, { kind: 'diagram', source: node.value, label });
    } else if (fence.kind === 'quiz') {
      const predicts = fence.predict ? cellAfter(file, tree, index) : null;
      const questions = renderQuestions(file, readQuizText(file, node.value, lineOf(node)));
      if (fence.predict && questions.length > 1) {
        throw new ContentError(file, lineOf(node), 'a quiz that predicts a cell asks one question');
      }
      blocks.set(node, { kind: 'quiz', quiz: { id: fence.id, predicts, questions } });
    } else if (fence.kind === 'widget') {
      if (!widgets.includes(fence.name)) {
        const known = widgets.join(', ') || 'none';
        throw new ContentError(file, lineOf(node), `unknown widget "${fence.name}"; there are: ${known}`);
      }
      const text = readWidgetText(file, node.value, lineOf(node));
      blocks.set(node, { kind: 'widget', widget: { name: fence.name, ...text } });
    }
  }
  return blocks;
}

/** The cell that a prediction is about: the next one under the same heading. */
function cellAfter(file: string, tree: Root, index: number): string {
  for (const node of tree.children.slice(index + 1)) {
    if (node.type === 'heading') break;
    const fence = node.type === 'code' ? readFence(file, node) : null;
    if (fence?.kind === 'cell') return fence.id;
  }
  const line = tree.children[index] ? lineOf(tree.children[index]) : 1;
  throw new ContentError(file, line, 'a quiz that predicts stands before a cell, under the same heading');
}

const placeholders = new WeakMap<Element, Code>();

function placeholder(node: Code): Element {
  const element: Element = { type: 'element', tagName: 'hr', properties: {}, children: [] };
  placeholders.set(element, node);
  return element;
}

function plainCode(node: Code, highlight: Highlight, label: string): Element {
  const html = highlight(node.value, node.lang ?? 'text');
  const code: Element = { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'raw', value: html }] };
  const ariaLabel = `${label} (${node.lang ?? 'text'})`;
  const properties: Properties = { className: ['code'], tabIndex: 0, role: 'group', ariaLabel };
  return { type: 'element', tagName: 'pre', properties, children: [code] };
}

/** Wide tables scroll in a box of their own instead of widening the page on a phone. */
function wrapTables(label: string) {
  return (tree: HastRoot): void => {
    visit(tree, 'element', (node, index, parent) => {
      // The empty corner of a table with names on two sides heads nothing.
      if (node.tagName === 'th' && node.children.length === 0) node.tagName = 'td';
      if (node.tagName !== 'table' || index === undefined || !parent) return undefined;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-box'], tabIndex: 0, role: 'group', ariaLabel: label },
        children: [node],
      };
      parent.children[index] = box;
      return index + 2;
    });
  };
}

function markLinks() {
  return (tree: HastRoot): void => {
    visit(tree, 'element', (node) => {
      const href = node.properties['href'];
      if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('http')) {
        node.properties['rel'] = ['noreferrer'];
      }
    });
  };
}

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true });

function splitBlocks(tree: HastRoot, blocksByNode: ReadonlyMap<Code, Block>): Block[] {
  const blocks: Block[] = [];
  let prose: HastContent[] = [];
  const flush = () => {
    const html = stringifier.stringify({ type: 'root', children: prose }).trim();
    if (html) blocks.push({ kind: 'prose', html });
    prose = [];
  };
  for (const node of tree.children) {
    const code = node.type === 'element' ? placeholders.get(node) : undefined;
    const block = code && blocksByNode.get(code);
    if (!block) {
      prose.push(node);
      continue;
    }
    flush();
    blocks.push(block);
  }
  flush();
  return blocks;
}
