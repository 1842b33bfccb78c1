/**
 * W1, W2 and W4 on TensorFlow.js' core: an optimizer's `minimize`, as its own examples without layers do. Its WASM backend has
 * no gradient of a convolution, hence no W3. Batches are cut beforehand, since its slices copy all of what they are cut from.
 */
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as tf from '@tensorflow/tfjs-core';
import { mlpBatches, mlpData, mlpWeights, startTfjs } from './tfjs';
import { MATRIX, MLP, spread, steppedWork, type Work } from './work';

export async function prepare(work: string): Promise<Work> {
  const backend = await startTfjs();
  return work === 'w4' ? prepareProduct(backend) : prepareMlp(backend, work);
}

function prepareMlp(backend: string, work: string): Work {
  const counts = mlpBatches(work);
  const { inputs, targets } = mlpData(counts);
  const [x, y] = [tf.split(inputs, counts.batches), tf.split(targets, counts.batches)];
  const parameters = MLP.map(([size, units], i) => ({
    weight: tf.variable(mlpWeights(i, size, units)),
    bias: tf.variable(tf.zeros([units])),
  }));
  const optimizer = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
  const loss = (i: number): tf.Scalar => {
    let activations = x[i] as tf.Tensor2D;
    parameters.forEach(({ weight, bias }, layer) => {
      const sums = tf.add<tf.Tensor2D>(tf.matMul(activations, weight), bias);
      activations = layer < MLP.length - 1 ? tf.relu(sums) : sums;
    });
    return tf.losses.softmaxCrossEntropy(y[i] as tf.Tensor, activations);
  };
  return steppedWork(backend, counts, (i) => {
    const read = optimizer.minimize(() => loss(i), true) as tf.Scalar;
    const [value] = read.dataSync();
    read.dispose();
    return value as number;
  });
}

function prepareProduct(backend: string): Work {
  const { side, steps } = MATRIX;
  const [a, b] = [1, 2].map((seed) => tf.tensor2d(spread(seed, side * side), [side, side])) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  return steppedWork(backend, { batches: 1, steps }, (i) =>
    tf.tidy(() => tf.slice(tf.matMul(a, b), [i, i], [1, 1]).dataSync()[0] as number),
  );
}
