/** Errors that kernels find in data: they leave a code and the offending value, which the next read reports. */

export const INDEX_OUT_OF_RANGE = 1;
export const TARGET_OUT_OF_RANGE = 2;

/** As on CUDA the operation that failed is some way back, so the message says so. */
export function assertionMessage(code: number, value: number): string {
  const what = code === TARGET_OUT_OF_RANGE ? `Target ${value} is out of bounds.` : `index ${value} is out of range`;
  return (
    `CUDA error: device-side assert triggered: ${what}\n` +
    'The GPU reports errors at the first read after them, so the traceback may point at a later line; ' +
    'run with device="cpu" to see the line.'
  );
}

/** WGSL that records an error; the caller goes on with some harmless value. */
export const ASSERTION_WGSL = {
  fail_index: `fn fail_index(value: i32) { heap[0] = ${INDEX_OUT_OF_RANGE}u; heap[1] = bitcast<u32>(value); }`,
  fail_target: `fn fail_target(value: i32) { heap[0] = ${TARGET_OUT_OF_RANGE}u; heap[1] = bitcast<u32>(value); }`,
} as const;
