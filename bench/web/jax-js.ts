/**
 * W1 to W4 on jax-js, each step one `jit` on its WASM backend. Batches are cut beforehand and Adam is written out, as its
 * functions without state want. Every array is handed over when it is used and `ref` keeps it (see its README).
 */
import { defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { BATCHES, classes, MATRIX, MLP, spread, steppedWork, type Work } from './work';

type Forward = (parameters: np.Array[], x: np.Array) => np.Array;

export async function prepare(work: string): Promise<Work> {
  await init('wasm');
  const backend = defaultDevice('wasm');
  if (work === 'w4') return prepareProduct(backend);
  return work === 'w3'
    ? training(backend, work, CNN, [1, 28, 28], cnn)
    : training(backend, work, MLP_SHAPES, [784], mlp);
}

/** Weights and biases in turn, as PyTorch has them. */
const MLP_SHAPES = MLP.flatMap(([size, units]) => [[units, size], [units]]);
const CNN = [[16, 1, 3, 3], [16], [32, 16, 3, 3], [32], [10, 32 * 7 * 7], [10]];

function linear(x: np.Array, weight: np.Array, bias: np.Array): np.Array {
  return np.matmul(x, np.transpose(weight)).add(bias);
}

const mlp: Forward = (parameters, x) => {
  const [w1, b1, w2, b2, w3, b3] = parameters as [np.Array, np.Array, np.Array, np.Array, np.Array, np.Array];
  return linear(nn.relu(linear(nn.relu(linear(x, w1, b1)), w2, b2)), w3, b3);
};

function block(x: np.Array, weight: np.Array, bias: np.Array): np.Array {
  const sums = lax.conv(x, weight, [1, 1], 'SAME').add(bias.reshape([-1, 1, 1]));
  return lax.reduceWindow(nn.relu(sums), np.max, [2, 2], [2, 2]);
}

const cnn: Forward = (parameters, x) => {
  const [w1, b1, w2, b2, w3, b3] = parameters as [np.Array, np.Array, np.Array, np.Array, np.Array, np.Array];
  const pictures = block(block(x, w1, b1), w2, b2);
  return linear(pictures.reshape([pictures.shape[0] as number, -1]), w3, b3);
};

/** The step of bench/works/common.py: cross entropy and Adam. */
function training(backend: string, work: string, shapes: number[][], picture: number[], forward: Forward): Work {
  const counts = BATCHES[work];
  if (counts === undefined) throw new Error(`no training step in ${work}`);
  const { batch, batches } = counts;
  const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
  const pixels = spread(11, batch * batches * size(picture));
  const labels = classes(batch * batches, 12, 10);
  const each = Array.from({ length: batches }, (_, i) => i * batch);
  const xs = each.map((row) =>
    np.array(pixels.slice(row * size(picture), (row + batch) * size(picture)), { shape: [batch, ...picture] }),
  );
  const ys = each.map((row) => nn.oneHot(np.array(labels.slice(row, row + batch)), 10));

  let weights = shapes.map((shape, i) =>
    shape.length > 1
      ? np.array(spread(i / 2 + 1, size(shape), size(shape.slice(1)) ** -0.5), { shape })
      : np.zeros(shape),
  );
  let means = shapes.map((shape) => np.zeros(shape));
  let squares = shapes.map((shape) => np.zeros(shape));

  const lossOf = (parameters: np.Array[], x: np.Array, y: np.Array): np.Array =>
    nn.logSoftmax(forward(parameters, x)).mul(y).sum(-1).mean().mul(-1);
  const lossAndGradients = valueAndGrad(lossOf);
  /** `rate` and `root` carry Adam's corrections of its first steps. */
  const step = jit(
    (p: np.Array[], m: np.Array[], v: np.Array[], x: np.Array, y: np.Array, rate: np.Array, root: np.Array) => {
      const [loss, gradients] = lossAndGradients(
        p.map((each) => each.ref),
        x,
        y,
      ) as [np.Array, np.Array[]];
      const mean = m.map((each, i) => each.mul(0.9).add((gradients[i] as np.Array).ref.mul(0.1)));
      const square = v.map((each, i) => each.mul(0.999).add(np.square(gradients[i] as np.Array).mul(0.001)));
      const moved = p.map((each, i) => {
        const [first, second] = [mean[i] as np.Array, square[i] as np.Array];
        return each.sub(rate.ref.mul(first.ref).div(np.sqrt(second.ref).div(root.ref).add(1e-8)));
      });
      rate.dispose();
      root.dispose();
      return [loss, moved, mean, square] as [np.Array, np.Array[], np.Array[], np.Array[]];
    },
  );

  let taken = 0;
  return steppedWork(backend, counts, (i) => {
    taken += 1;
    const [rate, root] = [1e-3 / (1 - 0.9 ** taken), Math.sqrt(1 - 0.999 ** taken)];
    const [x, y] = [xs[i] as np.Array, ys[i] as np.Array];
    let loss;
    [loss, weights, means, squares] = step(weights, means, squares, x.ref, y.ref, np.array(rate), np.array(root));
    return loss.item();
  });
}

function prepareProduct(backend: string): Work {
  const { side, steps } = MATRIX;
  const [a, b] = [1, 2].map((seed) => np.array(spread(seed, side * side), { shape: [side, side] })) as [
    np.Array,
    np.Array,
  ];
  const product = jit((x: np.Array, y: np.Array) => np.matmul(x, y));
  return steppedWork(backend, { batches: 1, steps }, (i) => product(a.ref, b.ref).slice(i, i).item());
}
