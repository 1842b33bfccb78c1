/**
 * The learning rates that torch.optim.lr_scheduler gives, as formulas of the epoch; no React, no Python.
 * Each `rates` answers what the optimizer uses in epochs 0, 1, 2, …; the oracle program schedule_lab.py has PyTorch's values.
 */

export interface Parameter {
  /** As PyTorch spells it. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly start: number;
  /** Powers of ten: the value is 10 to the slider's place. */
  readonly powers?: boolean;
}

export type Values = Readonly<Record<string, number>>;

export interface Schedule {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly rates: (lr: number, epochs: number, values: Values) => readonly number[];
  /** The Python that makes it; `optimizer` has the learning rate `lr`. */
  readonly code: (lr: number, epochs: number, values: Values) => string;
}

const whole = (name: string, min: number, max: number, start: number): Parameter => ({
  name,
  min,
  max,
  step: 1,
  start,
});
const part = (name: string, min: number, max: number, start: number, step = 0.05): Parameter => ({
  name,
  min,
  max,
  step,
  start,
});
const power = (name: string, min: number, max: number, start: number): Parameter => ({
  name,
  min,
  max,
  step: 0.25,
  start,
  powers: true,
});

/** Rates as a factor of the epoch. */
function by(factor: (epoch: number, values: Values, epochs: number) => number): Schedule['rates'] {
  return (lr, epochs, values) => Array.from({ length: epochs }, (_, epoch) => lr * factor(epoch, values, epochs));
}

function call(name: string, parameters: readonly Parameter[]): Schedule['code'] {
  return (_lr, _epochs, values) =>
    `${name}(optimizer, ${parameters.map((each) => `${each.name}=${python(get(values, each.name))}`).join(', ')})`;
}

function simple(
  name: string,
  parameters: readonly Parameter[],
  factor: (epoch: number, values: Values, epochs: number) => number,
): Schedule {
  return { name, parameters, rates: by(factor), code: call(name, parameters) };
}

export function get(values: Values, name: string): number {
  const value = values[name];
  if (value === undefined) throw new Error(`the schedule has no parameter "${name}"`);
  return value;
}

/** A number as Python's source has it, without the digits that binary fractions add. */
export function python(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** From 1 at progress 0 to 0 at progress 1, along half a cosine. */
const cosine = (progress: number): number => (1 + Math.cos(Math.PI * progress)) / 2;

const STEP = simple('StepLR', [whole('step_size', 1, 50, 10), part('gamma', 0.05, 1, 0.5)], (epoch, values) =>
  Math.pow(get(values, 'gamma'), Math.floor(epoch / get(values, 'step_size'))),
);

const MULTI_STEP: Schedule = {
  name: 'MultiStepLR',
  parameters: [whole('first', 1, 50, 15), whole('second', 1, 100, 25), part('gamma', 0.05, 1, 0.1)],
  rates: by((epoch, values) => {
    const passed = ['first', 'second'].filter((name) => epoch >= get(values, name)).length;
    return Math.pow(get(values, 'gamma'), passed);
  }),
  code: (_lr, _epochs, values) => {
    const milestones = [get(values, 'first'), get(values, 'second')].toSorted((a, b) => a - b);
    return `MultiStepLR(optimizer, milestones=[${milestones.join(', ')}], gamma=${python(get(values, 'gamma'))})`;
  },
};

const EXPONENTIAL = simple('ExponentialLR', [part('gamma', 0.5, 1, 0.9, 0.01)], (epoch, values) =>
  Math.pow(get(values, 'gamma'), epoch),
);

const LINEAR = simple(
  'LinearLR',
  [part('start_factor', 0.05, 1, 0.1), part('end_factor', 0, 1, 1), whole('total_iters', 1, 50, 10)],
  (epoch, values) => {
    const progress = Math.min(epoch / get(values, 'total_iters'), 1);
    return get(values, 'start_factor') + (get(values, 'end_factor') - get(values, 'start_factor')) * progress;
  },
);

const CONSTANT = simple('ConstantLR', [part('factor', 0.05, 1, 0.3), whole('total_iters', 1, 50, 5)], (epoch, values) =>
  epoch < get(values, 'total_iters') ? get(values, 'factor') : 1,
);

const POLYNOMIAL = simple(
  'PolynomialLR',
  [whole('total_iters', 1, 100, 30), part('power', 0.25, 4, 2, 0.25)],
  (epoch, values) => Math.pow(1 - Math.min(epoch / get(values, 'total_iters'), 1), get(values, 'power')),
);

const COSINE_PARAMETERS = [whole('T_max', 1, 100, 30), power('eta_min', -6, -1, -4)];
const COSINE: Schedule = {
  name: 'CosineAnnealingLR',
  parameters: COSINE_PARAMETERS,
  rates: (lr, epochs, values) => {
    const least = get(values, 'eta_min');
    return by((epoch) => least / lr + (1 - least / lr) * cosine(epoch / get(values, 'T_max')))(lr, epochs, values);
  },
  code: call('CosineAnnealingLR', COSINE_PARAMETERS),
};

const RESTART_PARAMETERS = [whole('T_0', 1, 50, 10), whole('T_mult', 1, 3, 2), power('eta_min', -6, -1, -4)];
const RESTARTS: Schedule = {
  name: 'CosineAnnealingWarmRestarts',
  parameters: RESTART_PARAMETERS,
  rates: (lr, epochs, values) => {
    const least = get(values, 'eta_min');
    let length = get(values, 'T_0');
    let since = 0;
    return Array.from({ length: epochs }, () => {
      if (since >= length) {
        since = 0;
        length *= get(values, 'T_mult');
      }
      return least + (lr - least) * cosine(since++ / length);
    });
  },
  code: call('CosineAnnealingWarmRestarts', RESTART_PARAMETERS),
};

const ONE_CYCLE: Schedule = {
  name: 'OneCycleLR',
  parameters: [part('pct_start', 0.05, 0.95, 0.3), whole('div_factor', 2, 50, 25), power('final_div_factor', 1, 6, 4)],
  rates: (lr, epochs, values) => {
    const first = lr / get(values, 'div_factor');
    const last = first / get(values, 'final_div_factor');
    const top = get(values, 'pct_start') * epochs - 1;
    return Array.from({ length: epochs }, (_, epoch) =>
      epoch <= top
        ? lr + (first - lr) * cosine(epoch / top)
        : last + (lr - last) * cosine((epoch - top) / (epochs - 1 - top)),
    );
  },
  code: (lr, epochs, values) =>
    `OneCycleLR(optimizer, max_lr=${python(lr)}, total_steps=${epochs}, pct_start=${python(get(values, 'pct_start'))}, ` +
    `div_factor=${python(get(values, 'div_factor'))}, final_div_factor=${python(get(values, 'final_div_factor'))})`,
};

const CYCLIC: Schedule = {
  name: 'CyclicLR',
  parameters: [power('base_lr', -5, -1, -3), whole('step_size_up', 1, 50, 5), whole('halving', 0, 1, 1)],
  rates: (lr, epochs, values) => {
    const base = get(values, 'base_lr');
    const up = get(values, 'step_size_up');
    return Array.from({ length: epochs }, (_, epoch) => {
      const cycle = Math.floor(epoch / (2 * up));
      const height = 1 - Math.abs(epoch / up - 2 * cycle - 1);
      return base + (lr - base) * height * (get(values, 'halving') === 1 ? Math.pow(2, -cycle) : 1);
    });
  },
  code: (lr, _epochs, values) =>
    `CyclicLR(optimizer, base_lr=${python(get(values, 'base_lr'))}, max_lr=${python(lr)}, ` +
    `step_size_up=${get(values, 'step_size_up')}, mode="${get(values, 'halving') === 1 ? 'triangular2' : 'triangular'}", ` +
    'cycle_momentum=False)',
};

const WARM_UP: Schedule = {
  name: 'LambdaLR',
  parameters: [whole('warmup', 1, 30, 5)],
  rates: by((epoch, values, epochs) => {
    const warmup = get(values, 'warmup');
    return epoch < warmup ? (epoch + 1) / warmup : cosine((epoch - warmup) / Math.max(epochs - warmup, 1));
  }),
  code: (_lr, epochs, values) =>
    `LambdaLR(optimizer, lambda epoch: warmup_cosine(epoch, warmup=${get(values, 'warmup')}, total=${epochs}))`,
};

/** It watches a loss: here one that falls until the epoch `stuck` and then stays. */
const PLATEAU: Schedule = {
  name: 'ReduceLROnPlateau',
  parameters: [part('factor', 0.05, 0.95, 0.3), whole('patience', 0, 20, 3), whole('stuck', 1, 50, 8)],
  rates: (lr, epochs, values) => {
    let rate = lr;
    let best = Infinity;
    let bad = 0;
    return Array.from({ length: epochs }, (_, epoch) => {
      const now = rate;
      const loss = 1 / (1 + Math.min(epoch, get(values, 'stuck')));
      // PyTorch's threshold: an improvement by less than a ten-thousandth is none.
      if (loss < best * (1 - 1e-4)) {
        best = loss;
        bad = 0;
      } else bad += 1;
      if (bad > get(values, 'patience')) {
        const next = rate * get(values, 'factor');
        // Changes below eps = 1e-8 are not made.
        if (rate - next > 1e-8) rate = next;
        bad = 0;
      }
      return now;
    });
  },
  code: (_lr, _epochs, values) =>
    `ReduceLROnPlateau(optimizer, factor=${python(get(values, 'factor'))}, patience=${get(values, 'patience')})`,
};

export const SCHEDULES: readonly Schedule[] = [
  STEP,
  MULTI_STEP,
  EXPONENTIAL,
  LINEAR,
  CONSTANT,
  POLYNOMIAL,
  COSINE,
  RESTARTS,
  ONE_CYCLE,
  CYCLIC,
  WARM_UP,
  PLATEAU,
];

export function startValues(schedule: Schedule): Values {
  return Object.fromEntries(schedule.parameters.map((each) => [each.name, valueAt(each, each.start)]));
}

/** What a slider's place means. */
export function valueAt(parameter: Parameter, place: number): number {
  return parameter.powers ? 10 ** place : place;
}

export function placeOf(parameter: Parameter, value: number): number {
  return parameter.powers ? Math.log10(value) : value;
}
