/** Four optimizers of torch.optim on surfaces over the plane; no React, no Python. The oracle program race_lab.py has PyTorch's ways. */

export type Point = readonly [x: number, y: number];

export interface Surface {
  readonly name: 'bowl' | 'rosenbrock' | 'saddle';
  /** As Python writes it. */
  readonly formula: string;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly start: Point;
  /** The lowest points. */
  readonly goals: readonly Point[];
  readonly height: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
}

export const SURFACES: readonly Surface[] = [
  {
    name: 'bowl',
    formula: '0.5 * x**2 + 4 * y**2',
    x: [-5, 5],
    y: [-3, 3],
    start: [-4, 1.5],
    goals: [[0, 0]],
    height: (x, y) => 0.5 * x ** 2 + 4 * y ** 2,
    gradient: (x, y) => [x, 8 * y],
  },
  {
    name: 'rosenbrock',
    formula: '(1 - x)**2 + 100 * (y - x**2)**2',
    x: [-2, 2],
    y: [-0.8, 1.6],
    start: [-1.2, 1],
    goals: [[1, 1]],
    height: (x, y) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x ** 2), 200 * (y - x ** 2)],
  },
  {
    name: 'saddle',
    formula: 'x**2 - y**2 + 0.25 * y**4',
    x: [-3, 3],
    y: [-2.2, 2.2],
    start: [-1.5, 0.01],
    goals: [
      [0, Math.SQRT2],
      [0, -Math.SQRT2],
    ],
    height: (x, y) => x ** 2 - y ** 2 + 0.25 * y ** 4,
    gradient: (x, y) => [2 * x, -2 * y + y ** 3],
  },
];

/** What an optimizer remembers of one coordinate. */
interface Memory {
  velocity: number;
  square: number;
}

export interface Optimizer {
  readonly name: 'SGD' | 'momentum' | 'RMSprop' | 'Adam';
  /** A learning rate that suits each surface. */
  readonly rates: Readonly<Record<Surface['name'], number>>;
  /** The change of one coordinate; `step` counts from 1. */
  readonly move: (gradient: number, lr: number, memory: Memory, step: number) => number;
}

/** PyTorch's defaults. */
const EPSILON = 1e-8;

export const OPTIMIZERS: readonly Optimizer[] = [
  {
    name: 'SGD',
    rates: { bowl: 0.2, rosenbrock: 0.001, saddle: 0.1 },
    move: (gradient, lr) => -lr * gradient,
  },
  {
    name: 'momentum',
    rates: { bowl: 0.05, rosenbrock: 0.0005, saddle: 0.03 },
    move: (gradient, lr, memory) => {
      memory.velocity = 0.9 * memory.velocity + gradient;
      return -lr * memory.velocity;
    },
  },
  {
    name: 'RMSprop',
    rates: { bowl: 0.1, rosenbrock: 0.01, saddle: 0.05 },
    move: (gradient, lr, memory) => {
      memory.square = 0.99 * memory.square + 0.01 * gradient ** 2;
      return (-lr * gradient) / (Math.sqrt(memory.square) + EPSILON);
    },
  },
  {
    name: 'Adam',
    rates: { bowl: 0.3, rosenbrock: 0.05, saddle: 0.1 },
    move: (gradient, lr, memory, step) => {
      memory.velocity = 0.9 * memory.velocity + 0.1 * gradient;
      memory.square = 0.999 * memory.square + 0.001 * gradient ** 2;
      const mean = memory.velocity / (1 - 0.9 ** step);
      const spread = Math.sqrt(memory.square / (1 - 0.999 ** step)) + EPSILON;
      return (-lr * mean) / spread;
    },
  },
];

/** Beyond this an optimizer has lost its way; its path ends. */
const LOST = 1e3;

/** Where it is after 0, 1, … `steps` steps; shorter when it diverges. */
export function descend(
  surface: Surface,
  optimizer: Optimizer,
  lr: number,
  start: Point,
  steps: number,
): readonly Point[] {
  const memories: readonly [Memory, Memory] = [
    { velocity: 0, square: 0 },
    { velocity: 0, square: 0 },
  ];
  let [x, y] = start;
  const path: Point[] = [start];
  for (let step = 1; step <= steps; step++) {
    const [across, up] = surface.gradient(x, y);
    x += optimizer.move(across, lr, memories[0], step);
    y += optimizer.move(up, lr, memories[1], step);
    if (!(Math.abs(x) < LOST && Math.abs(y) < LOST)) break;
    path.push([x, y]);
  }
  return path;
}

export function distance(surface: Surface, [x, y]: Point): number {
  return Math.min(...surface.goals.map(([goalX, goalY]) => Math.hypot(x - goalX, y - goalY)));
}

/** The first step from which it stays within `near` of a lowest point; null when it does not. */
export function arrival(surface: Surface, path: readonly Point[], near: number): number | null {
  const last = path.findLastIndex((point) => distance(surface, point) > near);
  return last + 1 < path.length ? last + 1 : null;
}
