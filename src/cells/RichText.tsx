/**
 * HTML that lesson code made. It is never put into the page as it is: it is parsed without effect, and only elements,
 * attributes and styles from the lists below are built anew as React elements. Scripts, frames, forms and addresses that
 * would load something do not exist for it.
 */
import { createElement, useMemo } from 'react';
import { STYLES, TAGS, VOID_TAGS, attributesOf, safeStyle } from './rich-text-rules';

export function RichText({ html }: { readonly html: string }) {
  const content = useMemo(() => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return [...parsed.body.childNodes].map((node, index) => rebuild(node, index, 0));
  }, [html]);
  return (
    <div className="output-html" data-testid="output-html">
      {content}
    </div>
  );
}

const DEEPEST = 60;

function rebuild(node: Node, key: number, depth: number): React.ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement) || depth > DEEPEST) return null;
  const tag = node.tagName.toLowerCase();
  const children = (): React.ReactNode[] =>
    [...node.childNodes].map((child, index) => rebuild(child, index, depth + 1));
  if (DROPPED.has(tag)) return null;
  // What is unknown keeps its text.
  if (!TAGS.has(tag)) return createElement('span', { key }, ...children());
  const style = safeStyle(STYLES.map((name) => [name, node.style.getPropertyValue(name)] as const));
  const attributes = attributesOf(tag, (name) => node.getAttribute(name));
  if (tag === 'img' && attributes['src'] === undefined) return null;
  const properties = { key, ...attributes, ...(Object.keys(style).length > 0 && { style }) };
  return VOID_TAGS.has(tag)
    ? createElement(tag, properties)
    : createElement(tag, properties, ...tableless(tag, children()));
}

/** Their content is no text for readers. */
const DROPPED = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'noscript', 'head', 'title']);

/** React refuses white space between the rows of a table. */
function tableless(tag: string, children: React.ReactNode[]): React.ReactNode[] {
  const strict = ['table', 'thead', 'tbody', 'tfoot', 'tr'].includes(tag);
  return strict ? children.filter((child) => typeof child !== 'string') : children;
}
