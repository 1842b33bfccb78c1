/** The page's side of one sandbox frame: creates it, passes messages, notices its death. Which worker does what is client.ts' business. */
import { framePolicy, hostScript } from 'virtual:kernel-assets';
import type { DeathCause, HostToPage, PageToHost, SandboxAssets, WorkerConfig, WorkerId } from './relay';
import type { KernelCommand } from '../protocol/messages';

const PING_INTERVAL_MS = 1000;
/**
 * The frame's own thread runs no lesson code, so silence for this many pings means that its process is gone. Not fewer: on a machine that is
 * starting several Pythons a living frame can be silent for seconds, and a frame that is replaced for it starts them all over again.
 */
const MISSED_PINGS = 15;
const START_LIMIT_MS = 30_000;

export interface FrameListener {
  onEvent(id: WorkerId, event: unknown): void;
  onDead(id: WorkerId, cause: DeathCause, detail: string): void;
  onSnapshot(bytes: ArrayBuffer): void;
  /** The whole frame is gone, with every worker in it. */
  onLost(): void;
}

export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  #missed = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #nextId: WorkerId = 0;

  private constructor(element: HTMLIFrameElement, port: MessagePort) {
    this.#element = element;
    this.#port = port;
  }

  static async create(assets: SandboxAssets, listener: FrameListener): Promise<SandboxFrame> {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.hidden = true;
    element.title = 'Python';
    element.srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${framePolicy}"><script>${hostScript}</script>`;
    const loaded = new Promise<void>((resolve) => (element.onload = () => resolve()));
    document.body.append(element);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    const frame = new SandboxFrame(element, port1);
    const up = new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error('the sandbox frame did not start')), START_LIMIT_MS);
      port1.onmessage = ({ data }: MessageEvent<HostToPage>) => {
        if (data.type === 'up') resolve();
        else if (data.type === 'failed') reject(new Error(data.detail));
        else frame.#receive(data, listener);
      };
    });
    element.contentWindow?.postMessage({ type: 'init', assets }, '*', [port2]);
    try {
      await up;
    } catch (error) {
      frame.dispose();
      throw error;
    }
    frame.#watch(listener);
    return frame;
  }

  spawn(config: WorkerConfig): WorkerId {
    const id = ++this.#nextId;
    this.#post({ type: 'spawn', id, config });
    return id;
  }

  send(id: WorkerId, command: KernelCommand): void {
    this.#post({ type: 'send', id, command });
  }

  kill(id: WorkerId): void {
    this.#post({ type: 'kill', id });
  }

  useSnapshot(bytes: ArrayBuffer): void {
    this.#post({ type: 'snapshot', bytes });
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#port.close();
    this.#element.remove();
  }

  #post(message: PageToHost): void {
    this.#port.postMessage(message);
  }

  #receive(message: HostToPage, listener: FrameListener): void {
    if (message.type === 'event') listener.onEvent(message.id, message.event);
    else if (message.type === 'dead') listener.onDead(message.id, message.cause, message.detail);
    else if (message.type === 'snapshot') listener.onSnapshot(message.bytes);
    else if (message.type === 'pong') this.#missed = 0;
  }

  #watch(listener: FrameListener): void {
    this.#timer = setInterval(() => {
      if (this.#missed >= MISSED_PINGS) {
        this.dispose();
        listener.onLost();
        return;
      }
      this.#missed += 1;
      this.#post({ type: 'ping', id: this.#missed });
    }, PING_INTERVAL_MS);
  }
}
