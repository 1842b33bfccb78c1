/** Imported notebooks, kept in this browser as lessons of nobody's: their text is made harmless here, their code runs only on request. */
import type { Block, Lesson } from '../content/types';
import type { Language } from '../shared/language';
import { pythonToHtml } from '../shared/python-tokens';
import { sha256 } from '../shared/sha256';
import { listDocuments, loadDocument, storeDocument } from '../shared/storage/documents';
import { readNotebook, writeNotebook } from './notebook';
import type { Notebook } from './notebook';

export interface Scratch {
  readonly id: string;
  readonly notebook: Notebook;
}

/** The same content has the same id, so that importing it again finds what was changed in it. */
export async function keepScratch(notebook: Notebook): Promise<string> {
  const text = writeNotebook(notebook);
  const id = (await sha256(text)).slice(0, 12);
  await storeDocument('notebook', id, text);
  return id;
}

export async function loadScratch(id: string): Promise<Notebook | null> {
  return read(await loadDocument('notebook', id).catch(() => null));
}

export async function listScratch(): Promise<readonly Scratch[]> {
  const rows = await listDocuments('notebook').catch(() => []);
  return rows.flatMap(({ id, content }) => {
    const notebook = read(content);
    return notebook ? [{ id, notebook }] : [];
  });
}

function read(content: unknown): Notebook | null {
  try {
    return typeof content === 'string' ? readNotebook(content, 'notebook') : null;
  } catch {
    return null;
  }
}

export async function asLesson(id: string, { title, cells }: Notebook, language: Language): Promise<Lesson> {
  const { markdownToHtml } = await import('../content/markdown');
  const blocks = cells.map(({ kind, source }, index): Block => {
    if (kind === 'markdown') return { kind: 'prose', html: markdownToHtml(source, language) };
    return { kind: 'cell', cell: { id: `cell-${index + 1}`, code: source, html: pythonToHtml(source) } };
  });
  return {
    slug: scratchSlug(id),
    order: 0,
    kind: 'note',
    language,
    title,
    section: '',
    minutes: 0,
    headings: [],
    blocks,
  };
}

export function scratchSlug(id: string): string {
  return `scratch-${id}`;
}
