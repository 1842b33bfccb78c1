/** The kernel of the built site through its runner page: running, stopping, limits, and what hostile code cannot do. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

interface Shown {
  readonly kind: string;
  readonly text?: string;
  readonly stream?: string;
  readonly name?: string;
  readonly traceback?: string;
  readonly lines?: readonly { cellId: string; line: number }[];
  readonly limit?: number;
}
interface Report {
  readonly outcome: string;
  readonly elapsedMs: number;
  readonly executionCount: number | null;
  readonly outputs: readonly Shown[];
}
interface Status {
  readonly phase: string;
  readonly session: number;
  readonly notice: { readonly kind: string; readonly cause?: string; readonly asset?: string } | null;
}
interface Session {
  run(options: { label: string; code: string; cell?: string; answers?: string[] }): Promise<Report>;
  ready(): Promise<Status>;
  status(): Status;
  outputs(): readonly Shown[];
  interrupt(): void;
  restart(): Promise<void>;
  files(): Record<string, number>;
  putFile(path: string, text: string): void;
}
interface RunnerWindow {
  runner: { open(options?: { snapshotFirst?: boolean }): Session; sessions: Session[] };
}

const LABEL = 'セル 1';

/** All tests share one page: a kernel that survived the test before is what a reader has. */
let page: Page;

async function openKernel(options: { snapshotFirst?: boolean } = {}): Promise<Status> {
  return page.evaluate((given) => (window as unknown as RunnerWindow).runner.open(given).ready(), options);
}

function run(code: string, answers: string[] = []): Promise<Report> {
  return page.evaluate(
    ({ label, given, lines }) => {
      const session = (window as unknown as RunnerWindow).runner.sessions.at(-1);
      if (!session) throw new Error('no kernel');
      return session.run({ label, code: given, cell: 'c1', answers: lines });
    },
    { label: LABEL, given: code, lines: answers },
  );
}

/** Runs `code`, asks it to stop once it has printed "started", and measures from there. */
function runAndStop(code: string): Promise<{ report: Report; stopMs: number; status: Status }> {
  return page.evaluate(
    async ({ label, given }) => {
      const session = (window as unknown as RunnerWindow).runner.sessions.at(-1);
      if (!session) throw new Error('no kernel');
      const running = session.run({ label, code: `print("started")\n${given}`, cell: 'c1' });
      while (session.outputs().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const asked = performance.now();
      session.interrupt();
      const report = await running;
      return { report, stopMs: performance.now() - asked, status: session.status() };
    },
    { label: LABEL, given: code },
  );
}

const status = (): Promise<Status> =>
  page.evaluate(() => {
    const session = (window as unknown as RunnerWindow).runner.sessions.at(-1);
    if (!session) throw new Error('no kernel');
    return session.status();
  });

const text = (report: Report, stream = 'stdout'): string =>
  report.outputs.map((shown) => (shown.kind === 'text' && shown.stream === stream ? shown.text : '')).join('');
const result = (report: Report): string | undefined => report.outputs.find(({ kind }) => kind === 'result')?.text;
const failure = (report: Report): Shown => {
  const shown = report.outputs.find(({ kind }) => kind === 'error');
  if (!shown) throw new Error(`no error among ${JSON.stringify(report.outputs)}`);
  return shown;
};

/** A server that everything may reach, and what reached it. */
async function openSink(): Promise<{ address: string; received: string[]; close: () => void }> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('1');
  });
  server.on('upgrade', (request, socket) => {
    received.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // It does receive: otherwise an empty list would prove nothing.
  await fetch(`${address}/control`);
  return { address, received, close: () => server.close() };
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  await page.goto('/runner.html');
  // From the snapshot, so that a standby is there soon.
  expect((await openKernel({ snapshotFirst: true })).phase).toBe('idle');
});
test.afterAll(() => page.close());

test('a cell prints in order, shows its last value and keeps its variables', async () => {
  const first = await run('import sys\nprint("a")\nprint("b", file=sys.stderr)\nprint("c")\nx = 20\nx + 1');
  expect(first.outcome).toBe('ok');
  expect(first.outputs.map(({ kind, text: shown }) => [kind, shown])).toEqual([
    ['text', 'a\n'],
    ['text', 'b\n'],
    ['text', 'c\n'],
    ['result', '21'],
  ]);
  const second = await run('x * 2;');
  expect(second.outputs).toEqual([]);
  expect(result(await run('x * 2'))).toBe('40');
  expect(second.executionCount).toBe((first.executionCount ?? 0) + 1);
  expect((await run('None')).outputs).toEqual([]);
});

test('a kernel from the snapshot has the library imported already', async () => {
  expect(result(await run('import sys\n{"bridge", "torch"} <= set(sys.modules)'))).toBe('True');
});

test('await works at the top level, also in the last expression', async () => {
  const report = await run('import asyncio\nawait asyncio.sleep(0.01)\nasync def f():\n    return 5\nawait f()');
  expect(result(report)).toBe('5');
});

test('a traceback names the cell and its lines and hides the machinery', async () => {
  const report = await run('def half(x):\n    return x / 0\n\nhalf(3)');
  const { name, traceback, lines } = failure(report);
  expect(report.outcome).toBe('error');
  expect(name).toBe('ZeroDivisionError');
  expect(lines).toEqual([
    { cellId: 'c1', line: 4 },
    { cellId: 'c1', line: 2 },
  ]);
  expect(traceback).toBe(
    [
      'Traceback (most recent call last):',
      `  File "${LABEL}", line 4, in <module>`,
      '    half(3)',
      '    ~~~~^^^',
      `  File "${LABEL}", line 2, in half`,
      '    return x / 0',
      '           ~~^~~',
      'ZeroDivisionError: division by zero',
      '',
    ].join('\n'),
  );
});

test('a syntax error points at its place', async () => {
  const { name, traceback, lines } = failure(await run('x = 1\ny = (2,'));
  expect(name).toBe('SyntaxError');
  expect(traceback).toContain(`File "${LABEL}", line 2`);
  expect(traceback).toContain("'(' was never closed");
  expect(lines).toEqual([{ cellId: 'c1', line: 2 }]);
});

test('an error of the engine is a Python exception without glue in its traceback', async () => {
  const { name, traceback } = failure(await run('import bridge\nbridge.numel(123456)'));
  expect(name).toBe('RuntimeError');
  expect(traceback).toContain(`File "${LABEL}", line 2`);
  expect(traceback).not.toContain('/lib/playground');
  expect(traceback).not.toContain('blob:');
});

test('engine errors and the ticks that let stop requests in do not meet', async () => {
  const before = (await status()).session;
  const report = await run(
    'import bridge, time\nend = time.time() + 1.5\nn = 0\nwhile time.time() < end:\n' +
      '    try: bridge.numel(123456)\n    except RuntimeError: n += 1\nn > 100',
  );
  expect(result(report)).toBe('True');
  expect((await status()).session).toBe(before);
});

test('input() asks and end of input is EOFError', async () => {
  const report = await run('name = input("who? ")\nprint("hello", name)', ['学生']);
  expect(text(report)).toBe('hello 学生\n');
  expect(failure(await run('input()')).name).toBe('EOFError');
});

test('files that a cell writes are announced', async () => {
  await page.evaluate(() => (window as unknown as RunnerWindow).runner.open({}).ready());
  await run('open("weights.bin", "wb").write(bytes(1000))');
  const files = await page.evaluate(() => (window as unknown as RunnerWindow).runner.sessions.at(-1)?.files());
  expect(files).toEqual({ '/home/student/weights.bin': 1000 });
});

test('files that find no place, or cannot be read, do not end the session', async () => {
  await run('import os\nos.mkdir("runs")\nopen("secret", "w").close()\nos.chmod("secret", 0)\nx = 5');
  await page.evaluate(() => {
    const session = (window as unknown as RunnerWindow).runner.sessions.at(-1);
    session?.putFile('/home/student/runs', 'a folder has this name');
    session?.putFile('/home/student/runs/a.txt', 'this is fine');
  });
  const report = await run('print(x, open("runs/a.txt").read())');
  expect(text(report)).toBe('5 this is fine\n');
  expect(text(report, 'stderr')).toMatch(/^\/home\/student\/runs was not put in place. IsADirectoryError: .*\n$/);
});

test.describe('stopping', () => {
  const waits = {
    'an endless loop': 'n = 0\nwhile True: n += 1',
    'a sleep': 'import time\ntime.sleep(60)',
    'an await': 'import asyncio\nawait asyncio.sleep(60)',
    'a loop of tensors, whose finalizers swallow exceptions':
      'import torch\nwhile True: (torch.ones(64, 64) @ torch.ones(64, 64)).sum()',
    'a loop that is mostly finalizers':
      'class Heavy:\n    def __del__(self):\n        for _ in range(10000): pass\nwhile True: Heavy()',
    'a loop that awaits': 'import asyncio\nwhile True: await asyncio.sleep(0)',
  };
  for (const [what, code] of Object.entries(waits)) {
    test(`${what} stops within a second and variables stay`, async () => {
      await run('kept = 7');
      const before = (await status()).session;
      const { report, stopMs } = await runAndStop(code);
      expect(report.outcome).toBe('interrupted');
      expect(failure(report).name).toBe('KeyboardInterrupt');
      expect(stopMs).toBeLessThan(1000);
      expect(result(await run('kept'))).toBe('7');
      expect((await status()).session).toBe(before);
    });
  }

  test('a stop that arrives while the cell ends at the interrupt of a tick is one interrupt', async () => {
    // The order of a stop in the middle of a tick, without the tick: the task is cancelled, then the cell raises.
    const report = await run(
      'import asyncio\nfrom kernel_runtime import cells\nawait asyncio.sleep(0)\ncells.interrupt()\nraise KeyboardInterrupt',
    );
    expect(failure(report).name).toBe('KeyboardInterrupt');
    expect(report.outcome).toBe('interrupted');
  });

  test('code that swallows KeyboardInterrupt is replaced within 3 s, with a notice', async () => {
    const {
      report,
      stopMs,
      status: after,
    } = await runAndStop('while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass');
    expect(report.outcome).toBe('lost');
    expect(stopMs).toBeLessThan(3000);
    expect(after.notice).toMatchObject({ kind: 'restarted', cause: 'unstoppable' });
    expect(failure(await run('kept')).name).toBe('NameError');
  });
});

test.describe('limits', () => {
  test('output over 1 MB is cut and says so', async () => {
    const report = await run('for i in range(100_000): print("x" * 99)');
    expect(report.outcome).toBe('ok');
    expect(text(report).length).toBe(1_000_000);
    expect(report.outputs.at(-1)).toEqual({ kind: 'truncated', limit: 1_000_000 });
    expect(text(await run('print("next")'))).toBe('next\n');
  });

  test('memory is capped: MemoryError, and the kernel stays usable', async () => {
    const before = (await status()).session;
    const report = await run('blocks = []\nwhile True: blocks.append(bytearray(50_000_000))');
    expect(failure(report).name).toBe('MemoryError');
    expect(Number(result(await run('len(blocks)')))).toBeGreaterThan(15);
    expect(result(await run('del blocks\n6 * 7'))).toBe('42');
    expect((await status()).session).toBe(before);
  });

  test('deep recursion is a RecursionError', async () => {
    expect(failure(await run('def f(): return f()\nf()')).name).toBe('RecursionError');
  });

  test('an interpreter that ends itself is replaced, with a notice', async () => {
    const report = await run('import os\nos._exit(3)');
    expect(report.outcome).toBe('lost');
    expect((await status()).notice).toMatchObject({ kind: 'restarted', cause: 'crashed' });
    await page.evaluate(() => (window as unknown as RunnerWindow).runner.sessions.at(-1)?.ready());
    expect(result(await run('1 + 1'))).toBe('2');
  });
});

test.describe('hostile code', () => {
  test('reaches no network', async () => {
    const { address, received, close } = await openSink();
    const attempts = {
      fetch: `await js.fetch("${address}/fetch", to_js({"mode": "no-cors"}, dict_converter=js.Object.fromEntries))`,
      xhr: `r = js.XMLHttpRequest.new()\nr.open("GET", "${address}/xhr", False)\nr.send()`,
      websocket: `js.WebSocket.new("${address.replace('http', 'ws')}/ws")\nimport asyncio\nawait asyncio.sleep(0.5)`,
      import: `js.Object.constructor.new("return import('${address}/import.js')")()`,
      run_js: `from pyodide.code import run_js\nawait run_js("import('${address}/run_js.js')")`,
      eventsource: `js.EventSource.new("${address}/events")\nimport asyncio\nawait asyncio.sleep(0.5)`,
      worker: `js.Worker.new("${address}/worker.js")`,
      importScripts: `js.importScripts("${address}/scripts.js")`,
      open_url: `from pyodide.http import open_url\nopen_url("${address}/open")`,
      urllib: `import urllib.request\nurllib.request.urlopen("${address}/urllib")`,
      socket: `import socket\nsocket.create_connection(("127.0.0.1", ${new URL(address).port}), 1).send(b"GET /socket HTTP/1.0\\r\\n\\r\\n")`,
    };
    for (const [name, code] of Object.entries(attempts)) {
      const report = await run(`import js\nfrom pyodide.ffi import to_js\n${code}`);
      expect(report.outcome, name).toBe('error');
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    close();
    expect(received).toEqual(['/control']);
  });

  test('would find the policy and the opaque origin behind the removed globals', async () => {
    const { address, received, close } = await openSink();
    const frame = page.frames().find((one) => one.url() === 'about:srcdoc');
    expect(frame).toBeDefined();
    // Here nothing was removed: this is what the sandbox itself refuses.
    const refused = await frame?.evaluate(async (to) => {
      const outcome = (attempt: Promise<unknown>): Promise<string> =>
        Promise.race([
          attempt.then(
            () => 'done',
            () => 'refused',
          ),
          new Promise<string>((resolve) => setTimeout(() => resolve('nothing'), 1500)),
        ]);
      const inWorker = (code: string): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const worker = new Worker(`data:text/javascript,${encodeURIComponent(code)}`, { type: 'module' });
          worker.onmessage = ({ data }) => (data === 'done' ? resolve(data) : reject(new Error(String(data))));
          worker.onerror = () => reject(new Error('worker error'));
        });
      const tell = '.then(() => postMessage("done"), () => postMessage("refused"))';
      return {
        fetch: await outcome(fetch(`${to}/frame-fetch`, { mode: 'no-cors' })),
        // Allowed by the page's policy, which the frame inherits; only the frame's own forbids it.
        site: await outcome(fetch(new URL('/runner.html', location.ancestorOrigins[0]), { mode: 'no-cors' })),
        import: await outcome(import(`${to}/frame-import.js`)),
        workerFetch: await outcome(inWorker(`fetch("${to}/worker-fetch", { mode: "no-cors" })${tell}`)),
        workerImport: await outcome(inWorker(`import("${to}/worker-import.js")${tell}`)),
        workerEval: await outcome(inWorker('try { Function("1")(); postMessage("done") } catch { postMessage("no") }')),
        storage: await outcome((async () => indexedDB.open('x'))()),
        workerStorage: await outcome(
          inWorker('try { indexedDB.open("x"); postMessage("done") } catch { postMessage("no") }'),
        ),
      };
    }, address);
    close();
    expect(new Set(Object.values(refused ?? {}))).toEqual(new Set(['refused']));
    expect(received).toEqual(['/control']);
  });

  test("does not see the page's storage", async () => {
    for (const name of ['indexedDB', 'caches', 'localStorage', 'document', 'parent', 'BroadcastChannel']) {
      expect((await run(`import js\nprint(js.${name})`)).outcome, name).toBe('error');
    }
    expect(failure(await run('js.navigator.storage.getDirectory()')).name).toBe('AttributeError');
    expect(result(await run('js.self.origin'))).toBe("'null'");
  });

  test('cannot flood the page', async () => {
    const report = await run('import js\nwhile True: js.postMessage("x")');
    expect(report.outcome).toBe('lost');
    expect((await status()).notice).toMatchObject({ kind: 'restarted', cause: 'flood' });
  });
});

test('a missing asset is named', async ({ browser }) => {
  const other = await browser.newPage();
  await other.route('**/python_stdlib*', (route) => route.abort());
  await other.goto('/runner.html');
  const failed = await other.evaluate(() => (window as unknown as RunnerWindow).runner.open({}).ready());
  expect(failed.phase).toBe('failed');
  expect(failed.notice?.kind).toBe('asset-failed');
  expect(failed.notice?.asset).toMatch(/python_stdlib/);
  await other.close();
});
