/** tqdm's bar: how far, how fast, how long still. */
import { useText } from '../shared/i18n/text';
import type { OutputItem } from './output-log';
import { clock, progressRate, withPrefix } from './progress-text';

type ProgressItem = Extract<OutputItem, { readonly kind: 'progress' }>;

export function ProgressBar({ progress }: { readonly progress: ProgressItem }) {
  const text = useText();
  const { label, done, total, unit, scaled, elapsedMs, rate, note, state, depth } = progress;
  const share = total === null || total <= 0 ? null : Math.min(1, done / total);
  const count = (value: number): string => (scaled ? withPrefix(value) : String(Math.round(value * 100) / 100));
  const left = rate && total !== null && state === 'running' ? ((total - done) / rate) * 1000 : null;
  return (
    <div className="output-progress" data-testid="progress" data-state={state} style={{ marginLeft: 16 + 16 * depth }}>
      {label && <span className="progress-label">{label}</span>}
      <span
        className="progress-track"
        role="progressbar"
        aria-label={text.chart.progress(label)}
        aria-valuemin={0}
        {...(total !== null && { 'aria-valuemax': total, 'aria-valuenow': Math.min(done, total) })}
      >
        <span className="progress-fill" style={{ width: `${(share ?? (state === 'running' ? 0 : 1)) * 100}%` }} />
      </span>
      <span className="progress-numbers">
        {share !== null && <strong>{Math.floor(share * 100)}%</strong>} {count(done)}
        {total === null ? unit : `/${count(total)}`} [{clock(elapsedMs)}
        {left !== null && `<${clock(left)}`}, {progressRate(rate, unit, scaled)}
        {note && `, ${note}`}]
      </span>
    </div>
  );
}
