/** The Markdown of a lesson, an example or an exercise as the cells of a notebook that other programs show and run. */
import type { Language } from '../shared/language';
import type { NotebookCell } from './notebook';

interface Document {
  readonly title: string;
  readonly cells: readonly NotebookCell[];
}

const ALERTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: { NOTE: 'メモ', TIP: 'ヒント', IMPORTANT: '重要', WARNING: '注意', CAUTION: '警告' },
  en: { NOTE: 'Note', TIP: 'Tip', IMPORTANT: 'Important', WARNING: 'Warning', CAUTION: 'Caution' },
};
const ANSWER: Readonly<Record<Language, string>> = { ja: '答え', en: 'Answer' };

const FENCE = /^(`{3,}|~{3,})\s*(\S*)\s*(.*)$/;

/** The title from the front matter, or an empty one where there is none. */
export function titleOf(markdown: string): string {
  const { matter } = splitMatter(markdown);
  const title = /^title:\s*(.+?)\s*$/m.exec(matter)?.[1] ?? '';
  return /^(["']).*\1$/.test(title) ? title.slice(1, -1) : title;
}

/** `site`: where this site is, for links to its other lessons; `program`: the cells that a text refers to by name. */
export function cellsOf(
  markdown: string,
  language: Language,
  site: string,
  program: ReadonlyMap<string, string> = new Map(),
): Document {
  const title = titleOf(markdown);
  const cells: NotebookCell[] = title === '' ? [] : [{ kind: 'markdown', source: `# ${title}` }];
  let prose: string[] = [];
  const flush = () => {
    const source = prose.join('\n').trim();
    if (source !== '') cells.push({ kind: 'markdown', source });
    prose = [];
  };
  const lines = splitMatter(markdown).body.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, marks = '', kind = '', words = ''] = FENCE.exec(line) ?? [];
    const named = program.get(/^\[[^\]]*\]\([^)#]*\.py#([a-z0-9-]+)\)$/.exec(line.trim())?.[1] ?? '');
    if (named !== undefined) {
      flush();
      cells.push({ kind: 'code', source: named });
    } else if (marks === '') prose.push(plainLine(line, language, site));
    else {
      const end = lines.findIndex((each, index) => index > at && each.trim() === marks);
      const inside = lines.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? lines.length : end;
      if (kind === 'python' && /^cell\b/.test(words)) {
        flush();
        cells.push({ kind: 'code', source: inside.join('\n').trim() });
      } else if (kind === 'quiz') prose.push(quizText(inside, language));
      else if (kind === 'widget') prose.push(...inside.slice(inside.indexOf('---') + 1));
      else prose.push(line, ...inside, marks);
    }
  }
  flush();
  return { title, cells };
}

function splitMatter(markdown: string): { readonly matter: string; readonly body: string } {
  const text = markdown.replaceAll('\r\n', '\n');
  const [, matter = '', body = text] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  return { matter, body };
}

/** Code hosts' marks of alerts become words; links to this site's files lead to its pages. */
function plainLine(line: string, language: Language, site: string): string {
  const alert = /^(\s*>\s*)\[!([A-Z]+)\]\s*$/.exec(line);
  if (alert)
    return `${alert[1] ?? ''}**${ALERTS[language][alert[2] ?? ''] ?? alert[2] ?? ''}**\n${alert[1] ?? ''}`.trimEnd();
  return line.replaceAll(/\]\((?![a-z]+:|#)([^)]*)\)/g, (_, target: string) => {
    const slug = /(?:^|\/)\d\d-([a-z0-9-]+)\/(?:lesson|text)\.[a-z]{2}\.md/.exec(target)?.[1];
    const page = target.includes('examples/') ? `example-${slug}` : slug;
    return slug === undefined ? `](${site})` : `](${site}#/${language}/lesson/${page})`;
  });
}

/** Questions, their options, and the answers to unfold. */
function quizText(lines: readonly string[], language: Language): string {
  return lines
    .map((line) => {
      const question = /^\? +(.*)$/.exec(line)?.[1];
      if (question !== undefined) return `\n**${question}**\n`;
      const [, mark, option = ''] = /^- \[([ x])\] +(.*)$/.exec(line) ?? [];
      if (mark === undefined) return line.startsWith('! ') ? `\n${line.slice(2)}\n` : line;
      const [text = '', reason] = option.split(' | ');
      const answer = mark === 'x' ? '○' : '×';
      const unfold = `<details><summary>${ANSWER[language]}</summary>${answer}${reason === undefined ? '' : ` ${reason}`}</details>`;
      return `- ${text} ${unfold}`;
    })
    .join('\n');
}
