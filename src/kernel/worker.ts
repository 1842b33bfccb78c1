/** The kernel worker: boots Python and the engine from bytes, runs cells one at a time, answers commands. It knows nothing of the page. */
import { parseCommand } from '../protocol/parse';
import type { BootStep, KernelCommand, KernelEvent, RunId } from '../protocol/messages';
import type { WorkerStart } from './relay';
import { startEngine } from './worker/engine';
import type { EngineControl } from './worker/engine';
import { harden } from './worker/harden';
import { Interrupts } from './worker/interrupts';
import { OutputBuffer } from './worker/output';
import { aroundErrorReports, preloadLibrary, startPython, takeSnapshot } from './worker/python';
import { createChannel, importRuntime, runCell } from './worker/runtime';
import type { Runtime } from './worker/runtime';

// Captured before lesson code could replace them.
const now = performance.now.bind(performance);

type Run = Extract<KernelCommand, { type: 'run' }>;

interface Session {
  readonly send: (event: KernelEvent, transfer?: Transferable[]) => void;
  readonly output: OutputBuffer;
  readonly interrupts: Interrupts;
  readonly runtime: Runtime;
  readonly engine: EngineControl;
  readonly mirrorFiles: boolean;
  running: Run | null;
  executionCount: number;
  deliverAnswer: ((text: string | null) => void) | null;
  /** Commands that must not touch Python while a cell runs. */
  readonly postponed: KernelCommand[];
  /** Sentences for the reader from between the cells: the next cell shows them. */
  readonly remarks: string[];
}

export async function boot(start: WorkerStart): Promise<void> {
  const { port, config, assets } = start;
  const post = MessagePort.prototype.postMessage.bind(port);
  const send = (event: KernelEvent, transfer: Transferable[] = []): void => post(event, transfer);
  const step = (name: BootStep): void => send({ type: 'boot', step: name });
  const begun = now();
  try {
    step('python');
    const pyodide = await startPython(assets, config.role === 'snapshot');
    if (config.role === 'snapshot') {
      const bytes = takeSnapshot(pyodide);
      post({ type: 'snapshot', bytes }, [bytes]);
      return;
    }
    const output = new OutputBuffer(send, now);
    step('engine');
    const runtime = importRuntime(pyodide);
    const engine = await startEngine(pyodide, assets.kernels, config.device, (device) => {
      send({ type: 'device', device });
      send({ type: 'gpu-lost' });
    });
    const interrupts = new Interrupts(
      now,
      (time) => output.flushIfDue(time),
      () => engine.catchUp(),
    );
    const session: Session = {
      send,
      output,
      interrupts,
      runtime,
      engine,
      mirrorFiles: config.mirrorFiles,
      running: null,
      executionCount: 0,
      deliverAnswer: null,
      postponed: [],
      remarks: [],
    };
    step('library');
    if (!assets.snapshot) preloadLibrary(pyodide);
    runtime.connect(
      createChannel({
        output,
        interrupts,
        send,
        currentRun: () => (session.running?.runId ?? 0) as RunId,
        onAnswer: (deliver) => (session.deliverAnswer = deliver),
      }),
    );
    redirectDescriptors(pyodide, output);
    aroundErrorReports(pyodide, (held) => interrupts.hold(held));
    pyodide.setInterruptBuffer(interrupts.buffer as unknown as Uint8Array);
    harden();
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const command = parseCommand(data);
      if (command) obey(session, command);
    };
    send({
      type: 'ready',
      python: pyodide.runPython('import sys; sys.version.split()[0]') as string,
      device: engine.status(),
      bootMs: now() - begun,
    });
  } catch (error) {
    send({ type: 'fatal', reason: describe(error) });
  }
}

/** Text that does not come through sys.stdout: os.write(1, …), the interpreter's own reports. */
function redirectDescriptors(pyodide: Awaited<ReturnType<typeof startPython>>, output: OutputBuffer): void {
  const decoder = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  const writer = (stream: 'stdout' | 'stderr') => ({
    write(bytes: Uint8Array): number {
      output.write(stream, decoder[stream].decode(bytes, { stream: true }));
      return bytes.length;
    },
  });
  pyodide.setStdout(writer('stdout'));
  pyodide.setStderr(writer('stderr'));
}

function obey(session: Session, command: KernelCommand): void {
  switch (command.type) {
    case 'run':
      if (session.running) session.postponed.push(command);
      else void run(session, command);
      return;
    case 'interrupt':
      if (!session.running) return;
      session.interrupts.request();
      session.runtime.interrupt();
      return;
    case 'answer':
      if (command.runId === session.running?.runId) session.deliverAnswer?.(command.text);
      return;
    case 'device':
      if (session.running) session.postponed.push(command);
      else void session.engine.setDevice(command.preference).then((device) => session.send({ type: 'device', device }));
      return;
    case 'write-file':
      if (session.running) session.postponed.push(command);
      else putFile(session, command);
      return;
    default:
      command satisfies never;
  }
}

/** A file that finds no place (a folder has its name) must not end the session: the next one would get it too, and end as well. */
function putFile({ runtime, remarks }: Session, { path, bytes }: Extract<KernelCommand, { type: 'write-file' }>): void {
  try {
    runtime.write_file(path, bytes ?? undefined);
  } catch (error) {
    // Python's own sentence is the last line of its traceback.
    const sentence = (error instanceof Error ? error.message : describe(error)).trimEnd().split('\n').at(-1);
    remarks.push(`${path} was not put in place. ${sentence}\n`);
  }
}

async function run(session: Session, command: Run): Promise<void> {
  const { output, interrupts, runtime, send } = session;
  const { runId, code, cellId, label } = command;
  session.running = command;
  session.executionCount += 1;
  output.begin(runId);
  send({ type: 'started', runId, executionCount: session.executionCount });
  for (const remark of session.remarks.splice(0)) output.write('stderr', remark);
  const effort = session.engine.measure();
  const begun = now();
  interrupts.begin();
  try {
    const outcome = await runCell(runtime, code, cellId, label, session.executionCount);
    interrupts.end();
    const elapsedMs = now() - begun;
    if (session.mirrorFiles) runtime.announce_files();
    output.flush();
    send({ type: 'finished', runId, outcome, elapsedMs, effort: effort() });
  } catch (error) {
    // run_cell reports every Python exception itself: what arrives here has broken the interpreter.
    output.flush();
    send({ type: 'fatal', reason: describe(error) });
    return;
  }
  session.running = null;
  for (const postponed of session.postponed.splice(0)) obey(session, postponed);
}

function describe(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  // Emscripten throws plain objects with a name and a number.
  return JSON.stringify(error) ?? 'unknown';
}
