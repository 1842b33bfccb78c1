/**
 * Programs: the calls that Python made during a piece of work, noted once and repeated without Python, as TensorFlow repeats
 * the graph that it traced. Python decides what may be repeated and compares two notes of the same work first
 * (keras/src/trainers/repeated.py); what asks for values, or makes tensors from Python's memory, can't be noted.
 */
import { gradMode, setGradMode } from './autograd';
import {
  exposedFunctions,
  expose,
  exposeOutside,
  freeDropped,
  listen,
  type Call,
  type ExposedFunction,
} from './expose';
import { sameSizes } from './shape';
import { freeHandle, handleOf, tensorOf, type Tensor } from './tensor';

/** Asked of a tensor, or of the engine: Python has taken the answers into account, and they are the same each time. Or names. */
const ASKED = new Set(
  `check_writable default_dtype device dim dtype grad_mode grad_name has_grad inference_mode is_contiguous is_inference is_leaf is_view keep_name
  name_node numel output_index rename_node requires_grad retains_grad same_sizes same_storage sizes storage_bytes storage_offset strides version`.split(
    /\s+/,
  ),
);
/** Done for what they change; what they answer is not used. */
const DONE = new Set(['mark_multiple_view', 'set_grad_mode', 'set_requires_grad']);
/** What they give or do depends on more than tensors of the same looks: Python's memory, hooks, elements that are counted. */
const NEVER = new Set(['from_address', 'record_function', 'backward', 'resume', 'asked_grad', 'grad', 'nonzero']);

/** Updates of an optimizer, and which of their arguments every run is given anew: the rate, Adam's epsilon and step. */
const WITH_NUMBERS: Readonly<Record<string, readonly number[]>> = { adam: [0, 3, 7], sgd: [0] };

/** Arguments are numbers; those at `places` are replaced by what is in the slots. The result goes into a slot, or -1. */
interface Step {
  readonly name: string;
  readonly run: ExposedFunction;
  readonly args: number[];
  readonly places: readonly number[];
  readonly slots: readonly number[];
  readonly result: number;
}

/** A tensor that was there before; the handle is held as Python holds its own. */
interface External {
  readonly slot: number;
  readonly handle: number;
}

/** Which arguments of a call are handles. */
function handlePlaces(spec: string, count: number): number[] {
  const places: number[] = [];
  let at = 0;
  for (const letter of spec) {
    if (letter === 'T' || letter === 'H') for (let i = at; i < count; i++) places.push(i);
    else if (letter === 't' || letter === 'o' || letter === 'h') places.push(at);
    at += letter === 's' ? 2 : 1;
  }
  return places;
}

class Notes {
  readonly steps: Step[] = [];
  readonly externals: External[] = [];
  /** Why this can't be repeated; empty while it can. */
  spoiltBy = '';
  slotCount = 0;
  /** The slots that a handle stands for, the latest last: an operation may give a tensor that has a handle already. */
  private readonly slotsOf = new Map<number, number[]>();

  take({ name, spec, args, result, gaveTensor }: Call): void {
    if (this.spoiltBy !== '' || ASKED.has(name)) return;
    if (name === 'free') return this.takeFree(args[0] as number);
    const gives = gaveTensor || name === 'next_result';
    const known = gives || name.endsWith('_') || DONE.has(name) || name in WITH_NUMBERS;
    if (!known || NEVER.has(name) || (gives && typeof result !== 'number') || result === -1) {
      this.spoiltBy = name;
      return;
    }
    const places = handlePlaces(spec, args.length).filter((place) => args[place] !== 0);
    const slots = places.map((place) => this.slotOf(args[place] as number));
    this.add(name, args, places, slots, gives && result !== 0 ? this.newSlot(result as number) : -1);
  }

  private add(name: string, args: readonly number[], places: number[], slots: number[], result: number): void {
    const run = exposedFunctions()[name] as ExposedFunction;
    this.steps.push({ name, run, args: [...args], places, slots, result });
  }

  private newSlot(handle: number): number {
    const slot = this.slotCount++;
    const slots = this.slotsOf.get(handle);
    if (slots === undefined) this.slotsOf.set(handle, [slot]);
    else slots.push(slot);
    return slot;
  }

  private slotOf(handle: number): number {
    const known = this.slotsOf.get(handle)?.at(-1) ?? this.externals.find((each) => each.handle === handle)?.slot;
    if (known !== undefined) return known;
    const external = { slot: this.slotCount++, handle: handleOf(tensorOf(handle)) };
    this.externals.push(external);
    return external.slot;
  }

  /** Tensors from outside are freed by their owners. */
  private takeFree(handle: number): void {
    const slots = this.slotsOf.get(handle);
    const slot = slots?.pop();
    if (slot === undefined) return;
    if (slots?.length === 0) this.slotsOf.delete(handle);
    this.add('free', [0], [0], [slot], -1);
  }

  /** The slots of the results, which belong to the caller from then on; whatever else is left is freed. */
  finish(results: readonly number[]): number[] {
    const slots = results.map((handle) => {
      const slot = this.slotsOf.get(handle)?.pop();
      if (slot === undefined) this.spoiltBy ||= 'a result from outside';
      return slot ?? -1;
    });
    for (const left of this.slotsOf.values()) for (const slot of left) this.add('free', [0], [0], [slot], -1);
    return slots;
  }
}

/** What operations and Python go by, besides the elements. */
type Looks = Pick<Tensor, 'dtype' | 'backend' | 'requiresGrad' | 'sizes' | 'strides'>;
const looksOf = ({ dtype, backend, requiresGrad, sizes, strides }: Tensor): Looks => ({
  dtype,
  backend,
  requiresGrad,
  sizes,
  strides,
});
const looksLike = (tensor: Tensor, looks: Looks): boolean =>
  tensor.dtype === looks.dtype &&
  tensor.backend === looks.backend &&
  tensor.requiresGrad === looks.requiresGrad &&
  sameSizes(tensor.sizes, looks.sizes) &&
  sameSizes(tensor.strides, looks.strides);

class Program {
  private readonly slots: number[];
  private readonly inputs: { readonly slot: number; readonly looks: Looks }[] = [];
  /** The arguments that are numbers of each run. */
  private readonly numbers: { readonly args: number[]; readonly place: number }[];

  constructor(
    private readonly steps: readonly Step[],
    private externals: readonly External[],
    private readonly results: readonly number[],
    slotCount: number,
  ) {
    this.slots = Array.from({ length: slotCount }, () => 0);
    for (const { slot, handle } of externals) this.slots[slot] = handle;
    this.numbers = steps.flatMap(({ name, args }) => (WITH_NUMBERS[name] ?? []).map((place) => ({ args, place })));
  }

  /** All that two notes of the same work have in common. */
  get text(): string {
    const steps = this.steps.map(({ name, args, places, slots, result }) => [
      name,
      args.map((arg, at) => (places.includes(at) || WITH_NUMBERS[name]?.includes(at) ? '' : arg)),
      slots,
      result,
    ]);
    return JSON.stringify([steps, this.externals.map(({ slot }) => slot), this.results]);
  }

  handleOfExternal(index: number): number {
    return this.externals[index]?.handle ?? 0;
  }

  /** Says which tensors from outside are given anew to each run; the others stay as they are, and are kept. */
  bind(indices: readonly number[]): void {
    for (const index of indices) {
      const { slot, handle } = this.externals[index] as External;
      this.inputs.push({ slot, looks: looksOf(tensorOf(handle)) });
      freeHandle(handle);
    }
    this.externals = this.externals.filter((_, index) => !indices.includes(index));
  }

  /**
   * The numbers, then the inputs' handles. Gives the handles of the results; null when an input is not like the one that was
   * there when the calls were noted.
   */
  run(given: readonly number[]): number[] | null {
    freeDropped();
    const { slots, numbers, inputs } = this;
    for (let i = 0; i < inputs.length; i++) {
      const { slot, looks } = inputs[i] as (typeof inputs)[number];
      const handle = given[numbers.length + i] as number;
      if (!looksLike(tensorOf(handle), looks)) return null;
      slots[slot] = handle;
    }
    for (let i = 0; i < numbers.length; i++) {
      const { args, place } = numbers[i] as (typeof numbers)[number];
      args[place] = given[i] as number;
    }
    const mode = gradMode();
    let at = 0;
    try {
      for (; at < this.steps.length; at++) {
        const { run, args, places, slots: from, result } = this.steps[at] as Step;
        for (let i = 0; i < places.length; i++) args[places[i] as number] = slots[from[i] as number] as number;
        const given = run(...args);
        if (result >= 0) slots[result] = given as number;
      }
    } catch (error) {
      setGradMode(mode);
      this.freeHeld(at);
      throw error;
    }
    return this.results.map((slot) => slots[slot] as number);
  }

  /** Frees what the first steps made and did not free. */
  private freeHeld(done: number): void {
    const held = new Set<number>();
    for (const { name, slots, result } of this.steps.slice(0, done)) {
      if (name === 'free') held.delete(slots[0] as number);
      else if (result >= 0) held.add(result);
    }
    for (const slot of held) freeHandle(this.slots[slot] as number);
  }

  release(): void {
    for (const { handle } of this.externals) freeHandle(handle);
  }
}

let notes: Notes | null = null;
const programs = new Map<number, Program>();
let nextProgram = 1;
const programOf = (id: number): Program => programs.get(id) as Program;
const waiting: number[] = [];

exposeOutside('program_begin', '', () => {
  freeDropped();
  const begun = new Notes();
  notes = begun;
  listen((call) => begun.take(call));
  return 0;
});
/** The work is done and these are its results: the program's number, or 0 when it can't be repeated. */
exposeOutside('program_end', 'H', (...results) => {
  freeDropped();
  listen(null);
  const ended = notes;
  notes = null;
  if (ended === null) return 0;
  const slots = ended.finish(results);
  const program = new Program(ended.steps, ended.externals, slots, ended.slotCount);
  if (ended.spoiltBy !== '') {
    program.release();
    return 0;
  }
  programs.set(nextProgram, program);
  return nextProgram++;
});
expose('program_text', 'i', (id: number) => programOf(id).text);
/** The handle that a tensor from outside had, by its number from 0; 0 after the last. */
expose('program_external', 'ii', (id: number, index: number) => programOf(id).handleOfExternal(index));
expose('program_bind', 'iI', (id: number, indices: readonly number[]) => programOf(id).bind(indices));
/** -1 when an input is not as it was; else the first result (0: there is none), program_result() gives the others. */
exposeOutside('program_run', 'iH', (id = 0, ...given) => {
  const results = programOf(id).run(given);
  if (results === null) return -1;
  waiting.length = 0;
  for (let i = results.length - 1; i > 0; i--) waiting.push(results[i] as number);
  return results[0] ?? 0;
});
exposeOutside('program_result', '', () => waiting.pop() ?? 0);
exposeOutside('program_free', 'i', (id = 0) => {
  programs.get(id)?.release();
  programs.delete(id);
  return 0;
});
