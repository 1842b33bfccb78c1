/** The reader's work on this device: how much there is, as a file to keep, and back from one. */
import { useEffect, useState } from 'react';
import { forgetSession } from '../cells/current-session';
import { reloadShelf } from '../cells/file-shelf';
import { forgetProgress } from '../progress/progress';
import { useLanguage, useText } from '../shared/i18n/text';
import type { Messages } from '../shared/i18n/text';
import { formatBytes } from '../shared/bytes';
import { countProfile, importProfile, ProfileError } from '../shared/storage/profile';
import type { ProfileCounts } from '../shared/storage/profile';
import { saveProfile } from '../shared/storage/save-profile';
import type { ExportOutcome } from '../shared/storage/save-profile';
import { FileButton } from '../ui/FileButton';

type Outcome =
  | { readonly kind: 'imported'; readonly counts: ProfileCounts }
  | { readonly kind: 'not-imported'; readonly reason: ProfileError['reason'] | 'full' }
  | { readonly kind: 'exported'; readonly outcome: ExportOutcome };

export function DataSection() {
  const { keep } = useText();
  const { data: text } = keep;
  const language = useLanguage();
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
    try {
      const imported = await importProfile(file);
      setOutcome({ kind: 'imported', counts: imported });
    } catch (error) {
      setOutcome({ kind: 'not-imported', reason: error instanceof ProfileError ? error.reason : 'full' });
      if (error instanceof ProfileError) return;
    }
    forgetSession();
    forgetProgress();
    await reloadShelf();
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
          onClick={() => void saveProfile().then((saved) => setOutcome({ kind: 'exported', outcome: saved }))}
        >
          {text.export}
        </button>
        <FileButton label={text.import} accept="application/json,.json" onFiles={([file]) => void read(file)} />
      </p>
      <p role="status" data-testid="data-outcome" className={outcome && isProblem(outcome) ? 'keep-problem' : ''}>
        {outcome && sentence(outcome, text)}
      </p>
    </section>
  );
}

const isProblem = (outcome: Outcome): boolean =>
  outcome.kind === 'not-imported' || (outcome.kind === 'exported' && outcome.outcome !== 'saved');

function sentence(outcome: Outcome, text: Messages['keep']['data']): string {
  switch (outcome.kind) {
    case 'imported':
      return text.imported(outcome.counts);
    case 'not-imported':
      return text.problems[outcome.reason];
    case 'exported':
      return text.exported[outcome.outcome];
    default:
      return outcome satisfies never;
  }
}

async function estimate(): Promise<StorageEstimate | null> {
  // Not in every browser, and only in secure pages.
  const storage = navigator.storage as StorageManager | undefined;
  return (await storage?.estimate().catch(() => null)) ?? null;
}
