/** How far Python has started: the named steps and a bar. */
import type { KernelStatus } from '../kernel/kernel';
import { BOOT_STEPS } from '../protocol/messages';
import { useText } from '../shared/i18n/text';
import { CheckIcon } from '../ui/icons';

/** From 0 to 1; the download counts by its bytes. */
export function bootFraction(status: KernelStatus | null): number {
  const done = status?.bootStep ? BOOT_STEPS.indexOf(status.bootStep) : 0;
  const { loaded = 0, total = 0 } = status?.download ?? {};
  const part = status?.bootStep === 'download' && total > 0 ? loaded / total : 0;
  return (done + part) / (BOOT_STEPS.length - 1);
}

export function BootProgress({ status }: { readonly status: KernelStatus | null }) {
  const { kernel: text } = useText();
  const at = status?.bootStep ? BOOT_STEPS.indexOf(status.bootStep) : 0;
  const steps = BOOT_STEPS.filter((step) => step !== 'ready');
  return (
    <div className="boot">
      <div
        className="boot-bar"
        role="progressbar"
        aria-label={text.booting}
        aria-valuenow={Math.round(bootFraction(status) * 100)}
        aria-valuetext={text.progress(Math.min(at + 1, steps.length), steps.length)}
      >
        <span style={{ width: `${bootFraction(status) * 100}%` }} />
      </div>
      <ol className="boot-steps">
        {steps.map((step, index) => (
          <li key={step} data-state={index < at ? 'done' : index === at ? 'now' : 'later'}>
            {index < at ? <CheckIcon /> : <span className="boot-number">{index + 1}</span>}
            {text.steps[step]}
          </li>
        ))}
      </ol>
      <p className="panel-hint">{text.progressHint}</p>
    </div>
  );
}
