/** GFM alerts (`> [!NOTE]`) with titles in the lesson's language. */
import type { Root } from 'mdast';
import remarkAlert from 'remark-github-blockquote-alert';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Language } from '../types';

const TITLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  NOTE: { ja: '補足', en: 'Note' },
  TIP: { ja: 'ヒント', en: 'Tip' },
  IMPORTANT: { ja: '重要', en: 'Important' },
  WARNING: { ja: '注意', en: 'Warning' },
  CAUTION: { ja: '警告', en: 'Caution' },
};

const transformer = unified().use(remarkAlert);

export function markAlerts(tree: Root, language: Language): void {
  transformer.runSync(tree);
  visit(tree, 'paragraph', (node) => {
    if (String(node.data?.hProperties?.['className']) !== 'markdown-alert-title') return;
    const title = node.children.at(-1);
    if (title?.type === 'text') title.value = TITLES[title.value.trim()]?.[language] ?? title.value;
  });
}
