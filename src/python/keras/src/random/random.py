"""keras.random: numbers that a seed determines (an int gives the same numbers at every call). The numbers themselves are torch's,
not TensorFlow's bit for bit."""

import torch

from keras.src.backend import KerasTensor, config, dtypes, placing, unwrap, wrap
from keras.src.random.seed_generator import torch_generator


def _shape(shape):
    return tuple(int(size) for size in shape) if isinstance(shape, (list, tuple)) else tuple(unwrap(shape).tolist())


def _number(value):
    return value if isinstance(value, (int, float)) else unwrap(value)


def _float(dtype):
    return dtypes.torch_dtype(dtypes.standardize_dtype(dtype or config.floatx()))


def normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    """Normal numbers."""
    if dtype is not None and not dtypes.is_float_dtype(dtype):
        raise TypeError(f"Cannot convert {mean!r} to EagerTensor of dtype {dtypes.standardize_dtype(dtype)}")
    drawn = placing.randn(_shape(shape), generator=torch_generator(seed))
    return wrap((drawn * _number(stddev) + _number(mean)).to(_float(dtype)))


def uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    """Equally likely numbers in [minval, maxval)."""
    low, high = _number(minval), _number(maxval)
    if dtype is not None and dtypes.is_int_dtype(dtype):
        raise ValueError(
            f"`keras.random.uniform` requires a floating point `dtype`. Received: dtype={dtypes.standardize_dtype(dtype)} "
        )
    drawn = placing.rand(_shape(shape), generator=torch_generator(seed))
    return wrap((drawn * (high - low) + low).to(_float(dtype)))


def randint(shape, minval, maxval, dtype="int32", seed=None):
    """Whole numbers in [minval, maxval)."""
    name = dtypes.standardize_dtype(dtype)
    if name not in dtypes.INT_TYPES:
        raise ValueError(
            f"`keras.random.randint` requires an integer `dtype`. Received: dtype={name} "
        )
    return wrap(placing.randint(int(minval), int(maxval), _shape(shape), generator=torch_generator(seed)).to(dtypes.torch_dtype(name)))


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    """Normal numbers within two standard deviations, by inverting the distribution function."""
    low, high = 0.02275013194817921, 0.9772498680518208  # P(X < -2), P(X < 2)
    drawn = placing.rand(_shape(shape), generator=torch_generator(seed), dtype=torch.float64) * (high - low) + low
    made = torch.erfinv(2 * drawn - 1) * 1.4142135623730951
    return wrap((torch.clamp(made, -2.0, 2.0) * _number(stddev) + _number(mean)).to(_float(dtype)))


def categorical(logits, num_samples, dtype="int32", seed=None):
    """Class numbers drawn with the probabilities softmax(logits)."""
    found = unwrap(logits)
    if found.dim() != 2:
        raise ValueError(f"`logits` should be a 2-D tensor with shape [batch_size, num_classes]. Received: logits={logits}")
    drawn = torch.multinomial(torch.softmax(found, -1), num_samples, replacement=True, generator=torch_generator(seed))
    return wrap(drawn.to(dtypes.torch_dtype(dtype)))


def keep_mask(shape, rate, seed):
    """A torch tensor of booleans that are true with probability 1 - rate."""
    return placing.rand(shape, generator=torch_generator(seed)) >= rate


def dropout(inputs, rate, noise_shape=None, seed=None):
    """Elements at 0 with probability `rate`, the others divided by 1 - rate."""
    if isinstance(inputs, KerasTensor):
        return KerasTensor(inputs.shape, dtype=inputs.dtype)
    found = unwrap(inputs)
    shape = found.shape if noise_shape is None else [s if n is None else n for s, n in zip(found.shape, noise_shape)]
    kept = keep_mask(tuple(shape), rate, seed)
    return wrap(torch.where(kept, found / (1.0 - rate), torch.zeros_like(found)))


def shuffle(x, axis=0, seed=None):
    """The slices along a dimension in random order."""
    found = unwrap(x)
    order = placing.randperm(found.shape[axis], generator=torch_generator(seed))
    return wrap(found.index_select(axis, order))


def _gamma(alpha, generator):
    """Gamma numbers by Marsaglia and Tsang's method (2000)."""
    small = alpha < 1
    d = torch.where(small, alpha + 1, alpha) - 1 / 3
    c = 1 / torch.sqrt(9 * d)
    made, open_ = torch.zeros_like(alpha), torch.ones_like(alpha, dtype=torch.bool)
    while bool(open_.any()):
        x = placing.randn(alpha.shape, generator=generator)
        v = (1 + c * x) ** 3
        u = placing.rand(alpha.shape, generator=generator)
        good = (v > 0) & (torch.log(u) < 0.5 * x * x + d - d * v + d * torch.log(torch.clamp(v, min=1e-30))) & open_
        made, open_ = torch.where(good, d * v, made), open_ & ~good
    boost = placing.rand(alpha.shape, generator=generator) ** (1 / torch.clamp(alpha, min=1e-6))
    return torch.where(small, made * boost, made)


def gamma(shape, alpha, dtype=None, seed=None):
    """Gamma numbers of shape alpha."""
    wide = torch.broadcast_to(unwrap(alpha).to(torch.float32), _shape(shape)).clone()
    return wrap(_gamma(wide, torch_generator(seed)).to(_float(dtype)))


def beta(shape, alpha, beta, dtype=None, seed=None):
    """Beta numbers of shapes alpha and beta."""
    generator = torch_generator(seed)
    first = _gamma(torch.broadcast_to(unwrap(alpha).to(torch.float32), _shape(shape)).clone(), generator)
    second = _gamma(torch.broadcast_to(unwrap(beta).to(torch.float32), _shape(shape)).clone(), generator)
    return wrap((first / (first + second)).to(_float(dtype)))


def binomial(shape, counts, probabilities, dtype=None, seed=None):
    """How many of `counts` trials succeed."""
    generator = torch_generator(seed)
    counts = torch.broadcast_to(unwrap(counts).to(torch.float32), _shape(shape))
    share = torch.broadcast_to(unwrap(probabilities).to(torch.float32), _shape(shape))
    total = placing.zeros(_shape(shape))
    for trial in range(int(counts.max())):
        total = total + ((placing.rand(_shape(shape), generator=generator) < share) & (counts > trial)).to(torch.float32)
    return wrap(total.to(_float(dtype)))
