/**
 * The kernels' module: pointers into imported memory in, numbers out. Built by ../build.ts, which also generates
 * './opcodes' from src/engine/core/opcodes.ts. Flat kernels take byte strides of one row; `_nd` kernels take a descriptor
 * (support.ts).
 */
export { takeFlag } from './support';
export * from './unary';
export * from './binary';
export * from './compare';
export * from './copy';
export * from './reduce';
export * from './statistics';
export * from './softmax';
export * from './indexing';
export * from './gemm_f32';
export * from './gemm_f64';
export { gemm_i32, gemm_i64 } from './gemm';
export * from './windows';
export * from './sort';
export * from './optimizers';
export * from './normalize';
export * from './recurrent';
