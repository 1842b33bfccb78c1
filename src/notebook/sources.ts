/** The Markdown of the site's lessons and examples, as it stands in lessons/: loaded when a notebook is made of it. */
import type { Language } from '../shared/language';
import { cellsOf } from './lesson-cells';
import type { Notebook } from './notebook';

type Texts = Readonly<Record<string, () => Promise<string>>>;

const lessons: Texts = import.meta.glob<string>('../../lessons/*/lesson.*.md', { query: '?raw', import: 'default' });
const texts: Texts = import.meta.glob<string>('../../lessons/examples/*/text.*.md', {
  query: '?raw',
  import: 'default',
});
const programs: Texts = import.meta.glob<string>('../../lessons/examples/*/example.py', {
  query: '?raw',
  import: 'default',
});

const MARK = /^# %% ([a-z][a-z0-9-]*)$/;

/** `slug` as in the list of lessons: `keras`, `example-vae`. `site`: the address of this site. Null: there is none. */
export async function notebookOfLesson(slug: string, language: Language, site: string): Promise<Notebook | null> {
  const example = /^example-(.*)$/.exec(slug)?.[1];
  const markdown = await find(example === undefined ? lessons : texts, example ?? slug, `.${language}.md`);
  if (markdown === null) return null;
  const program = example === undefined ? null : await find(programs, example, '.py');
  return cellsOf(markdown, language, site, cellsOfProgram(program ?? ''));
}

async function find(all: Texts, slug: string, end: string): Promise<string | null> {
  const path = Object.keys(all).find(
    (each) => each.endsWith(end) && /\/\d\d-([a-z0-9-]+)\/[^/]+$/.exec(each)?.[1] === slug,
  );
  return (path === undefined ? undefined : await all[path]?.()) ?? null;
}

/** As content/build/examples.ts cuts it, which has checked it. */
function cellsOfProgram(program: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of program.replaceAll('\r\n', '\n').split('\n')) {
    const name = MARK.exec(line)?.[1];
    if (name !== undefined) cells.set(name, (current = []));
    else current.push(line);
  }
  return new Map([...cells].map(([name, lines]) => [name, lines.join('\n').trim()]));
}
