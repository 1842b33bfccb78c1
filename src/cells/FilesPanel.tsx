/** The files that Python wrote or the reader added: a badge with their number, and a panel to take, add, rename and remove them. */
import { Popover } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { formatBytes } from '../shared/bytes';
import { useLanguage, useText } from '../shared/i18n/text';
import { saveFile } from '../shared/storage/save-file';
import type { FileRow } from '../shared/storage/schema';
import { FileButton } from '../ui/FileButton';
import { DownloadIcon, FileIcon, RenameIcon, TrashIcon } from '../ui/icons';
import { openShelf, remove, rename, shelf, shortPath, upload } from './file-shelf';
import type { FileProblem } from './file-shelf';
import './files.css';

export function FilesPanel() {
  const { keep } = useText();
  const { files: text } = keep;
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const files = useStore(shelf, (state) => state.files);
  const problem = useStore(shelf, (state) => state.problem);
  const rows = [...files.values()].toSorted((a, b) => b.modified - a.modified);
  const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
  useEffect(() => void openShelf().catch(() => undefined), []);
  const drop = (event: React.DragEvent) => {
    event.preventDefault();
    setOver(false);
    void upload(event.dataTransfer.files);
  };
  return (
    <Popover.Root>
      <Popover.Trigger
        className="button files-badge"
        title={text.title}
        data-testid="files-badge"
        data-count={rows.length}
      >
        <FileIcon />
        <span className="files-word">{text.title}</span>
        {rows.length > 0 && <span className="files-count"> {rows.length}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="panel files-panel"
          sideOffset={8}
          collisionPadding={12}
          align="end"
          aria-label={text.title}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <p className="panel-head">{text.title}</p>
          {problem && (
            <p className="files-problem" role="alert">
              {text.problems[problem]}
            </p>
          )}
          {rows.length === 0 ? (
            <p className="panel-text">{text.empty}</p>
          ) : (
            <ul className="files-list">
              {rows.map((row) => (
                <FileLine key={row.path} row={row} />
              ))}
            </ul>
          )}
          <p className="files-foot">
            <FileButton label={text.upload} multiple onFiles={(chosen) => void upload(chosen)} />
            <span className="panel-hint">{text.used(formatBytes(size, language))}</span>
            <FreeSpace key={size} />
          </p>
          <p className="panel-hint">{text.hint}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FreeSpace() {
  const { keep } = useText();
  const language = useLanguage();
  const [free, setFree] = useState<number | null>(null);
  useEffect(() => {
    let shown = true;
    // Not in every browser, and only in secure pages.
    const storage = navigator.storage as StorageManager | undefined;
    storage?.estimate().then(
      ({ quota, usage }) => {
        if (shown && quota !== undefined && usage !== undefined) setFree(Math.max(0, quota - usage));
      },
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return free === null ? null : <span className="panel-hint">{keep.files.free(formatBytes(free, language))}</span>;
}

function FileLine({ row }: { readonly row: FileRow }) {
  const { keep } = useText();
  const { files: text } = keep;
  const language = useLanguage();
  const [renaming, setRenaming] = useState(false);
  const [refused, setRefused] = useState<FileProblem>(null);
  const name = shortPath(row.path);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = new FormData(event.currentTarget).get('name');
    const problem = typeof wanted === 'string' ? await rename(row.path, wanted) : 'name';
    setRefused(problem);
    setRenaming(problem !== null);
  };
  if (renaming) {
    return (
      <li className="file-line">
        <form className="file-rename" onSubmit={(event) => void submit(event)}>
          <input
            name="name"
            defaultValue={name}
            aria-label={text.newName(name)}
            aria-invalid={refused !== null}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for this field
            autoFocus
          />
          <button type="submit" className="button">
            {text.renameDone}
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setRefused(null);
              setRenaming(false);
            }}
          >
            {text.cancel}
          </button>
        </form>
        {refused && (
          <span className="files-problem" role="alert">
            {text.problems[refused]}
          </span>
        )}
      </li>
    );
  }
  return (
    <li className="file-line" data-file={name}>
      <span className="file-name">{name}</span>
      <span className="file-facts">
        {formatBytes(row.bytes.length, language)}
        <span aria-hidden="true"> · </span>
        <time dateTime={new Date(row.modified).toISOString()}>
          {new Date(row.modified).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })}
        </time>
      </span>
      <span className="file-tools">
        <button
          type="button"
          className="quiet"
          aria-label={text.download(name)}
          title={text.download(name)}
          onClick={() => saveFile(name.slice(name.lastIndexOf('/') + 1), new Blob([row.bytes]))}
        >
          <DownloadIcon />
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={text.rename(name)}
          title={text.rename(name)}
          onClick={() => setRenaming(true)}
        >
          <RenameIcon />
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={text.remove(name)}
          title={text.remove(name)}
          onClick={() => void remove(row.path)}
        >
          <TrashIcon />
        </button>
      </span>
    </li>
  );
}
