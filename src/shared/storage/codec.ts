/** Values of the database as JSON and back: plain values, and the typed arrays and numbers that JSON does not know. */
import { fromBase64, toBase64 } from '../base64';

const KINDS = { Uint8Array, Uint8ClampedArray, Int32Array, Float32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
type TypedArray = InstanceType<(typeof KINDS)[Kind]>;

/** Objects of this one key stand for what JSON lacks. */
const MARK = '$';

function kindOf(value: TypedArray): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => value instanceof KINDS[kind]);
}

export function encode(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { [MARK]: 'number', text: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (ArrayBuffer.isView(value)) {
    const kind = kindOf(value as TypedArray);
    if (!kind) throw new TypeError(`an array of the kind ${value.constructor.name} cannot be exported`);
    return { [MARK]: kind, data: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
}

export function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  const fields = value as Readonly<Record<string, unknown>>;
  const mark = fields[MARK];
  if (mark === 'number') return Number(fields['text']);
  if (typeof mark === 'string' && Object.hasOwn(KINDS, mark) && typeof fields['data'] === 'string') {
    return new KINDS[mark as Kind](fromBase64(fields['data']).buffer);
  }
  return Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, decode(each)]));
}
