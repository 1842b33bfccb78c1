/** The reader's work on this device: how much there is, as a file to keep, and back from one. */
import { useEffect, useId, useState } from 'react';
import { forgetSession } from '../cells/current-session';
import { forgetProgress } from '../progress/progress';
import { useLanguage, useText } from '../shared/i18n/text';
import { formatBytes } from '../shared/bytes';
import { countProfile, exportProfile, importProfile, ProfileError } from '../shared/storage/profile';
import type { ProfileCounts } from '../shared/storage/profile';
import '../cells/files.css';
import { profileName, saveFile } from '../shared/storage/save-file';

type Outcome =
  | { readonly kind: 'imported'; readonly counts: ProfileCounts }
  | { readonly kind: ProfileError['reason'] | 'full' };

export function DataSection() {
  const { keep } = useText();
  const { data: text } = keep;
  const language = useLanguage();
  const field = useId();
  const [counts, setCounts] = useState<ProfileCounts | null>(null);
  const [used, setUsed] = useState<StorageEstimate | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    let shown = true;
    void Promise.all([countProfile(), estimate()]).then(([found, space]) => {
      if (!shown) return;
      setCounts(found);
      setUsed(space);
    });
    return () => {
      shown = false;
    };
  }, [outcome]);
  const read = async (file: File | undefined) => {
    if (!file) return;
    forgetSession();
    forgetProgress();
    setOutcome(
      await importProfile(file).then(
        (imported): Outcome => ({ kind: 'imported', counts: imported }),
        (error: unknown): Outcome => ({ kind: error instanceof ProfileError ? error.reason : 'full' }),
      ),
    );
  };
  return (
    <section aria-labelledby="data">
      <h2 id="data">{text.title}</h2>
      <p>{text.lead}</p>
      {counts && <p data-testid="data-counts">{text.counts(counts)}</p>}
      {used?.usage !== undefined && used.quota !== undefined && (
        <p className="keep-hint">{text.space(formatBytes(used.usage, language), formatBytes(used.quota, language))}</p>
      )}
      <p className="keep-actions">
        <button
          type="button"
          className="button"
          onClick={() => void exportProfile().then((profile) => saveFile(profileName(), profile))}
        >
          {text.export}
        </button>
        <label className="button file-button" htmlFor={field}>
          {text.import}
        </label>
        <input
          id={field}
          className="visually-hidden"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </p>
      <p role="status" data-testid="import-outcome" className={outcome?.kind === 'imported' ? '' : 'keep-problem'}>
        {outcome && (outcome.kind === 'imported' ? text.imported(outcome.counts) : text.problems[outcome.kind])}
      </p>
    </section>
  );
}

async function estimate(): Promise<StorageEstimate | null> {
  // Not in every browser, and only in secure pages.
  const storage = navigator.storage as StorageManager | undefined;
  return (await storage?.estimate().catch(() => null)) ?? null;
}
