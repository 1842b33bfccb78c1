"""The functions of keras.backend that Keras 2 had (K.mean, K.square, …) and that tf.keras.backend still has: keras.ops under their
older names and arguments."""

import numpy as np

from keras.src import activations, ops, random
from keras.src.backend import Variable, cast, convert_to_tensor, floatx, standardize_dtype

# Those that take the same arguments under another name, or under their own.
_RENAMED = {
    "abs": "abs", "arange": "arange", "cos": "cos", "equal": "equal", "exp": "exp", "greater": "greater",
    "greater_equal": "greater_equal", "less": "less", "less_equal": "less_equal", "log": "log", "maximum": "maximum", "minimum": "minimum",
    "not_equal": "not_equal", "ones_like": "ones_like", "pow": "power", "reshape": "reshape", "round": "round",
    "sigmoid": "sigmoid", "sign": "sign", "sin": "sin", "softplus": "softplus", "softsign": "softsign", "sqrt": "sqrt", "square": "square",
    "squeeze": "squeeze", "stop_gradient": "stop_gradient", "tanh": "tanh", "tile": "tile", "transpose": "transpose", "zeros_like": "zeros_like",
}  # fmt: skip
_REDUCTIONS = ("all", "any", "max", "mean", "min", "prod", "std", "sum", "var")


def _renamed(name):
    return lambda *args, **kwargs: getattr(ops, name)(*args, **kwargs)


def _reduction(name):
    def reduce(x, axis=None, keepdims=False):
        if name in ("mean", "std", "var") and standardize_dtype(x.dtype) == "bool":
            x = cast(x, floatx())
        return getattr(ops, name)(x, axis=axis, keepdims=keepdims)

    return reduce


globals().update({name: _renamed(new) for name, new in _RENAMED.items()})
globals().update({name: _reduction(name) for name in _REDUCTIONS})


def argmax(x, axis=-1):
    return cast(ops.argmax(x, axis=axis), "int64")


def argmin(x, axis=-1):
    return cast(ops.argmin(x, axis=axis), "int64")


def batch_flatten(x):
    return ops.reshape(x, (x.shape[0] if x.shape[0] is not None else -1, -1))


def batch_get_value(tensors):
    return [x.numpy() for x in tensors]


def batch_set_value(pairs):
    for variable, value in pairs:
        set_value(variable, value)


def bias_add(x, bias, data_format=None):
    return x + (ops.reshape(bias, (-1, *(1,) * (x.ndim - 2))) if data_format == "channels_first" else bias)


def binary_crossentropy(target, output, from_logits=False):
    return ops.binary_crossentropy(target, output, from_logits=from_logits)


def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    return ops.categorical_crossentropy(target, output, from_logits=from_logits, axis=axis)


def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
    return ops.sparse_categorical_crossentropy(target, output, from_logits=from_logits, axis=axis)


def cast_to_floatx(x):
    return cast(x, floatx()) if hasattr(x, "_t") else np.asarray(x, dtype=floatx())


def clip(x, min_value, max_value):
    return ops.clip(x, min_value, max_value)


def concatenate(tensors, axis=-1):
    return ops.concatenate(tensors, axis=axis)


def constant(value, dtype=None, shape=None, name=None):
    made = convert_to_tensor(value, dtype=dtype or floatx())
    return made if shape is None else ops.broadcast_to(made, shape) if made.ndim == 0 else ops.reshape(made, shape)


def cumprod(x, axis=0):
    return ops.cumprod(x, axis=axis)


def cumsum(x, axis=0):
    return ops.cumsum(x, axis=axis)


def shape(x):
    return convert_to_tensor(list(x.shape), dtype="int32")


def count_params(x):
    return int(np.prod(x.shape))


def dot(x, y):
    return ops.dot(x, y)


def dropout(x, level, noise_shape=None, seed=None):
    return random.dropout(x, level, noise_shape=noise_shape, seed=seed)


def dtype(x):
    return standardize_dtype(x.dtype)


def elu(x, alpha=1.0):
    return ops.elu(x, alpha)


def eval(x):
    return get_value(x)


def expand_dims(x, axis=-1):
    return ops.expand_dims(x, axis)


def eye(size, dtype=None, name=None):
    return ops.eye(size, dtype=dtype or floatx())


def flatten(x):
    return ops.reshape(x, (-1,))


def gather(reference, indices):
    return ops.take(reference, indices, axis=0)


def get_value(x):
    return x.numpy() if hasattr(x, "numpy") else np.asarray(x)


def hard_sigmoid(x):
    return ops.clip(0.2 * x + 0.5, 0.0, 1.0)


def in_top_k(predictions, targets, k):
    return ops.in_top_k(targets, predictions, k)


def int_shape(x):
    return tuple(x.shape)


def is_sparse(tensor):
    return False


def l2_normalize(x, axis=None):
    return x * ops.rsqrt(ops.maximum(ops.sum(ops.square(x), axis=axis, keepdims=True), 1e-12))


def map_fn(fn, elems, name=None, dtype=None):
    return ops.map(fn, elems)


def ndim(x):
    return len(x.shape)


def one_hot(indices, num_classes):
    return ops.one_hot(indices, num_classes)


def ones(shape, dtype=None, name=None):
    return ops.ones(shape, dtype=dtype or floatx())


def zeros(shape, dtype=None, name=None):
    return ops.zeros(shape, dtype=dtype or floatx())


def permute_dimensions(x, pattern):
    return ops.transpose(x, pattern)


def random_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return random.normal(shape, mean=mean, stddev=stddev, dtype=dtype, seed=seed)


def random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return random.uniform(shape, minval=minval, maxval=maxval, dtype=dtype, seed=seed)


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return random.truncated_normal(shape, mean=mean, stddev=stddev, dtype=dtype, seed=seed)


def relu(x, alpha=0.0, max_value=None, threshold=0.0):
    return activations.relu(x, negative_slope=alpha, max_value=max_value, threshold=threshold)


def repeat(x, n):
    return ops.repeat(ops.expand_dims(x, 1), n, axis=1)


def repeat_elements(x, rep, axis):
    return ops.repeat(x, rep, axis=axis)


def reverse(x, axes):
    return ops.flip(x, axis=axes)


def set_value(x, value):
    x.assign(value)


def softmax(x, axis=-1):
    return ops.softmax(x, axis=axis)


def stack(x, axis=0):
    return ops.stack(x, axis=axis)


def switch(condition, then_expression, else_expression):
    then, other = (e() if callable(e) else e for e in (then_expression, else_expression))
    return ops.where(condition, then, other)


def update(x, new_x):
    return x.assign(new_x)


def update_add(x, increment):
    return x.assign(x + increment)


def update_sub(x, decrement):
    return x.assign(x - decrement)


def variable(value, dtype=None, name=None, constraint=None):
    return Variable(value, dtype=dtype or floatx(), name=name)


_OWN = {"np", "activations", "ops", "random", "Variable", "convert_to_tensor", "floatx", "standardize_dtype"}
__all__ = [name for name in globals() if not name.startswith("_") and name not in _OWN]
