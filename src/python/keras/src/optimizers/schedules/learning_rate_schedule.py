"""keras.optimizers.schedules: the learning rate as a function of the step."""

import math

from keras.src.backend import convert_to_tensor


class LearningRateSchedule:
    """Subclasses define __call__(step), the rate at a step, and get_config()."""

    # Names of the constructor's arguments, for get_config().
    _arguments = ()

    def __call__(self, step):
        raise NotImplementedError(f"Learning rate schedule '{type(self).__name__}' must override `__call__(self, step)`.")

    def get_config(self):
        """The constructor's arguments."""
        if not self._arguments:
            raise NotImplementedError(
                f"Learning rate schedule '{type(self).__name__}' must override `get_config()` in order to be serializable."
            )
        return {name: getattr(self, name) for name in self._arguments}

    @classmethod
    def from_config(cls, config):
        """A schedule made from get_config()'s dict."""
        return cls(**config)


def _rate(value):
    return convert_to_tensor(float(value), "float32")


def _positive(name, value):
    if value <= 0:
        raise ValueError(f"Argument `{name}` must be > 0. Received: {name}={value}")


class ExponentialDecay(LearningRateSchedule):
    """initial * decay_rate ** (step / decay_steps); with staircase the exponent is rounded down."""

    _arguments = ("initial_learning_rate", "decay_steps", "decay_rate", "staircase", "name")

    def __init__(self, initial_learning_rate, decay_steps, decay_rate, staircase=False, name="ExponentialDecay"):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.decay_rate = decay_rate
        self.staircase = staircase
        self.name = name
        _positive("decay_steps", decay_steps)

    def _exponent(self, step):
        share = float(step) / self.decay_steps
        return math.floor(share) if self.staircase else share

    def __call__(self, step):
        return _rate(float(self.initial_learning_rate) * self.decay_rate ** self._exponent(step))


class InverseTimeDecay(ExponentialDecay):
    """initial / (1 + decay_rate * step / decay_steps)."""

    def __init__(self, initial_learning_rate, decay_steps, decay_rate, staircase=False, name="InverseTimeDecay"):
        super().__init__(initial_learning_rate, decay_steps, decay_rate, staircase, name)

    def __call__(self, step):
        return _rate(float(self.initial_learning_rate) / (1 + self.decay_rate * self._exponent(step)))


class PiecewiseConstantDecay(LearningRateSchedule):
    """values[0] up to boundaries[0], values[1] up to boundaries[1], …"""

    _arguments = ("boundaries", "values", "name")

    def __init__(self, boundaries, values, name="PiecewiseConstant"):
        if len(boundaries) != len(values) - 1:
            raise ValueError(
                f"The length of boundaries should be 1 less than the length of values. Received: boundaries={boundaries} of length "
                f"{len(boundaries)}, and values={values} of length {len(values)}."
            )
        self.boundaries = boundaries
        self.values = values
        self.name = name

    def __call__(self, step):
        passed = sum(1 for boundary in self.boundaries if float(step) > boundary)
        return _rate(self.values[passed])


class PolynomialDecay(LearningRateSchedule):
    """(initial - end) * (1 - step / decay_steps) ** power + end; with cycle it begins again, longer each time."""

    _arguments = ("initial_learning_rate", "decay_steps", "end_learning_rate", "power", "cycle", "name")

    def __init__(
        self, initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name="PolynomialDecay"
    ):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.end_learning_rate = end_learning_rate
        self.power = power
        self.cycle = cycle
        self.name = name
        _positive("decay_steps", decay_steps)

    def __call__(self, step):
        step, steps = float(step), self.decay_steps
        if self.cycle:
            steps *= 1.0 if step == 0 else math.ceil(step / self.decay_steps)
        else:
            step = min(step, steps)
        span = float(self.initial_learning_rate) - self.end_learning_rate
        return _rate(span * (1 - step / steps) ** self.power + self.end_learning_rate)


class CosineDecay(LearningRateSchedule):
    """Half a cosine from the initial rate to alpha times it, after a linear warmup to warmup_target (Loshchilov & Hutter 2016)."""

    _arguments = ("initial_learning_rate", "decay_steps", "alpha", "name", "warmup_target", "warmup_steps")

    def __init__(self, initial_learning_rate, decay_steps, alpha=0.0, name="CosineDecay", warmup_target=None, warmup_steps=0):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.alpha = alpha
        self.name = name
        self.warmup_steps = warmup_steps
        self.warmup_target = warmup_target
        _positive("decay_steps", decay_steps)

    def _decayed(self, step, start):
        cosine = 0.5 * (1.0 + math.cos(math.pi * step / self.decay_steps))
        return start * ((1 - self.alpha) * cosine + self.alpha)

    def __call__(self, step):
        step, initial = float(step), float(self.initial_learning_rate)
        if self.warmup_target is None:
            return _rate(self._decayed(min(step, self.decay_steps), initial))
        step = min(step, self.decay_steps + self.warmup_steps)
        if step < self.warmup_steps:
            return _rate((self.warmup_target - initial) * step / self.warmup_steps + initial)
        return _rate(self._decayed(step - self.warmup_steps, self.warmup_target))


class CosineDecayRestarts(LearningRateSchedule):
    """Cosine decay that begins again: each period t_mul times as long, from m_mul times the rate."""

    def __init__(self, initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name="SGDRDecay"):
        self.initial_learning_rate = initial_learning_rate
        self.first_decay_steps = first_decay_steps
        self._t_mul = t_mul
        self._m_mul = m_mul
        self.alpha = alpha
        self.name = name
        _positive("first_decay_steps", first_decay_steps)

    def __call__(self, step):
        share = float(step) / self.first_decay_steps
        if self._t_mul == 1.0:
            restarts = math.floor(share)
            share -= restarts
        else:
            restarts = math.floor(math.log(1.0 - share * (1.0 - self._t_mul)) / math.log(self._t_mul))
            share = (share - (1.0 - self._t_mul**restarts) / (1.0 - self._t_mul)) / self._t_mul**restarts
        cosine = 0.5 * self._m_mul**restarts * (1.0 + math.cos(math.pi * share))
        return _rate(float(self.initial_learning_rate) * ((1 - self.alpha) * cosine + self.alpha))

    def get_config(self):
        return {
            "initial_learning_rate": self.initial_learning_rate, "first_decay_steps": self.first_decay_steps, "t_mul": self._t_mul,
            "m_mul": self._m_mul, "alpha": self.alpha, "name": self.name,
        }  # fmt: skip


def serialize(learning_rate_schedule):
    """The schedule's config."""
    from keras.src.saving import serialization_lib

    return serialization_lib.serialize_keras_object(learning_rate_schedule)


def deserialize(config, custom_objects=None):
    """The schedule of a config."""
    from keras.src.saving import serialization_lib

    known = {cls.__name__: cls for cls in LearningRateSchedule.__subclasses__() if cls.__module__ == __name__}
    known["InverseTimeDecay"] = InverseTimeDecay
    return serialization_lib.deserialize_keras_object(config, module_objects=known, custom_objects=custom_objects)
