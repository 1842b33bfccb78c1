/**
 * log, sin and cos in float32 to the bit of the C library that PyTorch and TensorFlow run on under Linux: Math.log rounded
 * to float32 differs from it in every 150th number, and so would every 150th random number in its last digit.
 * Source of the methods and of their constants: Arm's optimized routines (math/logf.c, math/sincosf.h), which glibc has
 * taken over.
 */

const real = new Float32Array(1);
const bits = new Int32Array(real.buffer);

/** 1/c and log(c) for a c near the middle of each of 16 parts of [0.7, 1.4). */
const LOG_CENTRES = new Float64Array([
  1.398907162146528, -0.33569133332882284, 1.3403141896637998, -0.2929040563774074, 1.286432210124115,
  -0.2518726580937369, 1.2367150214269895, -0.21245868807117255, 1.1906977166711752, -0.17453945183745634,
  1.1479821020556429, -0.1380057072319758, 1.1082251448272158, -0.10275976698545139, 1.0711297413057381,
  -0.06871392447020525, 1.036437278977283, -0.0357891387398228, 1.0, 0.0, 0.9492859795739057, 0.05204517742929496,
  0.8951049428609004, 0.11081431298787942, 0.8476821620351103, 0.1652495223695143, 0.8050314851692001,
  0.21687389031699977, 0.7664671008843108, 0.2659635028121397, 0.731428603316328, 0.3127556664073557,
]);
const FIRST_PART = 0x3f330000;

/** The natural logarithm of a positive, normal float32. */
export function log32(x: number): number {
  real[0] = x;
  const offset = (bits[0] as number) - FIRST_PART;
  const part = (offset >> 19) & 15;
  const exponent = offset >> 23;
  bits[0] = (bits[0] as number) - (offset & ~0x7fffff);
  const r = real[0] * (LOG_CENTRES[2 * part] as number) - 1;
  const start = (LOG_CENTRES[2 * part + 1] as number) + exponent * Math.LN2;
  const square = r * r;
  const tail = -0.25089342214237154 * square + (0.333456765744066 * r - 0.4999997485802103);
  return Math.fround(tail * square + (start + r));
}

/** 2/π · 2²⁴: quarters of a turn in fixed point. */
const QUARTERS = 10680707.430881744;
/** Below it x is its own sine. */
const TINY = 2 ** -12;

/** What sinCos32 found last: its two results, without an object for each call. */
export const turned = { sin: 0, cos: 1 };

/** Sine and cosine of a float32 from 0 to 120, into `turned`. */
export function sinCos32(angle: number): void {
  let x = angle;
  let quarter = 0;
  if (angle >= Math.fround(Math.PI / 4)) {
    quarter = (Math.trunc(angle * QUARTERS) + 0x800000) >> 24;
    x = angle - quarter * (Math.PI / 2);
  } else if (angle < TINY) {
    turned.sin = angle;
    turned.cos = 1;
    return;
  }
  const x2 = x * x;
  const x4 = x2 * x2;
  const signed = (quarter & 3) === 1 || (quarter & 3) === 2 ? -x : x;
  const x3 = x2 * signed;
  const sine = signed + x3 * -0.16666654943701084 + x3 * x2 * (0.008332178146138854 + x2 * -0.00019517298981385725);
  const cosine =
    1 +
    x2 * -0.49999999725108224 +
    x4 * 0.041666623324344516 +
    x4 * x2 * (-0.001388676379437604 + x2 * 2.4390450703564542e-5);
  const [a, b] = [Math.fround(sine), Math.fround((quarter & 2) === 0 ? cosine : -cosine)];
  turned.sin = (quarter & 1) === 0 ? a : b;
  turned.cos = (quarter & 1) === 0 ? b : a;
}
