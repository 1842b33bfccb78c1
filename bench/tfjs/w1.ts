/** W1 on TensorFlow.js' LayersModel and its WASM backend: the same numbers as bench/works/w1.py. */
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as layers from '@tensorflow/tfjs-layers';

const ROWS = 1024;
const BATCH = 32;
const LAYERS = [
  [784, 128],
  [128, 128],
  [128, 10],
] as const;

function hashed(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => {
    const wave = Math.sin(k * 12.9898 + seed) * 43758.5453;
    return wave - Math.floor(wave);
  });
}

let model: layers.Sequential;
let inputs: tf.Tensor;
let targets: tf.Tensor;

async function setup(): Promise<string> {
  setWasmPaths('./');
  await tf.setBackend('wasm');
  await tf.ready();
  model = layers.sequential({
    layers: LAYERS.map(([size, units], i) =>
      layers.layers.dense({ inputShape: [size], units, ...(i < 2 ? { activation: 'relu' as const } : {}) }),
    ),
  });
  model.layers.forEach((layer, i) => {
    const [size, units] = LAYERS[i] as readonly [number, number];
    const spread = 2 * size ** -0.5;
    // PyTorch keeps [out, in], Keras [in, out].
    const stored = tf.tensor2d(
      Float32Array.from(hashed(size * units, i + 1), (u) => (u - 0.5) * spread),
      [units, size],
    );
    layer.setWeights([tf.transpose(stored), tf.zeros([units])]);
  });
  inputs = tf.tensor2d(
    Float32Array.from(hashed(ROWS * 784, 11), (u) => u * 2 - 1),
    [ROWS, 784],
  );
  targets = tf.oneHot(
    tf.tensor1d(
      Int32Array.from(hashed(ROWS, 12), (u) => Math.floor(u * 10)),
      'int32',
    ),
    10,
  );
  model.compile({
    optimizer: tf.train.adam(1e-3, 0.9, 0.999, 1e-8),
    loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  return tf.getBackend();
}

/** One pass over the first `rows` rows; the loss of every batch is read. */
async function epoch(rows: number): Promise<number[]> {
  const losses: number[] = [];
  const [x, y] = [tf.slice(inputs, [0, 0], [rows, 784]), tf.slice(targets, [0, 0], [rows, 10])];
  await model.fit(x, y, {
    batchSize: BATCH,
    shuffle: false,
    yieldEvery: 'never',
    callbacks: { onBatchEnd: (_batch, logs) => void losses.push(logs?.['loss'] as number) },
  });
  tf.dispose([x, y]);
  return losses;
}

/** Milliseconds a step, over enough passes for the clock. */
async function measure(): Promise<number> {
  let steps = 0;
  const start = performance.now();
  for (let i = 0; i < 6; i++) steps += (await epoch(ROWS)).length;
  return (performance.now() - start) / steps;
}

declare global {
  interface Window {
    /** What bench/contenders/tfjs.mjs drives. */
    work: {
      setup(): Promise<string>;
      losses(count: number): Promise<number[]>;
      measure(): Promise<number>;
    };
  }
}

window.work = { setup, losses: (count) => epoch(count * BATCH), measure };
