/** Parsers for messages.ts: both sides of the border check what arrives. A malformed message is `null`, never a guess. */
import { parseFigure } from './parse-figure';
import { LIMITS, bytes, count, fields, finite, flag, list, name, nullable, oneOf, text } from './primitives';
import type { Fields } from './primitives';
import type {
  BootStep,
  CellId,
  DevicePreference,
  DeviceStatus,
  Effort,
  ErrorLine,
  GpuEffort,
  KernelCommand,
  KernelEvent,
  NoGpuReason,
  Output,
  RunId,
  RunOutcome,
} from './messages';

/** A finite number, not below zero. */
const amount = (value: unknown): number | null => {
  const parsed = finite(value);
  return parsed !== null && parsed >= 0 ? parsed : null;
};
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
      const content = message['bytes'] === null ? null : (bytes(message['bytes'], LIMITS.file) ?? undefined);
      return to === null || content === undefined ? null : { type: 'write-file', path: to, bytes: content };
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
      const effort = parseEffort(message['effort']);
      return id === null || !ended || elapsedMs === null || effort === null
        ? null
        : { type: 'finished', runId: id, outcome: ended, elapsedMs, effort };
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

function parseEffort(value: unknown): Effort | null {
  const effort = fields(value);
  const memory = count(effort?.['memory']);
  const gpu = nullable(effort?.['gpu'], parseGpuEffort);
  return memory === null || gpu === undefined ? null : { memory, gpu };
}

function parseGpuEffort(value: unknown): GpuEffort | null {
  const effort = fields(value);
  const [commands, submits, reads] = [
    count(effort?.['commands']),
    count(effort?.['submits']),
    count(effort?.['reads']),
  ];
  const [bytesRead, memory] = [count(effort?.['bytesRead']), count(effort?.['memory'])];
  if (commands === null || submits === null || reads === null || bytesRead === null || memory === null) return null;
  return { commands, submits, reads, bytesRead, memory };
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
    case 'html': {
      const id = nullable(output['id'], name);
      const html = text(output['html'], LIMITS.text);
      return id === undefined || html === null ? null : { kind: 'html', id, html };
    }
    case 'picture':
      return parsePicture(output);
    case 'progress':
      return parseProgress(output);
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

function parsePicture(output: Fields): Output | null {
  const mime = oneOf(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'])(output['mime']);
  const content = bytes(output['bytes'], LIMITS.pixels);
  const width = nullable(output['width'], amount);
  const height = nullable(output['height'], amount);
  const alt = nullable(output['alt'], name);
  if (!mime || !content || width === undefined || height === undefined || alt === undefined) return null;
  return { kind: 'picture', mime, bytes: content, width, height, alt };
}

function parseProgress(output: Fields): Output | null {
  const id = name(output['id']);
  const label = nullable(output['label'], name);
  const done = amount(output['done']);
  const total = nullable(output['total'], amount);
  const unit = name(output['unit']);
  const scaled = flag(output['scaled']);
  const elapsedMs = amount(output['elapsedMs']);
  const rate = nullable(output['rate'], amount);
  const note = nullable(output['note'], name);
  const state = oneOf(['running', 'finished', 'stopped', 'removed'])(output['state']);
  const depth = count(output['depth'], LIMITS.axes);
  if (id === null || label === undefined || done === null || total === undefined || unit === null || !scaled)
    return null;
  if (elapsedMs === null || rate === undefined || note === undefined || !state || depth === null) return null;
  return {
    kind: 'progress',
    id,
    label,
    done,
    total,
    unit,
    scaled: scaled.is,
    elapsedMs,
    rate,
    note,
    state,
    depth,
  };
}
