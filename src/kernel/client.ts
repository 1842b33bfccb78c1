/**
 * The page's kernel: a queue of cells, a status to watch, stopping, and replacing a worker that is stuck or gone by a
 * warm standby. What runs inside the sandbox is worker.ts; how it gets there is frame.ts.
 */
import { parseEvent } from '../protocol/parse';
import type { CellId, DevicePreference, KernelEvent, RunId } from '../protocol/messages';
import { AssetError, loadAssets } from './assets';
import { SandboxFrame } from './frame';
import { dropSnapshot, keepSnapshot, readSnapshot } from './kept-snapshot';
import type { Kernel, KernelNotice, KernelStatus, RunHandlers, RunRequest, RunResult } from './kernel';
import type { DeathCause, WorkerId, WorkerRole } from './relay';

/** Code that has not stopped this long after the request is ended by force. */
const STOP_LIMIT_MS = 2000;
/** Rest between "ready" and the work on a standby, so that a first "Run all" does not compete with it. */
const STANDBY_DELAY_MS = 500;

export interface KernelOptions {
  readonly device?: DevicePreference;
  /** Files of an earlier visit, by absolute path. */
  readonly files?: Iterable<readonly [string, Uint8Array]>;
  /** A cell wrote a file, or removed it (null). */
  readonly onFile?: (path: string, bytes: Uint8Array | null) => void;
  /** Make the snapshot before the first session, so that every session starts from it (many short sessions). */
  readonly snapshotFirst?: boolean;
  /** Start from the snapshot of an earlier visit, and keep this visit's for the next one. */
  readonly keepSnapshot?: boolean;
  /** Keep a second kernel ready; without it a replaced kernel takes seconds. */
  readonly standby?: boolean;
}

interface Job {
  readonly runId: RunId;
  readonly request: RunRequest;
  readonly handlers: RunHandlers;
  readonly resolve: (result: RunResult) => void;
  started: number;
}

interface BootedWorker {
  readonly id: WorkerId;
  readonly role: WorkerRole;
  readonly fromSnapshot: boolean;
  ready: Extract<KernelEvent, { type: 'ready' }> | null;
}

type RestartCause = Extract<KernelNotice, { kind: 'restarted' }>['cause'];

/** Shared by all kernels of a page: the memory of a clean interpreter with the library imported. */
let sharedSnapshot: ArrayBuffer | null = null;
let snapshotWorks = true;
let lastRunId = 0;

class KernelClient implements Kernel {
  readonly #options: KernelOptions;
  readonly #listeners = new Set<() => void>();
  readonly #files: Map<string, Uint8Array>;
  #status: KernelStatus = {
    phase: 'booting',
    bootStep: null,
    download: null,
    device: null,
    python: null,
    effort: null,
    notice: null,
    session: 0,
  };
  #device: DevicePreference;
  #frame: SandboxFrame | null = null;
  #active: BootedWorker | null = null;
  #standby: BootedWorker | null = null;
  #snapshotMaker: BootedWorker | null = null;
  #queue: Job[] = [];
  #current: Job | null = null;
  #stopTimer: ReturnType<typeof setTimeout> | undefined;
  #whenReady: (() => void)[] = [];
  #disposed = false;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.#device = options.device ?? 'auto';
    this.#files = new Map(options.files ?? []);
    void this.#openFrame();
  }

  getStatus(): KernelStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  run(request: RunRequest, handlers: RunHandlers): Promise<RunResult> {
    return new Promise((resolve) => {
      this.#queue.push({ runId: ++lastRunId as RunId, request, handlers, resolve, started: 0 });
      this.#pump();
    });
  }

  interrupt(): void {
    for (const job of this.#queue.splice(0)) job.resolve({ outcome: 'interrupted', elapsedMs: 0 });
    if (!this.#current || !this.#active) return;
    this.#frame?.send(this.#active.id, { type: 'interrupt' });
    this.#stopTimer ??= setTimeout(() => this.#replace('unstoppable'), STOP_LIMIT_MS);
  }

  restart(): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#whenReady.push(resolve));
    if (this.#frame) this.#replace('reader');
    else if (this.#status.phase === 'failed') void this.#openFrame();
    return ready;
  }

  setDevice(preference: DevicePreference): void {
    this.#device = preference;
    for (const worker of [this.#active, this.#standby]) {
      if (worker?.ready) this.#frame?.send(worker.id, { type: 'device', preference });
    }
  }

  putFile(path: string, bytes: Uint8Array | null): void {
    if (bytes) this.#files.set(path, bytes);
    else this.#files.delete(path);
    if (this.#active?.ready) this.#frame?.send(this.#active.id, { type: 'write-file', path, bytes });
  }

  dismissNotice(): void {
    this.#update({ notice: null });
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#stopTimer);
    this.#frame?.dispose();
    this.#frame = null;
    this.#endJobs();
    this.#listeners.clear();
  }

  #update(change: Partial<KernelStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener();
  }

  // --- starting ---

  async #openFrame(): Promise<void> {
    this.#update({ phase: 'booting', bootStep: 'download' });
    try {
      const [assets, kept] = await Promise.all([
        loadAssets((download) => this.#update({ download })),
        this.#options.keepSnapshot && snapshotWorks && !sharedSnapshot ? readSnapshot() : null,
      ]);
      sharedSnapshot ??= kept;
      this.#update({ bootStep: 'compile', download: null });
      const frame = await SandboxFrame.create(assets, {
        onEvent: (id, event) => this.#receive(id, event),
        onDead: (id, cause, detail) => this.#onDead(id, cause, detail),
        onSnapshot: (bytes) => this.#onSnapshot(bytes),
        onLost: () => this.#onFrameLost(),
      });
      if (this.#disposed) return frame.dispose();
      this.#frame = frame;
    } catch (error) {
      const notice: KernelNotice =
        error instanceof AssetError
          ? { kind: 'asset-failed', asset: error.asset, detail: error.detail }
          : { kind: 'boot-failed', detail: String(error) };
      return this.#fail(notice);
    }
    if (sharedSnapshot) this.#frame.useSnapshot(sharedSnapshot);
    else if (this.#options.snapshotFirst && snapshotWorks) {
      this.#snapshotMaker = this.#spawn('snapshot');
      return undefined;
    }
    this.#active = this.#spawn('kernel');
    return undefined;
  }

  #spawn(role: WorkerRole): BootedWorker | null {
    if (!this.#frame) return null;
    const plain = !snapshotWorks;
    const mirrorFiles = this.#options.onFile !== undefined;
    const id = this.#frame.spawn({ role, device: this.#device, mirrorFiles, plain });
    return { id, role, fromSnapshot: role === 'kernel' && sharedSnapshot !== null && !plain, ready: null };
  }

  #prepareStandby(): void {
    if (this.#options.standby === false || this.#standby || this.#snapshotMaker || this.#disposed) return;
    if (!sharedSnapshot && snapshotWorks) this.#snapshotMaker = this.#spawn('snapshot');
    else this.#standby = this.#spawn('kernel');
  }

  #onSnapshot(bytes: ArrayBuffer): void {
    sharedSnapshot = bytes;
    if (this.#options.keepSnapshot) void keepSnapshot(bytes);
    this.#afterSnapshotMaker();
  }

  #afterSnapshotMaker(): void {
    this.#snapshotMaker = null;
    if (this.#active) this.#prepareStandby();
    else this.#active = this.#spawn('kernel');
  }

  #onReady(worker: BootedWorker): void {
    if (worker === this.#active) this.#takeOver(worker);
  }

  /** `worker` has booted and is the session from now on. */
  #takeOver(worker: BootedWorker): void {
    for (const [path, bytes] of this.#files) this.#frame?.send(worker.id, { type: 'write-file', path, bytes });
    this.#update({
      phase: 'idle',
      bootStep: 'ready',
      device: worker.ready?.device ?? null,
      python: worker.ready?.python ?? null,
      effort: null,
      session: this.#status.session + 1,
    });
    for (const resolve of this.#whenReady.splice(0)) resolve();
    this.#pump();
    setTimeout(() => this.#prepareStandby(), this.#options.snapshotFirst ? 0 : STANDBY_DELAY_MS);
  }

  // --- ending ---

  #endJobs(): void {
    clearTimeout(this.#stopTimer);
    this.#stopTimer = undefined;
    const job = this.#current;
    this.#current = null;
    job?.resolve({ outcome: 'lost', elapsedMs: job.started ? performance.now() - job.started : 0 });
    // Cells that had not begun depend on variables that are gone.
    for (const waiting of this.#queue.splice(0)) waiting.resolve({ outcome: 'interrupted', elapsedMs: 0 });
  }

  #replace(cause: RestartCause, detail = ''): void {
    const old = this.#active;
    this.#active = null;
    if (old) this.#frame?.kill(old.id);
    this.#endJobs();
    this.#update({ notice: { kind: 'restarted', cause, detail } });
    const standby = this.#standby;
    this.#standby = null;
    this.#active = standby ?? this.#spawn('kernel');
    if (standby?.ready) this.#takeOver(standby);
    else this.#update({ phase: 'booting', bootStep: 'python' });
  }

  #onDead(id: WorkerId, cause: DeathCause, detail: string): void {
    if (cause === 'killed') return;
    if (this.#active?.id === id) {
      if (this.#active.ready) this.#replace(cause === 'flood' ? 'flood' : 'crashed', detail);
      else this.#bootFailed(this.#active, detail);
    } else if (this.#standby?.id === id) this.#bootFailed(this.#standby, detail);
    else if (this.#snapshotMaker?.id === id) this.#bootFailed(this.#snapshotMaker, detail);
  }

  #bootFailed(worker: BootedWorker, detail: string): void {
    this.#frame?.kill(worker.id);
    // A browser in which snapshots do not work starts every kernel plainly.
    if (worker.fromSnapshot || worker.role === 'snapshot') {
      snapshotWorks = false;
      void dropSnapshot();
    }
    if (worker === this.#snapshotMaker) return this.#afterSnapshotMaker();
    if (worker === this.#standby) {
      this.#standby = null;
      if (worker.fromSnapshot) this.#prepareStandby();
      return;
    }
    this.#active = null;
    if (worker.fromSnapshot) this.#active = this.#spawn('kernel');
    else this.#fail({ kind: 'boot-failed', detail });
  }

  #onFrameLost(): void {
    this.#frame = null;
    this.#active = this.#standby = this.#snapshotMaker = null;
    this.#endJobs();
    this.#update({ notice: { kind: 'restarted', cause: 'crashed', detail: 'the sandbox process is gone' } });
    void this.#openFrame();
  }

  #fail(notice: KernelNotice): void {
    this.#frame?.dispose();
    this.#frame = null;
    this.#active = this.#standby = this.#snapshotMaker = null;
    this.#endJobs();
    this.#update({ phase: 'failed', notice });
    for (const resolve of this.#whenReady.splice(0)) resolve();
  }

  // --- running ---

  #pump(): void {
    const worker = this.#active;
    if (this.#current || !worker?.ready || !this.#frame) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#current = job;
    this.#update({ phase: 'busy' });
    const { cellId, label, code } = job.request;
    this.#frame.send(worker.id, { type: 'run', runId: job.runId, cellId, label, code });
  }

  #receive(id: WorkerId, message: unknown): void {
    const worker = [this.#active, this.#standby, this.#snapshotMaker].find((known) => known?.id === id);
    const event = parseEvent(message);
    if (!worker || !event) return;
    if (event.type === 'ready' && !worker.ready) {
      worker.ready = event;
      this.#onReady(worker);
    } else if (event.type === 'fatal') {
      if (!worker.ready) this.#bootFailed(worker, event.reason);
      else if (worker === this.#active)
        this.#replace(/memory/i.test(event.reason) ? 'memory' : 'crashed', event.reason);
    } else if (worker === this.#active) {
      this.#handle(worker, event);
    } else if (event.type === 'device' && worker.ready) {
      worker.ready = { ...worker.ready, device: event.device };
    }
  }

  #handle(worker: BootedWorker, event: KernelEvent): void {
    if (event.type === 'boot') {
      if (!worker.ready) this.#update({ bootStep: event.step });
    } else if (event.type === 'device') this.#update({ device: event.device });
    else if (event.type === 'gpu-lost') this.#update({ notice: { kind: 'gpu-lost' } });
    else if (event.type === 'file') this.#keepFile(event.path, event.bytes);
    else if ('runId' in event && event.runId === this.#current?.runId) this.#handleRun(worker, this.#current, event);
  }

  #handleRun(worker: BootedWorker, job: Job, event: KernelEvent): void {
    if (event.type === 'started') {
      job.started = performance.now();
      job.handlers.onStart(event.executionCount);
    } else if (event.type === 'output') for (const output of event.outputs) job.handlers.onOutput(output);
    else if (event.type === 'ask') {
      const answer = (text: string | null): void =>
        this.#frame?.send(worker.id, { type: 'answer', runId: job.runId, text });
      job.handlers.onAsk(event.prompt).then(answer, () => answer(null));
    } else if (event.type === 'finished') {
      clearTimeout(this.#stopTimer);
      this.#stopTimer = undefined;
      this.#current = null;
      this.#update({ phase: 'idle', effort: event.effort });
      job.resolve({ outcome: event.outcome, elapsedMs: event.elapsedMs });
      this.#pump();
    }
  }

  #keepFile(path: string, bytes: Uint8Array | null): void {
    if (bytes) this.#files.set(path, bytes);
    else this.#files.delete(path);
    this.#options.onFile?.(path, bytes);
  }
}

/** Starts a kernel at once; its status tells how far it is. */
export function createKernel(options: KernelOptions = {}): Kernel {
  return new KernelClient(options);
}

export { loadLater } from './assets';

export function cellId(text: string): CellId {
  return text as CellId;
}
