/** Parsers for messages.ts: both sides of the border check what arrives. A malformed message is `null`, never a guess. */
import type {
  Axes,
  BootStep,
  CellId,
  DevicePreference,
  DeviceStatus,
  ErrorLine,
  Figure,
  KernelCommand,
  KernelEvent,
  NoGpuReason,
  Output,
  RunId,
  RunOutcome,
  Series,
} from './messages';

/** Caps: far above what honest cells need, far below what makes a page stumble. */
const LIMITS = {
  text: 2_000_000,
  name: 2_000,
  code: 2_000_000,
  path: 1_024,
  file: 256 * 1024 * 1024,
  outputs: 20_000,
  lines: 1_000,
  tableCells: 100_000,
  axes: 144,
  series: 500,
  points: 2_000_000,
  pixels: 64 * 1024 * 1024,
} as const;

type Fields = Record<string, unknown>;
type Parser<T> = (value: unknown) => T | null;

function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function text(value: unknown, limit: number): string | null {
  return typeof value === 'string' && value.length <= limit ? value : null;
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function count(value: unknown, limit = Number.MAX_SAFE_INTEGER): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= limit ? value : null;
}

function oneOf<T extends string>(choices: readonly T[]): Parser<T> {
  return (value) => choices.find((choice) => choice === value) ?? null;
}

function list<T>(value: unknown, limit: number, parse: Parser<T>): T[] | null {
  if (!Array.isArray(value) || value.length > limit) return null;
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const parsed = parse(item);
    if (parsed === null) return null;
    items.push(parsed);
  }
  return items;
}

function bytes(value: unknown, limit: number): Uint8Array | null {
  return value instanceof Uint8Array && value.length <= limit ? value : null;
}

/** For fields that may be null themselves: `undefined` means malformed. */
function nullable<T>(value: unknown, parse: Parser<T>): T | null | undefined {
  if (value === null || value === undefined) return null;
  return parse(value) ?? undefined;
}

const name: Parser<string> = (value) => text(value, LIMITS.name);
const flag: Parser<{ is: boolean }> = (value) => (typeof value === 'boolean' ? { is: value } : null);
const runId = (value: unknown): RunId | null => count(value) as RunId | null;
const bootStep = oneOf<BootStep>(['download', 'compile', 'python', 'engine', 'library', 'ready']);
const preference = oneOf<DevicePreference>(['auto', 'gpu', 'cpu']);
const outcome = oneOf<RunOutcome>(['ok', 'error', 'interrupted']);
const reason = oneOf<NoGpuReason>([
  'no-webgpu',
  'no-adapter',
  'software-adapter',
  'no-jspi',
  'device-lost',
  'switched-off',
]);

/** Relative and absolute paths alike, but none that climbs. */
function path(value: unknown): string | null {
  const parsed = text(value, LIMITS.path);
  return parsed === null || parsed === '' || parsed.includes('\0') || parsed.split('/').includes('..') ? null : parsed;
}

export function parseCommand(value: unknown): KernelCommand | null {
  const message = fields(value);
  if (!message) return null;
  switch (message['type'] as KernelCommand['type']) {
    case 'run': {
      const id = runId(message['runId']);
      const cellId = name(message['cellId']) as CellId | null;
      const label = name(message['label']);
      const code = text(message['code'], LIMITS.code);
      if (id === null || cellId === null || label === null || code === null) return null;
      return { type: 'run', runId: id, cellId, label, code };
    }
    case 'interrupt':
      return { type: 'interrupt' };
    case 'device': {
      const parsed = preference(message['preference']);
      return parsed && { type: 'device', preference: parsed };
    }
    case 'answer': {
      const id = runId(message['runId']);
      const answer = message['text'] === null ? null : (text(message['text'], LIMITS.text) ?? undefined);
      return id === null || answer === undefined ? null : { type: 'answer', runId: id, text: answer };
    }
    case 'write-file': {
      const to = path(message['path']);
      const content = bytes(message['bytes'], LIMITS.file);
      return to === null || content === null ? null : { type: 'write-file', path: to, bytes: content };
    }
    default:
      return null;
  }
}

export function parseEvent(value: unknown): KernelEvent | null {
  const message = fields(value);
  if (!message) return null;
  switch (message['type'] as KernelEvent['type']) {
    case 'boot': {
      const step = bootStep(message['step']);
      return step && { type: 'boot', step };
    }
    case 'ready': {
      const python = name(message['python']);
      const device = parseDevice(message['device']);
      const bootMs = finite(message['bootMs']);
      return python === null || !device || bootMs === null ? null : { type: 'ready', python, device, bootMs };
    }
    case 'started': {
      const id = runId(message['runId']);
      const executionCount = count(message['executionCount']);
      return id === null || executionCount === null ? null : { type: 'started', runId: id, executionCount };
    }
    case 'output': {
      const id = runId(message['runId']);
      const outputs = list(message['outputs'], LIMITS.outputs, parseOutput);
      return id === null || !outputs ? null : { type: 'output', runId: id, outputs };
    }
    case 'ask': {
      const id = runId(message['runId']);
      const prompt = text(message['prompt'], LIMITS.text);
      return id === null || prompt === null ? null : { type: 'ask', runId: id, prompt };
    }
    case 'finished': {
      const id = runId(message['runId']);
      const ended = outcome(message['outcome']);
      const elapsedMs = finite(message['elapsedMs']);
      return id === null || !ended || elapsedMs === null
        ? null
        : { type: 'finished', runId: id, outcome: ended, elapsedMs };
    }
    case 'device': {
      const device = parseDevice(message['device']);
      return device && { type: 'device', device };
    }
    case 'file': {
      const at = path(message['path']);
      const content = nullable(message['bytes'], (v) => bytes(v, LIMITS.file));
      return at === null || content === undefined ? null : { type: 'file', path: at, bytes: content };
    }
    case 'gpu-lost':
      return { type: 'gpu-lost' };
    case 'fatal': {
      const why = text(message['reason'], LIMITS.text);
      return why === null ? null : { type: 'fatal', reason: why };
    }
    default:
      return null;
  }
}

function parseDevice(value: unknown): DeviceStatus | null {
  const device = fields(value);
  if (!device) return null;
  const active = oneOf(['cpu', 'cuda'])(device['active']);
  const adapter = nullable(device['adapter'], name);
  const software = flag(device['software']);
  const why = nullable(device['reason'], reason);
  if (!active || adapter === undefined || !software || why === undefined) return null;
  return { active, adapter, software: software.is, reason: why };
}

export function parseOutput(value: unknown): Output | null {
  const output = fields(value);
  if (!output) return null;
  switch (output['kind'] as Output['kind']) {
    case 'text': {
      const stream = oneOf(['stdout', 'stderr'])(output['stream']);
      const written = text(output['text'], LIMITS.text);
      return !stream || written === null ? null : { kind: 'text', stream, text: written };
    }
    case 'error': {
      const errorName = name(output['name']);
      const message = text(output['message'], LIMITS.text);
      const traceback = text(output['traceback'], LIMITS.text);
      const lines = list(output['lines'], LIMITS.lines, parseErrorLine);
      if (errorName === null || message === null || traceback === null || !lines) return null;
      return { kind: 'error', name: errorName, message, traceback, lines };
    }
    case 'result': {
      const shown = text(output['text'], LIMITS.text);
      return shown === null ? null : { kind: 'result', text: shown };
    }
    case 'figure': {
      const id = name(output['id']);
      const figure = parseFigure(output['figure']);
      return id === null || !figure ? null : { kind: 'figure', id, figure };
    }
    case 'table':
      return parseTable(output);
    case 'metric': {
      const board = name(output['board']);
      const tag = name(output['tag']);
      const step = finite(output['step']);
      // A diverging loss is NaN or infinite, and the reader should see that it is.
      const measured = typeof output['value'] === 'number' ? output['value'] : null;
      if (board === null || tag === null || step === null || measured === null) return null;
      return { kind: 'metric', board, tag, step, value: measured };
    }
    case 'clear': {
      const wait = flag(output['wait']);
      return wait && { kind: 'clear', wait: wait.is };
    }
    case 'truncated': {
      const limit = count(output['limit']);
      return limit === null ? null : { kind: 'truncated', limit };
    }
    default:
      return null;
  }
}

function parseErrorLine(value: unknown): ErrorLine | null {
  const place = fields(value);
  const cellId = name(place?.['cellId']);
  const line = count(place?.['line']);
  return cellId === null || line === null ? null : { cellId, line };
}

function parseTable(output: Fields): Output | null {
  const columns = list(output['columns'], LIMITS.tableCells, (v) => text(v, LIMITS.text));
  if (!columns) return null;
  const mostRows = Math.floor(LIMITS.tableCells / Math.max(1, columns.length));
  const rows = list(output['rows'], mostRows, (row) => {
    const cells = list(row, columns.length, (v) => text(v, LIMITS.text));
    return cells?.length === columns.length ? cells : null;
  });
  return rows && { kind: 'table', columns, rows };
}

function parseFigure(value: unknown): Figure | null {
  const figure = fields(value);
  if (!figure) return null;
  const title = nullable(figure['title'], name);
  const rows = count(figure['rows'], LIMITS.axes);
  const columns = count(figure['columns'], LIMITS.axes);
  const width = finite(figure['width']);
  const height = finite(figure['height']);
  const axes = list(figure['axes'], LIMITS.axes, parseAxes);
  if (title === undefined || rows === null || columns === null || width === null || height === null || !axes)
    return null;
  return { title, rows, columns, width, height, axes };
}

const scale = oneOf<'linear' | 'log'>(['linear', 'log']);

function limits(value: unknown): [number, number] | null {
  const pair = list(value, 2, finite);
  return pair?.length === 2 ? (pair as [number, number]) : null;
}

function parseAxes(value: unknown): Axes | null {
  const axes = fields(value);
  if (!axes) return null;
  const row = count(axes['row'], LIMITS.axes);
  const column = count(axes['column'], LIMITS.axes);
  const title = nullable(axes['title'], name);
  const xLabel = nullable(axes['xLabel'], name);
  const yLabel = nullable(axes['yLabel'], name);
  const xScale = scale(axes['xScale']);
  const yScale = scale(axes['yScale']);
  const xLimits = nullable(axes['xLimits'], limits);
  const yLimits = nullable(axes['yLimits'], limits);
  const grid = flag(axes['grid']);
  const legend = flag(axes['legend']);
  const frame = flag(axes['frame']);
  const series = list(axes['series'], LIMITS.series, parseSeries);
  if (row === null || column === null || title === undefined || xLabel === undefined || yLabel === undefined)
    return null;
  if (!xScale || !yScale || xLimits === undefined || yLimits === undefined) return null;
  if (!grid || !legend || !frame || !series) return null;
  return {
    row,
    column,
    title,
    xLabel,
    yLabel,
    xScale,
    yScale,
    xLimits,
    yLimits,
    grid: grid.is,
    legend: legend.is,
    frame: frame.is,
    series,
  };
}

/** Points may be NaN or infinite: a gap in the drawing. */
function numbers(value: unknown): number[] | null {
  return list(value, LIMITS.points, (v) => (typeof v === 'number' ? v : null));
}

function categories(value: unknown): (number | string)[] | null {
  return list(value, LIMITS.points, (v) => (typeof v === 'number' ? v : name(v)));
}

function parseSeries(value: unknown): Series | null {
  const series = fields(value);
  if (!series) return null;
  if (series['kind'] === 'image') return parseImage(series);
  const label = nullable(series['label'], name);
  const color = nullable(series['color'], name);
  const y = numbers(series['y']);
  if (label === undefined || color === undefined || !y) return null;
  switch (series['kind'] as Exclude<Series['kind'], 'image'>) {
    case 'line': {
      const style = oneOf(['solid', 'dashed', 'dotted'])(series['style']);
      const marker = flag(series['marker']);
      const x = numbers(series['x']);
      if (!style || !marker || x?.length !== y.length) return null;
      return { kind: 'line', label, color, style, marker: marker.is, x, y };
    }
    case 'scatter': {
      const x = numbers(series['x']);
      return x?.length === y.length ? { kind: 'scatter', label, color, x, y } : null;
    }
    case 'bar': {
      const x = categories(series['x']);
      return x?.length === y.length ? { kind: 'bar', label, color, x, y } : null;
    }
    default:
      return null;
  }
}

function parseImage(series: Fields): Series | null {
  const height = count(series['height'], LIMITS.pixels);
  const width = count(series['width'], LIMITS.pixels);
  const channels = ([1, 3, 4] as const).find((n) => n === series['channels']);
  const pixels = bytes(series['pixels'], LIMITS.pixels);
  if (height === null || width === null || channels === undefined || !pixels) return null;
  if (pixels.length !== height * width * channels) return null;
  return { kind: 'image', height, width, channels, pixels };
}
