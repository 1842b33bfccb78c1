/** Notebooks out of the site, for Jupyter and Colab, and notebooks into it. */
import { useEffect, useState } from 'react';
import { exampleSummaries, lessonSummaries } from '../content/lessons';
import { notebookOfExercise } from '../notebook/exercise-notebook';
import { readNotebook, writeNotebook } from '../notebook/notebook';
import type { Notebook } from '../notebook/notebook';
import { keepScratch, listScratch } from '../notebook/scratch';
import type { Scratch } from '../notebook/scratch';
import { notebookOfLesson } from '../notebook/sources';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage, useText } from '../shared/i18n/text';
import { problemText } from '../shared/problem';
import { siteAddress } from '../shared/site-address';
import { removeDocument } from '../shared/storage/documents';
import { saveFile } from '../shared/storage/save-file';
import { FileButton } from '../ui/FileButton';
import { DownloadIcon, TrashIcon } from '../ui/icons';
import { exerciseSummaries, loadExercise } from './exercise-list';
import './teach.css';

interface Props {
  readonly scratchHref: (id: string) => string;
  readonly onImported: (id: string) => void;
}

export function saveNotebook(name: string, notebook: Notebook): void {
  saveFile(`${name}.ipynb`, new Blob([writeNotebook(notebook)], { type: 'application/x-ipynb+json' }));
}

export function Notebooks({ scratchHref, onImported }: Props) {
  const text = useTeachText();
  const { lesson, error } = useText();
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  const save = async (slug: string, make: () => Promise<Notebook | null>) => {
    setFailed(false);
    const notebook = await make().catch(() => null);
    if (notebook) saveNotebook(`${slug}.${language}`, notebook);
    else setFailed(true);
  };
  const exportLesson = (slug: string) => void save(slug, () => notebookOfLesson(slug, language, siteAddress()));
  const exportExercise = (slug: string) =>
    void save(slug, async () => {
      const loaded = await loadExercise(slug);
      return loaded && notebookOfExercise(loaded.exercise, language, text.notebooks.exerciseAnswer);
    });
  const { notebooks: words } = text;
  return (
    <article className="page-column teach">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Import scratchHref={scratchHref} onImported={onImported} />
      <h2>{words.export}</h2>
      {failed && <p role="alert">{error.loadFailedText}</p>}
      <Exports
        title={words.lessons}
        items={lessonSummaries.map(({ slug, kind, section, titles }) => [
          slug,
          `${lesson.number(kind, section)} ${titles[language]}`,
        ])}
        onExport={exportLesson}
      />
      <Exports
        title={words.exercises}
        items={exerciseSummaries.map(({ slug, title }) => [slug, title[language]])}
        onExport={exportExercise}
      />
      <Exports
        title={words.examples}
        items={exampleSummaries.map(({ slug, titles }) => [slug, titles[language]])}
        onExport={exportLesson}
      />
    </article>
  );
}

interface ExportsProps {
  readonly title: string;
  readonly items: readonly (readonly [slug: string, title: string])[];
  readonly onExport: (slug: string) => void;
}

function Exports({ title, items, onExport }: ExportsProps) {
  const text = useTeachText().notebooks;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="teach-list">
        {items.map(([slug, name]) => (
          <li key={slug}>
            <span className="teach-grow">{name}</span>
            <button
              type="button"
              className="quiet"
              data-export={slug}
              aria-label={text.exportOne(name)}
              onClick={() => onExport(slug)}
            >
              <DownloadIcon />
              .ipynb
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Import({ scratchHref, onImported }: Props) {
  const language = useLanguage();
  const teach = useTeachText();
  const text = teach.notebooks;
  const [list, setList] = useState<readonly Scratch[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void listScratch().then(setList), []);
  const read = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    try {
      const notebook = readNotebook(await file.text(), file.name.replace(/\.ipynb$/i, '').slice(0, 100));
      onImported(await keepScratch(notebook));
    } catch (error) {
      setProblem(teach.place(file.name, problemText(error, language)));
    }
  };
  return (
    <section>
      <h2>{text.import}</h2>
      <p>{text.importLead}</p>
      <FileButton label={text.choose} accept=".ipynb" primary onFiles={([file]) => void read(file)} />
      {problem !== null && (
        <p role="alert">
          {teach.problem}: {problem}
        </p>
      )}
      {list.length > 0 && <h3>{text.imported}</h3>}
      <ul className="teach-list">
        {list.map(({ id, notebook: { title, cells } }) => (
          <li key={id}>
            <a className="teach-grow" href={scratchHref(id)}>
              {title}
            </a>
            <span className="teach-soft">{text.cells(cells.filter(({ kind }) => kind === 'code').length)}</span>
            <button
              type="button"
              className="quiet"
              aria-label={text.remove(title)}
              onClick={() => void removeDocument('notebook', id).then(listScratch).then(setList)}
            >
              <TrashIcon />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
