/** The gradebook page: submissions in, re-grades beside them, tables and feedback out. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage, useText } from '../shared/i18n/text';
import { saveFile } from '../shared/storage/save-file';
import { FileButton } from '../ui/FileButton';
import { DownloadIcon, PlayIcon, StopIcon } from '../ui/icons';
import { GradeTable } from './GradeTable';
import { GradebookList, knownGradebooks } from './GradebookList';
import { SimilarPairs } from './SimilarPairs';
import type { Bundle } from './bundle';
import { feedbackZip } from './feedback';
import { gradebookCsv, isGraded, refusalsOf } from './gradebook';
import { addFiles, cancelGrading, grade, openGradebook } from './gradebook-store';
import type { GradebookStore } from './gradebook-store';
import './teach.css';

/** `assignment`: the one to open, if this browser has its bundle. */
export function GradebookView({ assignment }: { readonly assignment: string | null }) {
  const [store, setStore] = useState<GradebookStore | null>(null);
  const open = async (bundle: Bundle) => setStore(await openGradebook(bundle));
  useEffect(() => {
    if (assignment === null) return undefined;
    let shown = true;
    const openWanted = async () => {
      const wanted = (await knownGradebooks()).find(({ bundle }) => bundle.assignment.id === assignment);
      const opened = wanted && (await openGradebook(wanted.bundle));
      if (opened && shown) setStore(opened);
    };
    void openWanted();
    return () => {
      shown = false;
    };
  }, [assignment]);
  if (!store) return <GradebookList onOpen={open} />;
  return <Opened store={store} onClose={() => setStore(null)} />;
}

function Opened({ store, onClose }: { readonly store: GradebookStore; readonly onClose: () => void }) {
  const teach = useTeachText();
  const text = teach.gradebook;
  const state = useStore(store);
  const { bundle, entries, reports, run, cancelled, kept } = state;
  const read = entries.flatMap((entry) => (entry.kind === 'read' ? [entry] : []));
  const waiting = read.filter(({ hash }) => !isGraded(reports.get(hash))).length;
  useEffect(() => () => cancelGrading(store), [store]);
  const { error } = useText();
  /** The grader could not be loaded. */
  const [failed, setFailed] = useState(false);
  const start = (which: 'waiting' | 'all') => {
    setFailed(false);
    grade(store, which).catch(() => setFailed(true));
  };
  return (
    <article className="page-column teach">
      <h1>
        {text.title}: {bundle.assignment.title}
      </h1>
      <p className="teach-actions">
        <span className="teach-soft">{bundle.assignment.id}</span>
        <button type="button" className="quiet" onClick={onClose}>
          {text.another}
        </button>
      </p>
      <DropZone onFiles={(files) => void addFiles(store, files)} />
      <p role="status" data-testid="counts">
        {text.counts(read.length, read.length - waiting)}
      </p>
      {run ? (
        <p className="teach-progress">
          <progress value={run.done} max={Math.max(1, run.of)} aria-label={text.progress(run.done, run.of)} />
          <span>{text.progress(run.done, run.of)}</span>
          <button type="button" className="button" onClick={() => cancelGrading(store)}>
            <StopIcon />
            {text.cancel}
          </button>
        </p>
      ) : (
        <p className="teach-actions">
          <button type="button" className="button primary" disabled={waiting === 0} onClick={() => start('waiting')}>
            <PlayIcon />
            {text.start(waiting)}
          </button>
          {read.length > waiting && (
            <button type="button" className="button" onClick={() => start('all')}>
              {text.again}
            </button>
          )}
        </p>
      )}
      {cancelled && <p role="status">{text.cancelled}</p>}
      {failed && <p role="alert">{error.loadFailedText}</p>}
      {!kept && <p role="alert">{teach.notKept}</p>}
      {read.length > 0 && <GradeTable store={store} />}
      {read.length > 0 && <Exports store={store} />}
      <Refused store={store} />
      {read.length > 1 && <SimilarPairs state={state} />}
    </article>
  );
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const text = useTeachText().gradebook;
  const [over, setOver] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is the mouse's way; the button inside is everybody's
    <div
      className="teach-drop"
      role="group"
      aria-label={text.files}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <p>{text.drop}</p>
      <FileButton
        label={text.chooseFiles}
        accept=".json,.zip,application/json,application/zip"
        multiple
        onFiles={onFiles}
      />
    </div>
  );
}

function Exports({ store }: { readonly store: GradebookStore }) {
  const text = useTeachText().gradebook;
  const language = useLanguage();
  const name = () => store.getState().bundle.assignment.id;
  const csv = () => saveFile(`${name()}.csv`, new Blob([gradebookCsv(store.getState())], { type: 'text/csv' }));
  const feedback = () =>
    saveFile(
      `${name()}.feedback.zip`,
      new Blob([feedbackZip(store.getState(), language)], { type: 'application/zip' }),
    );
  return (
    <p className="teach-actions">
      <button type="button" className="button" onClick={csv}>
        <DownloadIcon />
        {text.csv}
      </button>
      <button type="button" className="button" onClick={feedback}>
        <DownloadIcon />
        {text.feedbackFiles}
      </button>
    </p>
  );
}

function Refused({ store }: { readonly store: GradebookStore }) {
  const text = useTeachText().gradebook;
  const language = useLanguage();
  const refusals = refusalsOf(useStore(store));
  if (refusals.length === 0) return null;
  return (
    <section aria-labelledby="refused" data-testid="refused">
      <h2 id="refused">{text.refused}</h2>
      <ul className="teach-list">
        {refusals.map(({ file, reason }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
          <li key={`${index} ${file}`}>
            <span className="teach-grow">
              {file} <span className="teach-reason">{reason[language]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
