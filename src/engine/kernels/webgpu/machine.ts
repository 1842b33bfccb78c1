/**
 * The GPU as one memory and one queue of commands: every storage is a block of one buffer, every kernel sees that buffer
 * and a few numbers. tfjs holds the device, its buffers and the command encoder; which kernels there are is left to the
 * files beside this one.
 */
import { refuseForeignMemory } from '../../core/devices';
import { EngineError, fail } from '../../core/errors';
import type { Tensor } from '../../core/tensor';
import type { OpenedGpu } from './adapter';
import { assertionMessage } from './assertions';
import { Heap, type Block } from './heap';
import { shader } from './wgsl';

/** Bytes of numbers that one kernel may be given; kernels declare them as `Params`. */
export const PARAMS_BYTES = 4096;
/** Dynamic offsets of uniforms are multiples of 256 bytes. */
const SLOT_WORDS = 64;
const PARAMS_WORDS = 64 * 1024;
const FIRST_HEAP_WORDS = 16 * 2 ** 20;
/** The GPU starts on a long row of commands before its end is known. */
const DISPATCHES_PER_SUBMIT = 96;
const STATUS_WORDS = 2;
/** Larger staging buffers are not kept. */
const KEEP_STAGING = 16 * 2 ** 20;
const MIB = 2 ** 20;
const LOST =
  'CUDA error: the GPU device was lost. Its tensors are gone; restart the session to use the GPU again, or continue on device="cpu".';

/** What tfjs keeps to itself: our kernels are recorded into its encoder, so that both kinds run in order. */
interface Recorder {
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
}

export interface Counters {
  dispatches: number;
  submits: number;
  reads: number;
  bytesRead: number;
  bytesWritten: number;
  /** Shaders compiled. */
  pipelines: number;
}

/** `n` words from `out` on. */
export const fillSource = (): string => shader('n: u32, out: u32, value: u32', 'heap[params.out + i] = params.value;');

export class Machine {
  readonly counters: Counters = { dispatches: 0, submits: 0, reads: 0, bytesRead: 0, bytesWritten: 0, pipelines: 0 };
  lost = false;
  /** The adapter is a program: few threads, and barriers that cost more than they save. Tests switch it to reach both forms. */
  software: boolean;
  private readonly device: GPUDevice;
  private readonly recorder: Recorder;
  private readonly heap = new Heap(FIRST_HEAP_WORDS);
  private buffer: GPUBuffer;
  private bufferWords = FIRST_HEAP_WORDS;
  private readonly params: GPUBuffer;
  private readonly words = new Uint32Array(PARAMS_WORDS);
  private cursor = 0;
  private batch = 1;
  private dispatchesInBatch = 0;
  private readonly layout: GPUBindGroupLayout;
  private readonly pipelineLayout: GPUPipelineLayout;
  private bindings: GPUBindGroup;
  private readonly pipelines = new Map<string, GPUComputePipeline>();
  private problem: string | null = null;
  private earlier: { readonly submits: number; readonly done: Promise<unknown> } | null = null;

  constructor(
    private readonly gpu: OpenedGpu,
    onLost: (reason: string) => void,
  ) {
    const { device } = gpu.tfjs;
    this.device = device;
    this.software = gpu.software;
    this.recorder = gpu.tfjs as unknown as Recorder;
    this.layout = device.createBindGroupLayout({
      entries: [
        { binding: 0, visibility: GPUShaderStage.COMPUTE, buffer: { type: 'storage' } },
        {
          binding: 1,
          visibility: GPUShaderStage.COMPUTE,
          buffer: { type: 'uniform', hasDynamicOffset: true, minBindingSize: PARAMS_BYTES },
        },
      ],
    });
    this.pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [this.layout] });
    const uniform = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
    this.params = gpu.tfjs.bufferManager.acquireBuffer(PARAMS_WORDS * 4, uniform);
    this.buffer = this.makeHeapBuffer(FIRST_HEAP_WORDS);
    this.bindings = this.bind();
    void device.lost.then(({ message }) => {
      this.lost = true;
      onLost(message);
    });
    device.onuncapturederror = ({ error }) => {
      this.problem ??= error.message;
    };
  }

  /** Buffers that exist on the device. */
  get buffers(): number {
    const { bufferManager } = this.gpu.tfjs;
    return bufferManager.getNumUsedBuffers() + bufferManager.getNumFreeBuffers();
  }

  /** Bytes: in use by tensors, the most so far, and held from the device. */
  get memory(): { readonly used: number; readonly peak: number; readonly reserved: number } {
    return { used: this.heap.used * 4, peak: this.heap.peak * 4, reserved: this.bufferWords * 4 };
  }

  resetPeak(): void {
    this.heap.peak = this.heap.used;
  }

  // ---------------------------------------------------------------- memory

  allocate(words: number): Block {
    this.requireDevice();
    return this.heap.take(words) ?? this.grown(words);
  }

  free(block: Block): void {
    this.heap.give(block);
  }

  /** Words for the commands of one operation: free them when those are recorded. */
  scratch(words: number): Block {
    const block = this.allocate(words);
    block.lastBatch = this.batch;
    return block;
  }

  /** Where a tensor's first element is, for kernels that read it. */
  source(tensor: Tensor): number {
    const block = blockOf(tensor);
    if (block.constant !== null) this.materialize(block);
    block.lastBatch = this.batch;
    return block.at + tensor.offset;
  }

  /** Where a tensor's first element is, for kernels that write all of its elements without reading them. */
  target(tensor: Tensor): number {
    const block = blockOf(tensor);
    block.constant = null;
    block.lastBatch = this.batch;
    return block.at + tensor.offset;
  }

  /** The word that stands for the whole of a tensor of one element, when no kernel has to be asked. */
  constantOf(tensor: Tensor): number | null {
    return blockOf(tensor).constant;
  }

  /** Remembers the value of a storage of one element; nothing is sent before a kernel needs it in memory. */
  setConstant(tensor: Tensor, word: number): void {
    blockOf(tensor).constant = word;
  }

  write(tensor: Tensor, data: Uint32Array<ArrayBuffer>): void {
    this.requireDevice();
    const block = blockOf(tensor);
    block.constant = null;
    // Commands that were recorded before this write must see the old words.
    if (block.lastBatch === this.batch) this.submit();
    this.device.queue.writeBuffer(this.buffer, (block.at + tensor.offset) * 4, data);
    this.counters.bytesWritten += data.byteLength;
  }

  /** Words from a block on; the promise fails with the error that a kernel has left, as on CUDA. */
  read(at: number, words: number): Promise<Uint32Array<ArrayBuffer>> {
    this.requireDevice();
    const { tfjs } = this.gpu;
    const bytes = 2 ** Math.ceil(Math.log2(Math.max(256, (STATUS_WORDS + words) * 4)));
    const staging = tfjs.bufferManager.acquireBuffer(bytes, GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ);
    const encoder = this.encoder();
    encoder.copyBufferToBuffer(this.buffer, 0, staging, 0, STATUS_WORDS * 4);
    if (words > 0) encoder.copyBufferToBuffer(this.buffer, at * 4, staging, STATUS_WORDS * 4, words * 4);
    this.submit();
    this.counters.reads++;
    this.counters.bytesRead += words * 4;
    return this.arrived(staging, words);
  }

  /** Its errors reject the promise as they are: the bridge raises them in Python when it has waited. */
  private async arrived(staging: GPUBuffer, words: number): Promise<Uint32Array<ArrayBuffer>> {
    const size = (STATUS_WORDS + words) * 4;
    try {
      await staging.mapAsync(GPUMapMode.READ, 0, size);
    } catch (error) {
      throw new EngineError(
        'RuntimeError',
        this.lost ? LOST : `CUDA error: reading from the GPU failed (${String(error)})`,
      );
    }
    const data = new Uint32Array(staging.getMappedRange(0, size).slice(0));
    staging.unmap();
    this.gpu.tfjs.bufferManager.releaseBuffer(staging, size <= KEEP_STAGING);
    // After a refused command the staging buffer holds what an earlier read left there.
    if (this.problem !== null) {
      const problem = this.problem;
      this.problem = null;
      throw new EngineError('RuntimeError', `CUDA error: ${problem}`);
    }
    const [code = 0, value = 0] = data;
    if (code !== 0) {
      this.device.queue.writeBuffer(this.buffer, 0, new Uint32Array(STATUS_WORDS));
      throw new EngineError('RuntimeError', assertionMessage(code, value | 0));
    }
    return data.subarray(STATUS_WORDS);
  }

  // ---------------------------------------------------------------- kernels

  /**
   * Runs a kernel in as many workgroups as asked for. Kernels number their workgroups as wgsl.ts says, since a dimension
   * holds 65,535 of them. `params` are words; the source is asked for once for each key.
   */
  run(key: string, source: () => string, params: readonly number[], groups: number): void {
    if (groups === 0) return;
    const most = this.device.limits.maxComputeWorkgroupsPerDimension;
    const x = groups <= most ? groups : Math.ceil(Math.sqrt(groups));
    this.run3(key, source, params, x, Math.ceil(groups / x), 1);
  }

  run3(key: string, source: () => string, params: readonly number[], x: number, y: number, z: number): void {
    this.requireDevice();
    const pipeline = this.pipelines.get(key) ?? this.compile(key, source());
    const at = this.cursor;
    this.words.set(params, at);
    this.cursor = at + Math.ceil(params.length / SLOT_WORDS) * SLOT_WORDS;
    const pass = this.pass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.bindings, [at * 4]);
    pass.dispatchWorkgroups(x, y, z);
    this.counters.dispatches++;
    this.dispatchesInBatch++;
    if (this.dispatchesInBatch >= DISPATCHES_PER_SUBMIT || this.cursor + PARAMS_BYTES / 4 > PARAMS_WORDS) this.submit();
  }

  /** Sends what was recorded. */
  submit(): void {
    if (this.recorder.commandEncoder === null) return;
    if (this.cursor > 0) this.device.queue.writeBuffer(this.params, 0, this.words, 0, this.cursor);
    this.gpu.tfjs.endComputePassEncoder();
    this.gpu.tfjs.submitQueue();
    this.counters.submits++;
    this.cursor = 0;
    this.dispatchesInBatch = 0;
    this.batch++;
  }

  /**
   * The end of all work submitted before the last call; null when there was none. Who waits for it every now and then keeps
   * a loop without reads from piling up minutes of commands, while the GPU still works beside Python.
   */
  catchUp(): Promise<unknown> | null {
    const { submits } = this.counters;
    const { earlier } = this;
    if (earlier?.submits === submits) this.earlier = null;
    else this.earlier = { submits, done: this.device.queue.onSubmittedWorkDone() };
    return earlier?.done ?? null;
  }

  requireDevice(): void {
    if (this.lost) fail('RuntimeError', LOST);
  }

  private compile(key: string, code: string): GPUComputePipeline {
    const module = this.device.createShaderModule({ code, label: key });
    const compute = { module, entryPoint: 'main' };
    const pipeline = this.device.createComputePipeline({ label: key, layout: this.pipelineLayout, compute });
    this.pipelines.set(key, pipeline);
    this.counters.pipelines++;
    return pipeline;
  }

  /** An encoder outside any pass, for copies. */
  private encoder(): GPUCommandEncoder {
    this.gpu.tfjs.endComputePassEncoder();
    this.gpu.tfjs.ensureCommandEncoderReady();
    return this.recorder.commandEncoder as GPUCommandEncoder;
  }

  private pass(): GPUComputePassEncoder {
    this.gpu.tfjs.ensureCommandEncoderReady();
    this.recorder.computePassEncoder ??= (this.recorder.commandEncoder as GPUCommandEncoder).beginComputePass();
    return this.recorder.computePassEncoder;
  }

  private materialize(block: Block): void {
    const word = block.constant as number;
    block.constant = null;
    // A plain write would come before the recorded commands that still use the block's words.
    if (block.lastBatch === this.batch) this.run('fill', fillSource, [1, block.at, word], 1);
    else this.device.queue.writeBuffer(this.buffer, block.at * 4, new Uint32Array([word]));
  }

  private makeHeapBuffer(words: number): GPUBuffer {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    return this.gpu.tfjs.bufferManager.acquireBuffer(words * 4, usage);
  }

  private bind(): GPUBindGroup {
    return this.device.createBindGroup({
      layout: this.layout,
      entries: [
        { binding: 0, resource: { buffer: this.buffer } },
        { binding: 1, resource: { buffer: this.params, size: PARAMS_BYTES } },
      ],
    });
  }

  /** Moves everything to a buffer twice as large, or as large as the device allows. */
  private grown(words: number): Block {
    const { maxBufferSize, maxStorageBufferBindingSize } = this.device.limits;
    const limit = Math.floor(Math.min(maxBufferSize, maxStorageBufferBindingSize, 2 ** 32 - 256) / 256) * 64;
    const needed = this.heap.capacityFor(words);
    if (needed > limit) {
      const inUse = (this.heap.used * 4) / MIB;
      fail(
        'OutOfMemoryError',
        `CUDA out of memory. Tried to allocate ${((words * 4) / MIB).toFixed(2)} MiB. The GPU gives this page ${((limit * 4) / MIB).toFixed(2)} MiB, of which ${inUse.toFixed(2)} MiB are in use. Use a smaller batch, del what is no longer needed, or device="cpu".`,
      );
    }
    const size = Math.min(limit, Math.max(needed, this.bufferWords * 2));
    const before = this.buffer;
    const after = this.makeHeapBuffer(size);
    this.encoder().copyBufferToBuffer(before, 0, after, 0, this.bufferWords * 4);
    this.submit();
    this.gpu.tfjs.bufferManager.releaseBuffer(before, false);
    this.buffer = after;
    this.bufferWords = size;
    this.bindings = this.bind();
    this.heap.grow(size);
    return this.heap.take(words) ?? fail('OutOfMemoryError', 'CUDA out of memory.');
  }
}

export function blockOf(tensor: Tensor): Block {
  const { memory } = tensor.storage;
  return typeof memory === 'number' ? refuseForeignMemory() : (memory as Block);
}
