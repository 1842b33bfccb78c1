/**
 * The Mersenne Twister of PyTorch's CPU generator (at::mt19937), with the generator's cached normal sample and the byte
 * layout of torch.get_rng_state(). Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998.
 */
import { fail } from './errors';

const N = 624;
const M = 397;
/** Size of the state that PyTorch prints and saves. */
export const STATE_BYTES = 5056;

export class Generator {
  private readonly state = new Uint32Array(N);
  private left = 1;
  private next = 0;
  private seedValue = 0n;
  /** The second value of the last Box–Muller pair in double precision. */
  cachedNormal: number | null = null;

  constructor(seed: bigint) {
    this.seed(seed);
  }

  get initialSeed(): bigint {
    return this.seedValue;
  }

  seed(seed: bigint): void {
    this.seedValue = BigInt.asUintN(64, seed);
    const { state } = this;
    state[0] = Number(BigInt.asUintN(32, seed));
    for (let j = 1; j < N; j++) {
      const before = state[j - 1] as number;
      state[j] = Math.imul(1812433253, before ^ (before >>> 30)) + j;
    }
    this.left = 1;
    this.next = 0;
    this.cachedNormal = null;
  }

  /** 32 random bits as an unsigned number. */
  random(): number {
    if (--this.left === 0) this.refill();
    let y = this.state[this.next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** 64 random bits: the first draw is the upper half. */
  random64(): bigint {
    const high = this.random();
    return (BigInt(high) << 32n) | BigInt(this.random());
  }

  /** Uniform in [0, 1) with 24 bits: what float tensors get. */
  uniform24(): number {
    return (this.random() & 0xffffff) / 16777216;
  }

  /** Uniform in [0, 1) with 53 bits: what double tensors and probabilities get. */
  uniform53(): number {
    const high = this.random() & 0x1fffff;
    return (high * 4294967296 + this.random()) / 9007199254740992;
  }

  /** One normal sample in double precision; every second one comes from the cache. */
  normal(): number {
    if (this.cachedNormal !== null) {
      const cached = this.cachedNormal;
      this.cachedNormal = null;
      return cached;
    }
    const u1 = this.uniform53();
    const u2 = this.uniform53();
    const radius = Math.sqrt(-2 * Math.log1p(-u2));
    this.cachedNormal = radius * Math.sin(2 * Math.PI * u1);
    return radius * Math.cos(2 * Math.PI * u1);
  }

  private refill(): void {
    const { state } = this;
    const twist = (u: number, v: number): number =>
      (((u & 0x80000000) | (v & 0x7fffffff)) >>> 1) ^ (v & 1 ? 0x9908b0df : 0);
    for (let k = 0; k < N; k++) {
      state[k] = (state[(k + M) % N] as number) ^ twist(state[k] as number, state[(k + 1) % N] as number);
    }
    this.left = N;
    this.next = 0;
  }

  save(): Uint8Array {
    const view = new DataView(new ArrayBuffer(STATE_BYTES));
    view.setBigUint64(0, this.seedValue, true);
    view.setInt32(8, this.left, true);
    view.setInt32(12, 1, true);
    view.setBigUint64(16, BigInt(this.next), true);
    this.state.forEach((word, i) => view.setBigUint64(24 + 8 * i, BigInt(word), true));
    view.setFloat64(24 + 8 * N + 8, this.cachedNormal ?? 0, true);
    view.setInt32(24 + 8 * N + 24, this.cachedNormal === null ? 0 : 1, true);
    return new Uint8Array(view.buffer);
  }

  load(bytes: Uint8Array): void {
    if (bytes.byteLength !== STATE_BYTES) {
      fail(
        'RuntimeError',
        `Expected either a CPUGeneratorImplStateLegacy of size 5048 or a CPUGeneratorImplState of size ${STATE_BYTES} but found the input RNG state size to be ${bytes.byteLength}`,
      );
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.seedValue = view.getBigUint64(0, true);
    this.left = view.getInt32(8, true);
    this.next = Number(view.getBigUint64(16, true));
    for (let i = 0; i < N; i++) this.state[i] = Number(view.getBigUint64(24 + 8 * i, true));
    this.cachedNormal = view.getInt32(24 + 8 * N + 24, true) === 0 ? null : view.getFloat64(24 + 8 * N + 8, true);
  }
}
