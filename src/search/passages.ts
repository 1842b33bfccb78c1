/** Cuts a lesson into passages, one for each heading, as plain text to search in. */
import type { Block, Lesson, LessonKind } from '../content/types';

export interface Passage {
  /** Unique over all lessons. */
  readonly id: string;
  readonly slug: string;
  /** Of an example, null. */
  readonly lessonKind: LessonKind | null;
  readonly section: string;
  readonly title: string;
  /** Null above the first heading. */
  readonly anchor: string | null;
  readonly heading: string;
  readonly text: string;
  readonly code: string;
}

export function passagesOf(lesson: Lesson, lessonKind: LessonKind | null): Passage[] {
  const drafts = [{ anchor: null as string | null, heading: '', text: [] as string[], code: [] as string[] }];
  const last = () => drafts[drafts.length - 1] ?? drafts[0];
  const headings = new Map(lesson.headings.map(({ id, text }) => [id, text]));
  for (const block of lesson.blocks) {
    if (block.kind !== 'prose') {
      const { text, code } = wordsOf(block);
      last()?.text.push(text);
      last()?.code.push(code);
      continue;
    }
    // The heading's own tag opens a passage; what stands before it belongs to the passage above.
    for (const part of block.html.split(/(?=<h[23] id=")/)) {
      const id = /^<h[23] id="([^"]+)"/.exec(part)?.[1];
      if (id !== undefined) drafts.push({ anchor: id, heading: headings.get(id) ?? '', text: [], code: [] });
      last()?.text.push(textOf(part.replace(/^<h[23][^]*?<\/h[23]>/, '')));
    }
  }
  return drafts
    .map(({ anchor, heading, text, code }) => ({
      id: `${lesson.slug}/${anchor ?? ''}`,
      slug: lesson.slug,
      lessonKind,
      section: lesson.section,
      title: lesson.title,
      anchor,
      heading,
      text: text.join(' ').replaceAll(/\s+/g, ' ').trim(),
      code: code.join('\n'),
    }))
    .filter(({ anchor, text, code }) => anchor !== null || text !== '' || code !== '');
}

function wordsOf(block: Exclude<Block, { kind: 'prose' }>): { text: string; code: string } {
  switch (block.kind) {
    case 'cell':
      return { text: '', code: block.cell.code };
    case 'diagram':
      return { text: block.label, code: '' };
    case 'widget':
      return { text: block.widget.fallback, code: '' };
    case 'quiz':
      // What gives the answer away is not searched in.
      return { text: block.quiz.questions.map(({ html }) => textOf(html)).join(' '), code: '' };
    default:
      return block satisfies never;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of HTML of the content build's making; MathML is the second telling of a formula. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<math[^]*?<\/math>/g, '')
    .replaceAll(/<\/?(?:p|li|td|th|tr|div|h[23]|br|ul|ol|pre|blockquote)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name] ?? whole;
    });
}
