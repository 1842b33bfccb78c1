/** What comes of an assignment that was just made: link, file, bundle, packages. */
import { useEffect, useState } from 'react';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { siteAddress } from '../shared/site-address';
import { saveFile } from '../shared/storage/save-file';
import { CopyField } from '../ui/CopyField';
import { DownloadIcon } from '../ui/icons';
import { saveBundle } from './assigned';
import { assignmentAddress, packAssignment, writeAssignment } from './assignment';
import type { Bundle } from './bundle';
import { PACKAGE_KINDS } from './lms/package';
import type { PackageKind } from './lms/package';
import { Field } from './parts';

const NAMES: Readonly<Record<PackageKind, string>> = { scorm12: 'SCORM 1.2', scorm2004: 'SCORM 2004', cmi5: 'cmi5' };

interface Props {
  readonly bundle: Bundle;
  /** False: the file that is saved here is the only one. */
  readonly kept: boolean;
  readonly gradebookHref: string;
}

export function MadeAssignment({ bundle, kept, gradebookHref }: Props) {
  const teach = useTeachText();
  const text = teach.assign;
  const language = useLanguage();
  const { assignment } = bundle;
  /** Undefined while it is made; null: too large. */
  const [packed, setPacked] = useState<string | null | undefined>(undefined);
  useEffect(() => void packAssignment(assignment).then(setPacked), [assignment]);
  const file = () => {
    const content = new Blob([writeAssignment(assignment)], { type: 'application/json' });
    saveFile(`${assignment.id}.assignment.json`, content);
  };
  return (
    <section className="teach-card" aria-labelledby="made" data-testid="made">
      <h2 id="made">{text.made}</h2>
      {typeof packed === 'string' && <CopyField label={text.link} value={assignmentAddress(language, packed)} />}
      {packed === null && <p role="note">{text.tooLarge}</p>}
      <p className="teach-actions">
        <button type="button" className="button" onClick={file}>
          <DownloadIcon />
          {text.file}
        </button>
        <button type="button" className="button" onClick={() => saveBundle(bundle)}>
          <DownloadIcon />
          {text.bundle}
        </button>
        <a className="button" href={gradebookHref}>
          {text.toGradebook}
        </a>
      </p>
      {!kept && <p role="alert">{text.bundleNotKept}</p>}
      <p className="teach-soft">{text.bundleHint}</p>
      <Packages bundle={bundle} />
    </section>
  );
}

function Packages({ bundle: { assignment } }: { readonly bundle: Bundle }) {
  const text = useTeachText().assign;
  const language = useLanguage();
  const [mastery, setMastery] = useState('60');
  const [store, setStore] = useState('');
  const [state, setState] = useState<'idle' | 'packing' | 'failed'>('idle');
  const build = async (kind: PackageKind) => {
    setState('packing');
    try {
      const { buildPackage } = await import('./lms/package');
      const share = Math.min(100, Math.max(0, Number(mastery) || 0)) / 100;
      const site = new URL('./', siteAddress()).href;
      const bytes = await buildPackage({
        kind,
        assignment,
        language,
        mastery: share,
        store: store.trim() === '' ? null : store.trim(),
        site,
      });
      saveFile(`${assignment.id}.${kind}.zip`, new Blob([bytes], { type: 'application/zip' }));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <details className="teach-hidden">
      <summary>{text.lms}</summary>
      <p className="teach-soft">{text.lmsHint}</p>
      <div className="teach-grid">
        <Field label={text.mastery} type="number" value={mastery} onChange={setMastery} />
        <Field label={text.store} value={store} onChange={setStore} />
      </div>
      <p className="teach-actions">
        {PACKAGE_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            disabled={state === 'packing'}
            onClick={() => void build(kind)}
          >
            <DownloadIcon />
            {NAMES[kind]}
          </button>
        ))}
      </p>
      <p role="status">{state === 'packing' && text.packing}</p>
      {state === 'failed' && <p role="alert">{text.packFailed}</p>}
    </details>
  );
}
