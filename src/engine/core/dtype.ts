/** Element types, their sizes and PyTorch's promotion rules (complex types are not here). */
import { fail } from './errors';

export const DTYPES = [
  'float32',
  'float64',
  'float16',
  'bfloat16',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint8',
  'bool',
] as const;
export type DType = (typeof DTYPES)[number];
/** What kernels compute in; the other types are cast to one of these and back. */
export type ComputeType = 'float32' | 'float64' | 'int64' | 'int32';

const BYTES: Readonly<Record<DType, number>> = {
  float32: 4,
  float64: 8,
  float16: 2,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
};

/** How error messages of PyTorch name a dtype: `expected scalar type Float but found Double`. */
const SCALAR_NAME: Readonly<Record<DType, string>> = {
  float32: 'Float',
  float64: 'Double',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
};

export const bytesOf = (dtype: DType): number => BYTES[dtype];
export const scalarName = (dtype: DType): string => SCALAR_NAME[dtype];
export const codeOf = (dtype: DType): number => CODE[dtype];
const CODE = Object.fromEntries(DTYPES.map((name, code) => [name, code])) as Record<DType, number>;

export function dtypeFromCode(code: number): DType {
  const dtype = DTYPES[code];
  if (dtype === undefined) throw new RangeError(`no dtype has code ${code}`);
  return dtype;
}

/** bool < integral < floating: PyTorch's categories. */
export type Category = 0 | 1 | 2;
const CATEGORY: Readonly<Record<DType, Category>> = {
  float32: 2,
  float64: 2,
  float16: 2,
  bfloat16: 2,
  int64: 1,
  int32: 1,
  int16: 1,
  int8: 1,
  uint8: 1,
  bool: 0,
};
export const categoryOf = (dtype: DType): Category => CATEGORY[dtype];
export const isFloating = (dtype: DType): boolean => CATEGORY[dtype] === 2;

const FLOAT_RANK: Partial<Record<DType, number>> = { float16: 1, bfloat16: 1, float32: 2, float64: 3 };
const INT_RANK: Partial<Record<DType, number>> = { int8: 1, int16: 2, int32: 3, int64: 4 };

/** torch.promote_types for two tensors of equal standing. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const ca = CATEGORY[a];
  const cb = CATEGORY[b];
  if (ca !== cb) return ca > cb ? a : b;
  if (ca === 2) {
    const ra = FLOAT_RANK[a] ?? 0;
    const rb = FLOAT_RANK[b] ?? 0;
    if (ra === rb) return 'float32'; // float16 with bfloat16
    return ra > rb ? a : b;
  }
  if (a === 'uint8' || b === 'uint8') {
    const other = a === 'uint8' ? b : a;
    return other === 'int8' ? 'int16' : other;
  }
  return (INT_RANK[a] ?? 0) > (INT_RANK[b] ?? 0) ? a : b;
}

let defaultFloat: DType = 'float32';
export const defaultDtype = (): DType => defaultFloat;
export function setDefaultDtype(dtype: DType): void {
  defaultFloat = dtype;
}

/** The type that kernels use for tensors of this type. */
export function computeTypeOf(dtype: DType): ComputeType {
  switch (dtype) {
    case 'float32':
    case 'float64':
    case 'int64':
    case 'int32':
      return dtype;
    case 'float16':
    case 'bfloat16':
      return 'float32';
    case 'int16':
    case 'int8':
    case 'uint8':
    case 'bool':
      return 'int32';
  }
}

/** The names of C++ that some of PyTorch's errors use. */
const C_NAMES: Readonly<Record<DType, string>> = {
  float32: 'float',
  float64: 'double',
  float16: 'c10::Half',
  bfloat16: 'c10::BFloat16',
  int64: 'long int',
  int32: 'int',
  int16: 'short int',
  int8: 'signed char',
  uint8: 'unsigned char',
  bool: 'bool',
};
export const cNameOf = (dtype: DType): string => C_NAMES[dtype];

/** What each type holds, and its name where a number does not fit. uint8 takes negative numbers too, which wrap. */
const LIMITS: Readonly<Partial<Record<DType, readonly [low: number, high: number, name: string]>>> = {
  float32: [-3.4028234663852886e38, 3.4028234663852886e38, 'float'],
  float16: [-65504, 65504, 'at::Half'],
  bfloat16: [-3.3895313892515355e38, 3.3895313892515355e38, 'at::BFloat16'],
  int64: [-(2 ** 63), 2 ** 63 - 1, 'int64_t'],
  int32: [-(2 ** 31), 2 ** 31 - 1, 'int'],
  int16: [-(2 ** 15), 2 ** 15 - 1, 'int16_t'],
  int8: [-128, 127, 'int8_t'],
  uint8: [-255, 255, 'uint8_t'],
};

/** Whether a number can be written into a tensor of that type; PyTorch refuses what would overflow. */
export function checkFits(value: number | bigint, dtype: DType): void {
  const limits = LIMITS[dtype];
  if (limits === undefined || (value >= limits[0] && value <= limits[1])) return;
  if (categoryOf(dtype) === 2 && typeof value === 'number' && !Number.isFinite(value)) return;
  fail('RuntimeError', `value cannot be converted to type ${limits[2]} without overflow`);
}
