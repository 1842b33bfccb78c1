/** Colours code that is only read: Python with the page's own tokenizer, everything else with Shiki, same CSS variables. */
import { bundledLanguages, createCssVariablesTheme, createHighlighter } from 'shiki';
import { escapeHtml, pythonToHtml } from '../../shared/python-tokens';

export type Highlight = (code: string, language: string) => string;

const PLAIN = new Set(['text', 'plaintext', 'txt']);
const theme = createCssVariablesTheme({ name: 'page', variablePrefix: '--code-' });

/** `null` when the language is one that can be highlighted, else a sentence that says so. */
export function unknownLanguage(language: string): string | null {
  if (language === 'python' || PLAIN.has(language) || Object.hasOwn(bundledLanguages, language)) return null;
  return `cannot highlight language "${language}"; write \`\`\`text for plain text`;
}

export async function createHighlight(languages: readonly string[]): Promise<Highlight> {
  const others = [...new Set(languages)].filter((name) => name !== 'python' && !PLAIN.has(name));
  const shiki = others.length > 0 ? await createHighlighter({ themes: [theme], langs: others }) : null;
  return (code, language) => {
    if (language === 'python') return pythonToHtml(code);
    if (!shiki || PLAIN.has(language)) return escapeHtml(code);
    const html = shiki.codeToHtml(code, { lang: language, theme: 'page' });
    return html.replace(/^<pre[^>]*><code>/, '').replace(/<\/code><\/pre>$/, '');
  };
}
