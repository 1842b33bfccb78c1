/** How much of the site this device keeps, part by part, with the buttons to keep all of it or less. */
import { useStore } from 'zustand';
import { TIERS } from '../offline/manifest';
import { fetchAll, fetchDataset, freeSpace, isReadyOffline, offline } from '../offline/offline';
import { preferences } from '../shared/preferences';
import { useLanguage, useText } from '../shared/i18n/text';
import { formatBytes } from '../shared/bytes';
import { CheckIcon } from '../ui/icons';
import { offlineSentence, total } from './offline-sentence';

export function OfflineSection() {
  const { keep } = useText();
  const { offline: text } = keep;
  const language = useLanguage();
  const state = useStore(offline);
  const size = (bytes: number) => formatBytes(bytes, language);
  const ready = isReadyOffline(state);
  return (
    <section aria-labelledby="offline">
      <h2 id="offline">{text.title}</h2>
      <p>{state.support === 'unsupported' ? text.unsupportedText : text.lead}</p>
      <p className="keep-state" role="status" data-testid="offline-state" data-ready={ready}>
        {ready && <CheckIcon />}
        {offlineSentence(keep, state)}
      </p>
      {state.problem && (
        <p className="keep-problem" role="alert">
          {text[state.problem]}
        </p>
      )}
      {state.support === 'ready' && (
        <>
          <table className="keep-table">
            <thead>
              <tr>
                <th scope="col">{text.part}</th>
                <th scope="col">{text.size}</th>
                <th scope="col">{text.stored}</th>
              </tr>
            </thead>
            <tbody>
              {TIERS.map((tier) => (
                <tr key={tier}>
                  <th scope="row">{text.tiers[tier]}</th>
                  <td>{size(state.tiers[tier].bytes)}</td>
                  <td>{size(state.tiers[tier].stored)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{text.all}</th>
                <td>{size(total(state, 'bytes'))}</td>
                <td>{size(total(state, 'stored'))}</td>
              </tr>
            </tbody>
          </table>
          <p className="keep-actions">
            <button
              type="button"
              className="button primary"
              disabled={ready || state.downloading}
              onClick={() => void fetchAll()}
            >
              {text.fetch}
            </button>
            <button type="button" className="button" aria-describedby="free-hint" onClick={() => void freeSpace()}>
              {text.free}
            </button>
          </p>
          <p id="free-hint" className="keep-hint">
            {text.freeHint}
          </p>
          <Dataset />
        </>
      )}
    </section>
  );
}

/** The images of MNIST that lessons do without: fetched for readers who want all of them. */
function Dataset() {
  const { dataset } = useText().keep.offline;
  const language = useLanguage();
  const { tiers, downloading } = useStore(offline);
  const here = useStore(preferences, ({ allOfMnist }) => allOfMnist);
  return (
    <>
      <h3>{dataset.title}</h3>
      <p>{dataset.text(formatBytes(tiers.dataset.bytes, language))}</p>
      <p className="keep-actions">
        <button type="button" className="button" disabled={here || downloading} onClick={() => void fetchDataset()}>
          {dataset.fetch}
        </button>
        <span role="status" data-testid="dataset-state">
          {here && dataset.ready}
        </span>
      </p>
    </>
  );
}
