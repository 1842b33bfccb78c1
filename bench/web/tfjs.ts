/** What both works of TensorFlow.js share: its WASM backend, and the data. */
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { BATCHES, classes, spread, type Batches } from './work';

export async function startTfjs(): Promise<string> {
  setWasmPaths('./');
  await tf.setBackend('wasm');
  await tf.ready();
  return tf.getBackend();
}

/** The MLP's batches, which W1 and W2 name. */
export function mlpBatches(work: string): Batches {
  const found = work === 'w8' ? BATCHES['w1'] : BATCHES[work];
  if (found === undefined) throw new Error(`no MLP in ${work}`);
  return found;
}

export function mlpData({ batch, batches }: Batches): { inputs: tf.Tensor2D; targets: tf.Tensor } {
  const rows = batch * batches;
  const targets = tf.oneHot(tf.tensor1d(classes(rows, 12, 10), 'int32'), 10);
  return { inputs: tf.tensor2d(spread(11, rows * 784), [rows, 784]), targets };
}

/** The weights of the MLP's layer, as Keras stores them: [in, out]; PyTorch keeps [out, in]. */
export function mlpWeights(layer: number, inputs: number, units: number): tf.Tensor2D {
  return tf.transpose(tf.tensor2d(spread(layer + 1, inputs * units, inputs ** -0.5), [units, inputs]));
}
