/**
 * Markdown of unknown origin as HTML, while the page runs: for exercises and notebooks that are no part of the build. Raw HTML and images
 * are left out and links lead to web addresses only, so nothing of it can run or load anything. Lessons are rendered by build/render.ts.
 */
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Language } from '../shared/language';
import { pythonToHtml } from '../shared/python-tokens';

/** The parts of a hast tree that matter here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** `label`: what the boxes of code are called. */
const processor = (label: string) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(() => (tree: Node) => harmless(tree, label))
    // Raw nodes come from `codeNode` alone: without allowDangerousHtml the step before has made none.
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();

const PROCESSORS = { ja: processor('コード'), en: processor('Code') };

export function markdownToHtml(markdown: string, language: Language): string {
  return PROCESSORS[language].processSync(markdown).toString();
}

function harmless(node: Node, label: string): void {
  node.children = (node.children ?? []).map((child): Node => {
    const { tagName, properties = {} } = child;
    if (tagName === 'img') return { type: 'text', value: asText(properties['alt']) };
    if (tagName === 'pre') return codeNode(child, label);
    // The one heading of the first level is the page's own.
    if (tagName === 'h1') child.tagName = 'h2';
    if (tagName === 'a') {
      const href = asText(properties['href']);
      if (!/^(https?:\/\/|mailto:)/i.test(href))
        return { type: 'element', tagName: 'span', properties: {}, children: child.children ?? [] };
      child.properties = { href, rel: ['noreferrer', 'nofollow'], target: '_blank' };
    }
    harmless(child, label);
    return child;
  });
}

/** A box that scrolls, with Python in the site's colours. */
function codeNode(pre: Node, label: string): Node {
  const code = pre.children?.find(({ tagName }) => tagName === 'code');
  const language = code?.properties?.['className'];
  const text = textOf(code ?? pre).replace(/\n$/, '');
  const python = Array.isArray(language) && language.some((name) => name === 'language-python');
  const inside: Node = python ? { type: 'raw', value: pythonToHtml(text) } : { type: 'text', value: text };
  const properties = { className: ['code'], tabIndex: 0, role: 'group', ariaLabel: label };
  return {
    type: 'element',
    tagName: 'pre',
    properties,
    children: [{ type: 'element', tagName: 'code', properties: {}, children: [inside] }],
  };
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
