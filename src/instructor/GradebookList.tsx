/** Which gradebook to open: one of this browser's, or that of a bundle. */
import { useEffect, useState } from 'react';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { problemText } from '../shared/problem';
import { removeDocument } from '../shared/storage/documents';
import { FileButton } from '../ui/FileButton';
import { storedBundles } from './assigned';
import { readBundle } from './bundle';
import type { Bundle } from './bundle';
import { storedGradebooks } from './gradebook-store';
import { RemoveButton } from './parts';

interface Known {
  readonly bundle: Bundle;
  /** There is a gradebook of it here already. */
  readonly begun: boolean;
}

/** Of a gradebook its own bundle counts: its grades were made with that one. */
export async function knownGradebooks(): Promise<readonly Known[]> {
  const known = [
    ...(await storedBundles()).map((bundle) => ({ bundle, begun: false })),
    ...(await storedGradebooks()).map((bundle) => ({ bundle, begun: true })),
  ];
  return [...new Map(known.map((each) => [each.bundle.assignment.id, each])).values()];
}

export function GradebookList({ onOpen }: { readonly onOpen: (bundle: Bundle) => Promise<void> }) {
  const teach = useTeachText();
  const text = teach.gradebook;
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const [known, setKnown] = useState<readonly Known[]>([]);
  useEffect(() => void knownGradebooks().then(setKnown), []);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    try {
      await onOpen(readBundle(new Uint8Array(await file.arrayBuffer())));
    } catch (error) {
      setProblem(teach.place(file.name, problemText(error, language)));
    }
  };
  return (
    <article className="page-column teach">
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <FileButton
        label={text.chooseBundle}
        accept=".zip,application/zip"
        primary
        onFiles={([file]) => void choose(file)}
      />
      {problem !== null && <p role="alert">{problem}</p>}
      {known.length > 0 && (
        <section aria-labelledby="stored">
          <h2 id="stored">{text.stored}</h2>
          <ul className="teach-list">
            {known.map(({ bundle, begun }) => {
              const { id, title } = bundle.assignment;
              const remove = () => void removeDocument('gradebook', id).then(knownGradebooks).then(setKnown);
              return (
                <li key={id}>
                  <button type="button" className="link" onClick={() => void onOpen(bundle)}>
                    {title}
                  </button>
                  <span className="teach-soft teach-grow">{id}</span>
                  {begun && <RemoveButton title={title} text={text} onRemove={remove} />}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </article>
  );
}
