import { describe, expect, it } from 'vitest';
import { parseCommand, parseEvent, parseOutput } from './parse';

const axes = {
  row: 0,
  column: 0,
  title: 'Loss',
  xLabel: null,
  yLabel: null,
  xScale: 'linear',
  yScale: 'log',
  xLimits: null,
  yLimits: [0, 1],
  grid: true,
  legend: false,
  frame: true,
  series: [
    { kind: 'line', label: 'train', color: null, style: 'solid', marker: false, x: [0, 1], y: [2, NaN] },
    { kind: 'scatter', label: null, color: 'red', x: [0], y: [1] },
    { kind: 'bar', label: null, color: null, x: ['a', 2], y: [1, 2] },
    { kind: 'image', height: 2, width: 1, channels: 3, pixels: new Uint8Array(6) },
  ],
};
const figure = { title: null, rows: 1, columns: 1, width: 640, height: 480, axes: [axes] };
const device = { active: 'cpu', adapter: null, software: false, reason: 'no-webgpu' };

const COMMANDS = [
  { type: 'run', runId: 1, cellId: 'c', label: 'セル 1', code: 'print(1)' },
  { type: 'interrupt' },
  { type: 'device', preference: 'gpu' },
  { type: 'answer', runId: 1, text: '' },
  { type: 'answer', runId: 1, text: null },
  { type: 'write-file', path: '/home/student/a.txt', bytes: new Uint8Array([1]) },
];

const EVENTS = [
  { type: 'boot', step: 'python' },
  { type: 'ready', python: '3.14.2', device, bootMs: 12.5 },
  { type: 'started', runId: 1, executionCount: 3 },
  { type: 'output', runId: 1, outputs: [{ kind: 'text', stream: 'stdout', text: '' }] },
  { type: 'ask', runId: 1, prompt: '' },
  { type: 'finished', runId: 1, outcome: 'interrupted', elapsedMs: 0 },
  { type: 'device', device: { active: 'cuda', adapter: 'Some GPU', software: true, reason: null } },
  { type: 'file', path: '/home/student/a', bytes: null },
  { type: 'gpu-lost' },
  { type: 'fatal', reason: 'out of memory' },
];

const OUTPUTS = [
  { kind: 'text', stream: 'stderr', text: 'x' },
  { kind: 'error', name: 'E', message: '', traceback: 'T', lines: [{ cellId: 'c', line: 3 }] },
  { kind: 'result', text: '1' },
  { kind: 'figure', id: 'f', figure },
  { kind: 'table', columns: ['a', 'b'], rows: [['1', '2']] },
  { kind: 'metric', board: 'b', tag: 'loss', step: 1, value: Infinity },
  { kind: 'clear', wait: false },
  { kind: 'truncated', limit: 1_000_000 },
];

/** Every value in a message replaced, in turn, by things that a hostile worker might send instead. */
function* spoiled(message: Record<string, unknown>): Generator<[string, unknown]> {
  const poisons = [Symbol.iterator, () => 1, { toString: () => 'run' }, new Map(), -0.5, 'x'.repeat(3_000_000)];
  for (const key of Object.keys(message)) {
    for (const poison of poisons) yield [key, { ...message, [key]: poison }];
    const { [key]: _removed, ...rest } = message;
    yield [`${key} missing`, rest];
  }
}

describe.each([
  ['parseCommand', parseCommand, COMMANDS],
  ['parseEvent', parseEvent, EVENTS],
  ['parseOutput', parseOutput, OUTPUTS],
] as const)('%s', (_name, parse, messages) => {
  it.each(messages.map((message) => [JSON.stringify(message).slice(0, 60), message] as const))(
    'takes %s as it is',
    (_text, message) => {
      expect(parse(message)).toEqual(message);
    },
  );

  it.each([undefined, null, 1, 'run', [], [{}], {}, { type: 'RUN' }, { kind: '__proto__' }, new Map()])(
    'rejects %s',
    (value) => {
      expect(parse(value)).toBeNull();
    },
  );
});

describe('a spoiled field', () => {
  // Steps and times may be any finite number; texts may be long where a cell's output may be.
  const tolerated = new Set([
    'bootMs',
    'elapsedMs',
    'step',
    'value',
    'reason missing',
    'adapter missing',
    'bytes missing',
  ]);
  const all = [
    ...COMMANDS.map((message) => [parseCommand, message] as const),
    ...EVENTS.map((message) => [parseEvent, message] as const),
    ...OUTPUTS.map((message) => [parseOutput, message] as const),
  ];
  it.each(all.map(([parse, message]) => [JSON.stringify(message).slice(0, 60), parse, message] as const))(
    'is rejected in %s',
    (_text, parse, message) => {
      const accepted = [...spoiled(message)].filter(([, hostile]) => parse(hostile) !== null).map(([field]) => field);
      expect(accepted.filter((field) => !tolerated.has(field))).toEqual([]);
    },
  );

  it('is rejected deep inside a figure', () => {
    const withSeries = (series: unknown): unknown => ({
      kind: 'figure',
      id: 'f',
      figure: { ...figure, axes: [{ ...axes, series: [series] }] },
    });
    const image = { kind: 'image', height: 2, width: 2, channels: 3, pixels: new Uint8Array(12) };
    expect(parseOutput(withSeries(image))).not.toBeNull();
    expect(parseOutput(withSeries({ ...image, height: 1e9 }))).toBeNull();
    expect(parseOutput(withSeries({ ...image, channels: 2 }))).toBeNull();
    expect(parseOutput(withSeries({ ...image, pixels: [1, 2] }))).toBeNull();
    const line = { kind: 'line', label: null, color: null, style: 'solid', marker: true, x: [1], y: [1] };
    expect(parseOutput(withSeries(line))).not.toBeNull();
    expect(parseOutput(withSeries({ ...line, y: [1, 2] }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, y: ['1'] }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, style: 'url(http://x)' }))).toBeNull();
  });
});

it('drops fields that the protocol does not know', () => {
  expect(parseCommand({ type: 'interrupt', extra: 1 })).toEqual({ type: 'interrupt' });
  expect(parseOutput({ kind: 'result', text: 'x', html: '<img>' })).toEqual({ kind: 'result', text: 'x' });
});

it('rejects paths that climb', () => {
  expect(parseEvent({ type: 'file', path: '/home/student/../../lib/x', bytes: null })).toBeNull();
  expect(parseCommand({ type: 'write-file', path: 'a\0b', bytes: new Uint8Array() })).toBeNull();
});

it('rejects ragged and oversized tables', () => {
  expect(parseOutput({ kind: 'table', columns: ['a', 'b'], rows: [['1']] })).toBeNull();
  const rows = Array.from({ length: 60_000 }, () => ['1', '2']);
  expect(parseOutput({ kind: 'table', columns: ['a', 'b'], rows })).toBeNull();
});
