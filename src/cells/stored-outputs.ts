/** What a cell shows as the messages that made it: stored as such, and checked on return as if they came from Python. */
import type { Output, RunId } from '../protocol/messages';
import { parseEvent } from '../protocol/parse';
import { OutputLog } from './output-log';
import type { OutputItem } from './output-log';

/** Beyond this, drawings are left out and text is cut: a lesson should open quickly. */
const LARGEST = 6_000_000;
/** Messages that are parsed at a time, within the parser's own limit. */
const BATCH = 5_000;

export function storedOutputs(items: readonly OutputItem[]): readonly Output[] {
  let size = 0;
  return items.filter((item) => (size += sizeOf(item)) <= LARGEST).flatMap(toOutputs);
}

function toOutputs(item: OutputItem): readonly Output[] {
  if (item.kind !== 'board') {
    const { key: _key, ...output } = item;
    return [output];
  }
  const { board, series } = item;
  return [...series].flatMap(([tag, { steps, values }]) =>
    steps.map((step, index): Output => ({ kind: 'metric', board, tag, step, value: values[index] ?? Number.NaN })),
  );
}

/** Null when anything in it is not what Python could have sent. */
export function restoreItems(outputs: readonly unknown[]): readonly OutputItem[] | null {
  const log = new OutputLog();
  for (let at = 0; at < outputs.length; at += BATCH) {
    const event = parseEvent({ type: 'output', runId: 0 as RunId, outputs: outputs.slice(at, at + BATCH) });
    if (event?.type !== 'output') return null;
    for (const output of event.outputs) log.add(output);
  }
  return log.snapshot();
}

/** Roughly what a value takes in storage. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  const parts: Iterable<unknown> = value instanceof Map ? value.values() : Object.values(value);
  let size = 16;
  for (const part of parts) size += sizeOf(part);
  return size;
}
