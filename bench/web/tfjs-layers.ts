/** W1, W2 and W8 on TensorFlow.js' LayersModel: the same numbers as bench/works/w1.py, through fit. */
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { mlpBatches, mlpData, mlpWeights, startTfjs } from './tfjs';
import { MLP, type Work } from './work';

export async function prepare(work: string): Promise<Work> {
  const backend = await startTfjs();
  const counts = mlpBatches(work);
  const { inputs, targets } = mlpData(counts);
  const model = layers.sequential({
    layers: MLP.map(([size, units], i) =>
      layers.layers.dense({ inputShape: [size], units, ...(i < 2 ? { activation: 'relu' as const } : {}) }),
    ),
  });
  model.layers.forEach((layer, i) => {
    const [size, units] = MLP[i] as readonly [number, number];
    layer.setWeights([mlpWeights(i, size, units), tf.zeros([units])]);
  });
  model.compile({
    optimizer: tf.train.adam(1e-3, 0.9, 0.999, 1e-8),
    loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits),
  });

  /** One pass over the first `rows` rows; the loss of every batch is read. */
  async function epoch(rows: number): Promise<number[]> {
    const losses: number[] = [];
    const [x, y] = [tf.slice(inputs, [0, 0], [rows, 784]), tf.slice(targets, [0, 0], [rows, 10])];
    await model.fit(x, y, {
      batchSize: counts.batch,
      shuffle: false,
      yieldEvery: 'never',
      callbacks: { onBatchEnd: (_batch, logs) => void losses.push(logs?.['loss'] as number) },
    });
    tf.dispose([x, y]);
    return losses;
  }

  return {
    backend,
    losses: (count) => epoch(count * counts.batch),
    async measure() {
      let steps = 0;
      const start = performance.now();
      while (steps < counts.steps) steps += (await epoch(counts.batch * counts.batches)).length;
      return (performance.now() - start) / steps;
    },
  };
}
