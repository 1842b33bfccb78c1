/** The state of Python in the header: a badge with the device in use, and a panel with progress and the device switch. */
import { Popover } from 'radix-ui';
import { useStore } from 'zustand';
import type { KernelStatus } from '../kernel/kernel';
import type { DeviceStatus, Effort } from '../protocol/messages';
import { formatBytes } from '../shared/bytes';
import { useLanguage, useText } from '../shared/i18n/text';
import type { Messages } from '../shared/i18n/text';
import { DEVICE_CHOICES, preferences } from '../shared/preferences';
import { Segmented } from '../ui/Segmented';
import { BootProgress, bootFraction } from './BootProgress';
import { useKernelView } from './kernel-handle';
import './kernel.css';

type Shown = KernelStatus['phase'] | 'off';

export function KernelPanel() {
  const text = useText();
  const { status, loadError } = useKernelView();
  const choice = useStore(preferences, ({ device }) => device);
  const shown: Shown = loadError ? 'failed' : (status?.phase ?? 'off');
  const device = status?.device;
  return (
    <Popover.Root>
      <Popover.Trigger className="kernel-badge" data-phase={shown} data-testid="kernel-badge">
        <span className="kernel-dot" />
        <span className="visually-hidden">{text.kernel.label}: </span>
        <span className="kernel-phase">{text.kernel[shown]}</span>
        {shown === 'booting' && <span className="kernel-percent">{Math.round(bootFraction(status) * 100)}%</span>}
        {device && shown !== 'booting' && (
          <span className="kernel-device" data-testid="device-badge">
            {device.active === 'cuda' ? text.kernel.devices.gpu : text.kernel.devices.cpu}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="panel"
          sideOffset={8}
          collisionPadding={12}
          align="end"
          aria-label={text.kernel.label}
        >
          <p className="panel-head">
            <span className="kernel-dot" data-phase={shown} />
            {text.kernel[shown]}
            {status?.python && <span className="panel-version">Python {status.python}</span>}
          </p>
          {shown === 'booting' && <BootProgress status={status} />}
          <div className="panel-row">
            <span>{text.kernel.device}</span>
            <Segmented
              label={text.kernel.device}
              value={choice}
              options={DEVICE_CHOICES.map((value) => ({ value, label: text.kernel.devices[value] }))}
              onChange={(next) => preferences.setState({ device: next })}
            />
          </div>
          {device && <p className="panel-text">{deviceSentence(text, device)}</p>}
          <p className="panel-hint">{text.kernel.deviceHint}</p>
          {status?.effort && <EffortOfCell effort={status.effort} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What the last cell asked of the machine. */
function EffortOfCell({ effort: { memory, gpu } }: { readonly effort: Effort }) {
  const { kernel } = useText();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const bytes = (size: number): string => formatBytes(size, language);
  return (
    <section className="panel-effort" data-testid="effort">
      <h3>{kernel.effort.title}</h3>
      <dl>
        <dt>{kernel.effort.memory}</dt>
        <dd>{bytes(memory)}</dd>
        {gpu && (
          <>
            <dt>{kernel.effort.commands}</dt>
            <dd>{kernel.effort.sent(number.format(gpu.commands), number.format(gpu.submits))}</dd>
            <dt>{kernel.effort.reads}</dt>
            <dd>{kernel.effort.brought(number.format(gpu.reads), bytes(gpu.bytesRead))}</dd>
            <dt>{kernel.effort.gpuMemory}</dt>
            <dd>{bytes(gpu.memory)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function deviceSentence({ kernel, join }: Messages, device: DeviceStatus): string {
  if (device.active === 'cuda') {
    const adapter = device.adapter || kernel.unnamedAdapter;
    return device.software ? kernel.usingSoftwareGpu(adapter) : kernel.usingGpu(adapter);
  }
  return device.reason ? join(kernel.usingCpu, kernel.noGpu[device.reason]) : kernel.usingCpu;
}
