import { describe, expect, test } from 'vitest';
import type { Kernel, RunHandlers, RunRequest, RunResult } from '../kernel/kernel';
import { hasNewText } from './cell-state';
import { inMemory, NO_WORK } from './saved-work';
import type { SavedEdit, SavedWork } from './saved-work';
import { LessonSession } from './session';

interface Started {
  readonly request: RunRequest;
  readonly handlers: RunHandlers;
  finish(outcome: RunResult['outcome']): Promise<void>;
}

/** A kernel whose runs the test starts and ends by hand: the session's own order of events is what is tested. */
function handKernel() {
  const runs: Started[] = [];
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const kernel: Kernel = {
    getStatus: () => ({
      phase: 'idle',
      bootStep: 'ready',
      download: null,
      python: null,
      device: null,
      effort: null,
      notice: null,
      session: 1,
    }),
    subscribe: () => () => undefined,
    run: (request, handlers) =>
      new Promise((resolve) => {
        handlers.onStart(runs.length + 1);
        runs.push({
          request,
          handlers,
          finish: async (outcome) => {
            resolve({ outcome, elapsedMs: 5 });
            await settle();
          },
        });
      }),
    interrupt: () => void runs.at(-1)?.finish('interrupted'),
    restart: () => Promise.resolve(),
    putFile: () => undefined,
    setDevice: () => undefined,
    dismissNotice: () => undefined,
    dispose: () => undefined,
  };
  return { kernel, runs, settle };
}

const edit = (code: string | null, change: Partial<SavedEdit> = {}): SavedEdit => ({
  code,
  edited: 1,
  base: null,
  language: null,
  ...change,
});

async function codes(saved: SavedWork): Promise<Record<string, string | null>> {
  const { edits } = await saved.load('lesson');
  return Object.fromEntries([...edits].map(([id, { code }]) => [id, code]));
}

const CELLS = ['a', 'b', 'c'].map((id) => ({ id, code: `${id} = 1`, html: '' }));

function open(
  saved: SavedWork = inMemory(),
  edits: ReadonlyMap<string, SavedEdit> = new Map(),
  unsaved: ReadonlySet<string> = new Set(),
) {
  const { kernel, runs, settle } = handKernel();
  const session = new LessonSession({
    slug: 'lesson',
    cells: CELLS,
    language: 'ja',
    work: { ...NO_WORK, edits, unsaved },
    saved,
    kernel: () => Promise.resolve(kernel),
    label: (number) => `セル ${number}`,
  });
  const cell = (id: string) => {
    const found = session.store.getState().cells.get(id);
    if (!found) throw new Error(`no cell ${id}`);
    return found;
  };
  const phases = () => CELLS.map(({ id }) => cell(id).phase);
  const run = (index: number) => {
    const found = runs[index];
    if (!found) throw new Error(`run ${index} has not started`);
    return found;
  };
  return { session, runs, run, settle, cell, phases };
}

describe('runs', () => {
  test('run all runs one cell at a time, in order, under its name', async () => {
    const { session, runs, run, settle, phases, cell } = open();
    session.runAll();
    await settle();
    expect(phases()).toEqual(['running', 'queued', 'queued']);
    await run(0).finish('ok');
    expect(phases()).toEqual(['ok', 'running', 'queued']);
    await run(1).finish('ok');
    await run(2).finish('ok');
    expect(phases()).toEqual(['ok', 'ok', 'ok']);
    expect(runs.map(({ request }) => request.label)).toEqual(['セル 1', 'セル 2', 'セル 3']);
    expect(cell('c')).toMatchObject({ count: 3, elapsedMs: 5 });
  });

  test('a failed cell keeps the ones behind it from running', async () => {
    const { session, runs, run, settle, phases } = open();
    session.runAll();
    await settle();
    await run(0).finish('error');
    expect(phases()).toEqual(['error', 'idle', 'idle']);
    expect(runs.length).toBe(1);
  });

  test('stop interrupts the running cell and drops the rest', async () => {
    const { session, settle, phases } = open();
    session.runAll();
    await settle();
    await session.stop();
    await settle();
    expect(phases()).toEqual(['interrupted', 'idle', 'idle']);
  });

  test('a cell that is queued or running is not queued again', async () => {
    const { session, runs, run, settle } = open();
    session.run(['a']);
    session.run(['a']);
    await settle();
    await run(0).finish('ok');
    expect(runs.length).toBe(1);
    session.run(['a']);
    await settle();
    expect(runs.length).toBe(2);
  });

  test('a new run replaces the output; a replaced Python leaves it, marked as old', async () => {
    const { session, run, settle, cell } = open();
    session.onPythonSession(1);
    session.run(['a']);
    await settle();
    run(0).handlers.onOutput({ kind: 'text', stream: 'stdout', text: 'one' });
    await run(0).finish('ok');
    expect(cell('a').items).toMatchObject([{ text: 'one' }]);
    session.onPythonSession(2);
    expect(cell('a')).toMatchObject({ count: null, phase: 'idle', stale: true });
    session.run(['a']);
    await settle();
    expect(cell('a')).toMatchObject({ items: [], stale: false });
  });

  test('a run cut off by a replaced kernel says so and offers the cells above', async () => {
    const { session, run, settle, cell } = open();
    session.run(['b']);
    await settle();
    await run(0).finish('lost');
    expect(cell('b')).toMatchObject({ phase: 'interrupted', lost: true, count: null });
    expect(session.cellsAbove()).toEqual(['a']);
  });

  test('input() asks in the cell and gets the answer', async () => {
    const { session, run, settle, cell } = open();
    session.run(['a']);
    await settle();
    const answer = run(0).handlers.onAsk('name? ');
    expect(cell('a').question?.prompt).toBe('name? ');
    cell('a').question?.answer('Ada');
    await expect(answer).resolves.toBe('Ada');
    expect(cell('a').question).toBeNull();
  });

  test('an error marks its lines, also in other cells, until that cell runs again', async () => {
    const { session, run, settle, cell } = open();
    session.run(['b']);
    await settle();
    const lines = [
      { cellId: 'b', line: 1 },
      { cellId: 'a', line: 1 },
    ];
    run(0).handlers.onOutput({ kind: 'error', name: 'ValueError', message: 'm', traceback: 't', lines });
    await run(0).finish('error');
    expect(cell('a').marks).toEqual([{ line: 1, raisedBy: 'b' }]);
    expect(session.store.getState().announcement).toEqual({ kind: 'failed', number: 2, name: 'ValueError' });
    session.run(['b']);
    await settle();
    expect(cell('a').marks).toEqual([]);
    expect(cell('b').marks).toEqual([]);
  });
});

describe('code', () => {
  test('typed code is saved soon, and at once on flush; reset forgets it', async () => {
    const saved: SavedWork = { ...inMemory(), durable: true };
    const { session, cell } = open(saved);
    session.edit('a', 'a = 2');
    expect(await codes(saved)).toEqual({});
    expect(cell('a').saved).toBe(false);
    session.close();
    expect(await codes(saved)).toEqual({ a: 'a = 2' });
    expect(cell('a').saved).toBe(true);
    session.reset('a');
    session.close();
    expect(cell('a').code).toBe('a = 1');
    expect(await codes(saved)).toEqual({ a: null });
  });

  test('typed code is saved within 300 ms without a flush', async () => {
    const saved = inMemory();
    open(saved).session.edit('b', 'b = 3');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await codes(saved)).toEqual({ b: 'b = 3' });
  });

  test('saved edits are restored; another language keeps them and changes the rest', () => {
    const { session, cell } = open(inMemory(), new Map([['a', edit('a = 9')]]));
    session.translate(
      CELLS.map(({ id }) => ({ id, code: `${id} = 1  # en`, html: 'en' })),
      'en',
      (number) => `Cell ${number}`,
    );
    expect(cell('a')).toMatchObject({ code: 'a = 9', original: 'a = 1  # en' });
    expect(cell('b').code).toBe('b = 1  # en');
    session.reset('a');
    expect(cell('a').code).toBe('a = 1  # en');
  });

  test('when the page goes away, unsaved edits are rescued; once saved they are not kept twice', async () => {
    const rescued: (readonly [string, string | null])[][] = [];
    const saved: SavedWork = {
      ...inMemory(),
      rescue: (_slug, edits) => void rescued.push([...edits].map(([id, { code }]) => [id, code])),
    };
    const { session, settle } = open(saved);
    session.edit('a', 'a = 7');
    session.rescue();
    expect(rescued).toEqual([[['a', 'a = 7']]]);
    await settle();
    expect(rescued).toEqual([[['a', 'a = 7']], []]);
    session.rescue();
    expect(rescued.length).toBe(2);
  });

  test('a failing store turns the notice on instead of losing the text', async () => {
    const saved: SavedWork = { ...inMemory(), durable: true, save: () => Promise.reject(new Error('quota')) };
    const { session, cell } = open(saved);
    session.edit('a', 'a = 5');
    session.close();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(session.store.getState().storage).toBe('denied');
    expect(session.unsavedCells()).toMatchObject([{ slug: 'lesson', cellId: 'a', code: 'a = 5' }]);
    session.close();
    expect(cell('a').code).toBe('a = 5');
  });

  test('an edit from a clock that is ahead can be changed, and the change stays', async () => {
    const ahead = edit('a = "ahead"', { edited: Date.now() + 1e9, base: 'a = 0', language: 'ja' });
    const kept = new Map([['a', ahead]]);
    // As the database does it: the last edit wins.
    const saved: SavedWork = {
      ...inMemory(),
      durable: true,
      save(_slug, id, next) {
        const known = kept.get(id);
        if (known && known.edited > next.edited) return Promise.resolve(known);
        kept.set(id, next);
        return Promise.resolve(null);
      },
    };
    const { session, cell, settle } = open(saved, new Map(kept));
    session.keepMine('a');
    session.close();
    await settle();
    expect(kept.get('a')).toMatchObject({ code: 'a = "ahead"', base: 'a = 1' });
    session.edit('a', 'a = "changed"');
    session.close();
    await settle();
    expect(cell('a')).toMatchObject({ code: 'a = "changed"', saved: true });
    expect(kept.get('a')?.code).toBe('a = "changed"');
  });

  test('edits rescued from an earlier visit are shown as unsaved, and saved once there is space', async () => {
    const memory = inMemory();
    const rescued: number[] = [];
    let full = true;
    const saved: SavedWork = {
      ...memory,
      durable: true,
      save: (...edited) => (full ? Promise.reject(new DOMException('', 'QuotaExceededError')) : memory.save(...edited)),
      rescue: (_slug, edits) => void rescued.push(edits.size),
    };
    const { session, cell, settle } = open(saved, new Map([['a', edit('a = "rescued"')]]), new Set(['a']));
    await settle();
    expect(cell('a')).toMatchObject({ code: 'a = "rescued"', saved: false });
    expect(session.store.getState().storage).toBe('full');
    expect(session.unsavedCells()).toMatchObject([{ cellId: 'a', code: 'a = "rescued"' }]);
    expect(rescued).toEqual([]);
    full = false;
    session.close();
    await settle();
    expect(cell('a').saved).toBe(true);
    expect(session.store.getState().storage).toBe('kept');
    expect(await codes(memory)).toEqual({ a: 'a = "rescued"' });
    expect(rescued).toEqual([0]);
  });

  test('an edit of another tab shows unless the one here is newer; the reader can have theirs back', () => {
    const listeners: ((cellId: string, edit: SavedEdit) => void)[] = [];
    const saved: SavedWork = { ...inMemory(), watch: (_slug, listen) => (listeners.push(listen), () => undefined) };
    const { session, cell } = open(saved);
    session.edit('a', 'a = "here"');
    const [tell] = listeners;
    tell?.('a', edit('a = "old"', { edited: 5 }));
    expect(cell('a')).toMatchObject({ code: 'a = "here"', replaced: null });
    tell?.('a', edit('a = "there"', { edited: Date.now() + 10 }));
    expect(cell('a')).toMatchObject({ code: 'a = "there"', replaced: 'a = "here"' });
    session.takeBack('a');
    expect(cell('a')).toMatchObject({ code: 'a = "here"', replaced: null });
  });

  test('a text that changed under an edit is announced in its language, until the reader decides', () => {
    const { session, cell } = open(inMemory(), new Map([['a', edit('a = 9', { base: 'a = 0', language: 'ja' })]]));
    expect(hasNewText(cell('a'), 'ja')).toBe(true);
    expect(hasNewText(cell('a'), 'en')).toBe(false);
    session.keepMine('a');
    expect(hasNewText(cell('a'), 'ja')).toBe(false);
    expect(cell('a')).toMatchObject({ code: 'a = 9', edit: { base: 'a = 1' } });
  });

  test('an edit notes the text that it stands on, and keeps it', () => {
    const { session, cell } = open();
    session.edit('a', 'a = 2');
    session.edit('a', 'a = 3');
    expect(cell('a').edit).toMatchObject({ base: 'a = 1', language: 'ja' });
    expect(hasNewText(cell('a'), 'ja')).toBe(false);
  });
});
