/** The inline script of the sandboxed frame: keeps the assets, starts and ends workers, relays messages and counts them. It never runs lesson code. */
import { isPlainObject } from './relay';
import type {
  DeathCause,
  HostToPage,
  PageToHost,
  SandboxAssets,
  WorkerAssets,
  WorkerConfig,
  WorkerId,
  WorkerStart,
} from './relay';

/** Honest workers batch their output (at most some 40 messages a second); more than this is a flood. */
const MESSAGES_PER_SECOND = 2000;
const CHARACTERS_PER_SECOND = 16_000_000;

/** A `data:` module worker is a secure context (WebGPU) with an opaque origin of its own; a `blob:` one is not. */
const BOOTSTRAP = `data:text/javascript,${encodeURIComponent(
  'onmessage=async e=>{onmessage=null;const m=await import(URL.createObjectURL(new Blob([e.data.code],{type:"text/javascript"})));await m.boot(e.data)}',
)}`;

interface Slot {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly config: WorkerConfig;
  windowStart: number;
  messages: number;
  characters: number;
}

const slots = new Map<WorkerId, Slot>();

function textLength(message: unknown, depth = 0): number {
  if (typeof message === 'string') return message.length;
  if (depth > 4 || !isPlainObject(message)) return 0;
  if (ArrayBuffer.isView(message) || message instanceof ArrayBuffer) return 0;
  let length = 0;
  for (const value of Object.values(message)) length += textLength(value, depth + 1);
  return length;
}

function isFlood(slot: Slot, message: unknown): boolean {
  const now = performance.now();
  if (now - slot.windowStart > 1000) {
    slot.windowStart = now;
    slot.messages = 0;
    slot.characters = 0;
  }
  slot.messages += 1;
  slot.characters += textLength(message);
  return slot.messages > MESSAGES_PER_SECOND || slot.characters > CHARACTERS_PER_SECOND;
}

function serve(page: MessagePort, code: string, assets: Omit<WorkerAssets, 'snapshot'>): void {
  let snapshot: ArrayBuffer | null = null;
  const tell = (message: HostToPage, transfer: Transferable[] = []): void => page.postMessage(message, transfer);

  const end = (id: WorkerId, cause: DeathCause, detail: string): void => {
    const slot = slots.get(id);
    if (!slot) return;
    slots.delete(id);
    slot.worker.terminate();
    slot.port.close();
    tell({ type: 'dead', id, cause, detail });
  };

  const spawn = (id: WorkerId, config: WorkerConfig): void => {
    const worker = new Worker(BOOTSTRAP, { type: 'module' });
    const { port1: port, port2 } = new MessageChannel();
    const slot: Slot = { worker, port, config, windowStart: 0, messages: 0, characters: 0 };
    slots.set(id, slot);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isFlood(slot, data)) return end(id, 'flood', 'too many messages');
      // Only a worker that never sees lesson code may hand over memory.
      if (
        config.role === 'snapshot' &&
        isPlainObject(data) &&
        data.type === 'snapshot' &&
        data.bytes instanceof ArrayBuffer
      ) {
        snapshot = data.bytes;
        tell({ type: 'snapshot', bytes: data.bytes });
        return end(id, 'killed', 'snapshot taken');
      }
      tell({ type: 'event', id, event: data });
    };
    // Lesson code can reach self.postMessage: counted, never read.
    worker.onmessage = () => void (isFlood(slot, '') && end(id, 'flood', 'too many messages'));
    worker.onerror = (event) => {
      event.preventDefault();
      end(id, 'crashed', event.message);
    };
    const start: WorkerStart = {
      code,
      port: port2,
      config,
      assets: { ...assets, snapshot: config.role === 'snapshot' || config.plain ? null : snapshot },
    };
    worker.postMessage(start, [port2]);
  };

  page.onmessage = ({ data }: MessageEvent<PageToHost>) => {
    if (data.type === 'spawn') spawn(data.id, data.config);
    else if (data.type === 'send') slots.get(data.id)?.port.postMessage(data.command);
    else if (data.type === 'kill') end(data.id, 'killed', '');
    else if (data.type === 'snapshot') snapshot = data.bytes;
    else tell({ type: 'pong', id: data.id });
  };
  tell({ type: 'up' });
}

async function init(page: MessagePort, assets: SandboxAssets): Promise<void> {
  try {
    const [python, kernels] = await Promise.all([
      WebAssembly.compile(assets.python),
      WebAssembly.compile(assets.kernels),
    ]);
    const { stdlib, packages, data } = assets;
    serve(page, assets.workerCode, { python, kernels, stdlib, packages, data });
  } catch (error) {
    page.postMessage({ type: 'failed', detail: String(error) } satisfies HostToPage);
  }
}

let started = false;
addEventListener('message', (event: MessageEvent<{ type: string; assets: SandboxAssets }>) => {
  const page = event.ports[0];
  if (event.source !== parent || started || event.data.type !== 'init' || !page) return;
  started = true;
  void init(page, event.data.assets);
});
