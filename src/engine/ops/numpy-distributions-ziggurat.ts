/**
 * Normal and exponential samples by the ziggurat method, as numpy.random's Generator draws them; streams and the other
 * distributions are in numpy-distributions.ts. Source: G. Marsaglia and W. W. Tsang, "The Ziggurat Method", 2000.
 */
import type { BitGenerator } from './numpy-bits';
import { exp, fixedExp, fixedLog, log, ONE } from './numpy-distributions-exact';

interface Tables {
  /** Below this the point lies inside the strip. */
  readonly k: Float64Array;
  readonly w: Float64Array;
  readonly f: Float64Array;
}

const STRIPS = 256;
/** Where the tails begin. */
const NORMAL_R = 3.654152885361009;
const EXPONENTIAL_R = 7.69711747013105;

const emptyTables = (): Tables => ({
  k: new Float64Array(STRIPS),
  w: new Float64Array(STRIPS),
  f: new Float64Array(STRIPS),
});

let normalStrips: Tables | null = null;

/**
 * Strips of equal area under exp(-x² / 2). NumPy's table was computed in doubles, whose rounding errors add up along the
 * strips and show in the samples' last digits: these are the same steps, with the area and the one height that was rounded
 * the other way as they follow from NumPy's samples.
 */
function normalTables(): Tables {
  if (normalStrips !== null) return normalStrips;
  const { k, w, f } = emptyTables();
  const area = 0.004928673233974652;
  const units = 2 ** 52;
  let outer = NORMAL_R;
  let height = exp(-0.5 * outer * outer);
  w[255] = outer / units;
  f[255] = height;
  k[0] = Math.floor(((outer * height) / area) * units);
  w[0] = area / height / units;
  f[0] = 1;
  for (let i = 254; i > 0; i--) {
    const x = Math.sqrt(-2 * log(area / outer + height));
    height = exp(-0.5 * x * x);
    if (i === 38) height += 2 ** -53;
    k[i + 1] = Math.floor((x / outer) * units);
    w[i] = x / units;
    f[i] = height;
    outer = x;
  }
  k[1] = 0;
  return (normalStrips = { k, w, f });
}

let exponentialStrips: Tables | null = null;

/** Strips of equal area under exp(-x). NumPy's table has correctly rounded numbers, so the steps are taken in fixed point. */
function exponentialTables(): Tables {
  if (exponentialStrips !== null) return exponentialStrips;
  const { k, w, f } = emptyTables();
  const number = (x: bigint): number => Number(x) / Number(ONE);
  const units = 2 ** 53;
  let outer = (76971174701310497140446280481140895233430n * ONE) / 10n ** 40n;
  let height = fixedExp(-outer);
  const area = (height * (outer + ONE)) / ONE;
  w[255] = number(outer) / units;
  f[255] = number(height);
  k[0] = Number((((outer * height) / area) * BigInt(units)) / ONE);
  w[0] = number((area * ONE) / height) / units;
  f[0] = 1;
  for (let i = 254; i > 0; i--) {
    const x = -fixedLog((area * ONE) / outer + height);
    height = fixedExp(-x);
    k[i + 1] = Number((x * BigInt(units)) / outer);
    w[i] = number(x) / units;
    f[i] = number(height);
    outer = x;
  }
  k[1] = 0;
  return (exponentialStrips = { k, w, f });
}

const at = (row: Float64Array, i: number): number => row[i] as number;

/** Bits 9 to 60 of a 64-bit draw. */
const upper52 = (high: number, low: number): number => (high & 0x1fffffff) * 8388608 + (low >>> 9);

export function zigguratNormal(bits: BitGenerator): number {
  const { k, w, f } = normalTables();
  for (;;) {
    const high = bits.next64();
    const { low } = bits;
    const strip = low & 0xff;
    // 52 bits after the strip's eight and the sign.
    const size = upper52(high, low);
    const x = (low & 0x100) === 0 ? size * at(w, strip) : -size * at(w, strip);
    if (size < at(k, strip)) return x;
    if (strip === 0) return normalTail(bits, Math.floor(size / 256) % 2 === 1);
    if ((at(f, strip - 1) - at(f, strip)) * bits.double() + at(f, strip) < exp(-0.5 * x * x)) return x;
  }
}

function normalTail(bits: BitGenerator, negative: boolean): number {
  for (;;) {
    const x = -Math.log1p(-bits.double()) / NORMAL_R;
    const y = -Math.log1p(-bits.double());
    if (y + y > x * x) return negative ? -(NORMAL_R + x) : NORMAL_R + x;
  }
}

export function zigguratExponential(bits: BitGenerator): number {
  const { k, w, f } = exponentialTables();
  for (;;) {
    const high = bits.next64();
    const { low } = bits;
    const strip = (low >>> 3) & 0xff;
    const size = high * 2097152 + (low >>> 11);
    const x = size * at(w, strip);
    if (size < at(k, strip)) return x;
    if (strip === 0) return EXPONENTIAL_R - Math.log1p(-bits.double());
    if ((at(f, strip - 1) - at(f, strip)) * bits.double() + at(f, strip) < exp(-x)) return x;
  }
}

// ------------------------------------------------------------------ float32: the same strips, 23 bits of a 32-bit draw

const { fround } = Math;

/** A float32 uniform sample. */
export const single = (bits: BitGenerator): number => (bits.next32() >>> 8) / 16777216;

export function zigguratNormalSingle(bits: BitGenerator): number {
  const { k, w, f } = normalTables();
  for (;;) {
    const draw = bits.next32();
    const strip = draw & 0xff;
    const size = draw >>> 9;
    const width = fround(size * fround(at(w, strip) * 2 ** 29));
    const x = (draw & 0x100) === 0 ? width : -width;
    if (size < Math.floor(at(k, strip) / 2 ** 29)) return x;
    if (strip === 0) {
      for (;;) {
        const right = fround(-fround(Math.log1p(-single(bits))) * fround(1 / NORMAL_R));
        const up = -fround(Math.log1p(-single(bits)));
        if (fround(up + up) > fround(right * right))
          return ((size >>> 8) & 1) === 1 ? -fround(NORMAL_R + right) : fround(NORMAL_R + right);
      }
    }
    const [above, own] = [fround(at(f, strip - 1)), fround(at(f, strip))];
    if (fround(fround(fround(above - own) * single(bits)) + own) < exp(-0.5 * x * x)) return x;
  }
}

export function zigguratExponentialSingle(bits: BitGenerator): number {
  const { k, w, f } = exponentialTables();
  for (;;) {
    const draw = bits.next32() >>> 1;
    const strip = draw & 0xff;
    const size = draw >>> 8;
    const x = fround(size * fround(at(w, strip) * 2 ** 30));
    if (size < Math.floor(at(k, strip) / 2 ** 30)) return x;
    if (strip === 0) return fround(fround(EXPONENTIAL_R) - fround(Math.log1p(-single(bits))));
    const [above, own] = [fround(at(f, strip - 1)), fround(at(f, strip))];
    if (fround(fround(fround(above - own) * single(bits)) + own) < exp(-x)) return x;
  }
}
