import { describe, expect, it } from 'vitest';
import { parseCommand, parseEvent, parseOutput } from './parse';

const drawn = { label: null, color: 'C0', alpha: 1, side: 'left' };
const line = {
  ...drawn,
  kind: 'line',
  style: 'solid',
  width: 1.5,
  marker: null,
  markerSize: 6,
  x: [0, 1],
  y: [2, NaN],
};
const ends = { style: 'dashed', width: 1, x: [0], y: [1] };
const image = {
  kind: 'image',
  height: 2,
  width: 1,
  channels: 3,
  pixels: new Uint8Array(6),
  extent: [0, 1, 2, 0],
  smooth: false,
  alpha: 1,
};
const SERIES = [
  line,
  { ...line, label: 'train', marker: 'star', style: 'none' },
  { ...drawn, kind: 'scatter', marker: 'dot', edge: null, sizes: [6], colors: new Uint8Array(3), x: [0], y: [1] },
  {
    ...drawn,
    kind: 'bar',
    horizontal: true,
    edge: 'ink',
    colors: ['#ff0000'],
    from: [0],
    to: [1],
    low: [0],
    high: [2],
  },
  { ...drawn, kind: 'area', x: [0], y: [1], y2: [2] },
  { ...drawn, kind: 'segments', arrow: true, ...ends, x2: [1], y2: [2] },
  { ...drawn, kind: 'polygon', fill: true, edge: null, width: 1, x: [0], y: [1] },
  { ...drawn, kind: 'rule', axis: 'x', at: 3, from: 0, to: 1, style: 'dotted', width: 1 },
  { ...drawn, kind: 'span', axis: 'y', from: 0, to: 1 },
  {
    ...drawn,
    kind: 'text',
    text: 'a',
    x: 0,
    y: 1,
    space: 'data',
    shift: [0, -3],
    size: 12,
    bold: false,
    align: 'middle',
    vertical: 'top',
    rotation: 45,
    box: '#ffffff80',
    arrow: [1, 2],
  },
  image,
  {
    kind: 'contour',
    x: [0, 1],
    y: [0],
    values: [1, 2],
    levels: [1.5],
    colors: ['ink'],
    filled: false,
    labels: true,
    width: 1,
    alpha: 1,
  },
];
const axis = { label: null, scale: 'linear', limits: [1, 0], ticks: null, rotation: 0 };
const axes = {
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 2,
  title: 'Loss',
  x: axis,
  y: { ...axis, label: 'y', scale: 'log', ticks: { at: [1, 2], labels: ['a', 'b'] } },
  right: axis,
  grid: 'both',
  frame: true,
  equal: false,
  legend: { title: null, entries: [{ label: 'a', color: 'C1', shape: 'line', style: 'dashed', series: [0] }] },
  colorbar: { label: null, limits: [0, 1], scale: 'linear', ticks: null, colors: new Uint8Array(6) },
  series: SERIES,
};
const figure = {
  title: null,
  rows: 1,
  columns: 2,
  rowRatios: null,
  columnRatios: [1, 2],
  width: 640,
  height: 480,
  axes: [axes],
};
const device = { active: 'cpu', adapter: null, software: false, reason: 'no-webgpu' };

const COMMANDS = [
  { type: 'run', runId: 1, cellId: 'c', label: 'セル 1', code: 'print(1)' },
  { type: 'interrupt' },
  { type: 'device', preference: 'gpu' },
  { type: 'answer', runId: 1, text: '' },
  { type: 'answer', runId: 1, text: null },
  { type: 'write-file', path: '/home/student/a.txt', bytes: new Uint8Array([1]) },
  { type: 'write-file', path: '/home/student/a.txt', bytes: null },
];

const EVENTS = [
  { type: 'boot', step: 'python' },
  { type: 'ready', python: '3.14.2', device, bootMs: 12.5 },
  { type: 'started', runId: 1, executionCount: 3 },
  { type: 'output', runId: 1, outputs: [{ kind: 'text', stream: 'stdout', text: '' }] },
  { type: 'ask', runId: 1, prompt: '' },
  { type: 'finished', runId: 1, outcome: 'interrupted', elapsedMs: 0, effort: { memory: 5, gpu: null } },
  {
    type: 'finished',
    runId: 1,
    outcome: 'ok',
    elapsedMs: 1,
    effort: { memory: 5, gpu: { commands: 16, submits: 1, reads: 1, bytesRead: 4, memory: 64 } },
  },
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
  { kind: 'html', id: 'd1', html: '<b>a</b>' },
  { kind: 'picture', mime: 'image/png', bytes: new Uint8Array([1]), width: 20, height: null, alt: null },
  {
    kind: 'progress',
    id: 'p',
    label: 'epoch',
    done: 1,
    total: 3,
    unit: 'it',
    scaled: false,
    elapsedMs: 10,
    rate: 2.5,
    note: null,
    state: 'running',
    depth: 0,
  },
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
    ...['id', 'width', 'height', 'alt', 'label', 'total', 'rate', 'note'].map((field) => `${field} missing`),
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
    expect(parseOutput(withSeries(image))).not.toBeNull();
    expect(parseOutput(withSeries({ ...image, height: 1e9 }))).toBeNull();
    expect(parseOutput(withSeries({ ...image, channels: 2 }))).toBeNull();
    expect(parseOutput(withSeries({ ...image, pixels: [1, 2] }))).toBeNull();
    expect(parseOutput(withSeries({ ...image, extent: [0, 1, NaN, 0] }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, y: [1, 2, 3] }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, y: ['1', '2'] }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, style: 'url(http://x)' }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, color: 'url(http://x)' }))).toBeNull();
    expect(parseOutput(withSeries({ ...line, color: 'var(--ink)' }))).toBeNull();
  });

  it.each(SERIES.map((series) => [series.kind, series] as const))('a %s needs every field', (_kind, series) => {
    const withSeries = (value: unknown): unknown => ({
      kind: 'figure',
      id: 'f',
      figure: { ...figure, axes: [{ ...axes, series: [value] }] },
    });
    const optional = new Set(['label', 'colors', 'edge', 'box', 'arrow', 'marker']);
    const given = Object.entries(series).filter(([, value]) => value !== null);
    const accepted = given.flatMap(([key]) => [
      ...(parseOutput(withSeries({ ...series, [key]: Symbol.iterator })) ? [key] : []),
      ...(!optional.has(key) && parseOutput(withSeries({ ...series, [key]: null })) ? [`${key}: null`] : []),
    ]);
    expect(accepted).toEqual([]);
  });

  it('takes coordinates packed as float64', () => {
    const packed = (values: number[]): Uint8Array => new Uint8Array(Float64Array.from(values).buffer);
    const packedLine = { ...line, x: packed([0.5, 1]), y: packed([2, NaN]) };
    const parsed = parseOutput({
      kind: 'figure',
      id: 'f',
      figure: { ...figure, axes: [{ ...axes, series: [packedLine] }] },
    });
    expect(parsed).toMatchObject({ figure: { axes: [{ series: [{ x: [0.5, 1], y: [2, NaN] }] }] } });
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
