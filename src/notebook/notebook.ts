/** Jupyter notebooks (nbformat 4.5): what this site writes, and strict reading of what others wrote. Outputs are left out both ways. */
import { Strict, parseJson } from '../shared/strict';

export interface NotebookCell {
  readonly kind: 'markdown' | 'code';
  readonly source: string;
}

export interface Notebook {
  readonly title: string;
  readonly cells: readonly NotebookCell[];
}

const LIMITS = { file: 20_000_000, cells: 500, source: 200_000, all: 1_000_000 } as const;

export function writeNotebook({ title, cells }: Notebook): string {
  const notebook = {
    cells: cells.map(({ kind, source }, index) => {
      const id = `cell-${index + 1}`;
      const lines = source.split(/(?<=\n)/);
      if (kind === 'markdown') return { cell_type: 'markdown', id, metadata: {}, source: lines };
      return { cell_type: 'code', execution_count: null, id, metadata: {}, outputs: [], source: lines };
    }),
    metadata: {
      title,
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/**
 * Notebooks carry much that is nobody's business here (outputs, widgets' state, metadata): it is passed over, but what is used must be
 * as nbformat 4 says.
 *
 * @throws {FormatError}
 */
export function readNotebook(text: string, fallbackTitle: string): Notebook {
  const notebook = new Strict(parseJson(text, LIMITS.file)).anyObject();
  notebook('nbformat').oneOf([4]);
  const language = notebook('metadata').anyObject()('language_info');
  if (!language.isAbsent()) {
    language
      .anyObject()('name')
      .matching(/^(?:i?python|python3)$/i, { ja: 'Python のノートブック', en: 'a notebook of Python' });
  }
  let size = 0;
  const cells = notebook('cells').list(LIMITS.cells, (value): NotebookCell | null => {
    const cell = value.anyObject();
    const type = cell('cell_type').oneOf(['code', 'markdown', 'raw']);
    const source = sourceOf(cell('source'));
    size += source.length;
    if (size > LIMITS.all)
      value.fail({
        ja: `合わせて ${LIMITS.all} 文字までのセル`,
        en: `cells of at most ${LIMITS.all} characters together`,
      });
    return type === 'raw' || source.trim() === '' ? null : { kind: type, source };
  });
  const used = cells.filter((cell) => cell !== null);
  return { title: titleOf(used) ?? fallbackTitle, cells: used };
}

/** nbformat allows one text or a list of lines. */
function sourceOf(value: Strict): string {
  const source = value.isList()
    ? value.list(LIMITS.source, (line) => line.text(LIMITS.source)).join('')
    : value.text(LIMITS.source);
  return source.length <= LIMITS.source
    ? source.replaceAll('\r\n', '\n')
    : value.fail({ ja: 'もっと短いセル', en: 'a shorter cell' });
}

function titleOf(cells: readonly NotebookCell[]): string | null {
  const heading = cells.find(({ kind }) => kind === 'markdown')?.source.match(/^#{1,2} +(.+)$/m)?.[1];
  const plain = heading
    ?.replaceAll(/[`*_\p{Cc}]/gu, '')
    .trim()
    .slice(0, 100);
  return plain === undefined || plain === '' ? null : plain;
}
