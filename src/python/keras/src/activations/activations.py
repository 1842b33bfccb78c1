"""keras.activations: functions of a layer's output; the computations are keras.ops'. Defaults differ from the layers of the same
name in places (leaky_relu: slope 0.2 here, 0.3 in the layer)."""

from keras.src import ops


def linear(x):
    """x itself."""
    return x


def relu(x, negative_slope=0.0, max_value=None, threshold=0.0):
    """max(x, 0); with a slope for negative values, a largest value, a threshold below which values count as negative."""
    if threshold == 0.0 and max_value is None and negative_slope == 0.0:
        return ops.relu(x)
    x = ops.convert_to_tensor(x)
    if threshold == 0.0 and max_value is None:
        return ops.leaky_relu(x, negative_slope=negative_slope)
    if threshold == 0.0 and max_value == 6 and negative_slope == 0.0:
        return ops.relu6(x)
    low = ops.multiply(ops.relu(ops.subtract(threshold, x)), negative_slope) if negative_slope else 0.0
    above = ops.multiply(x, ops.cast(ops.greater(x, threshold), x.dtype)) if threshold else ops.relu(x)
    if max_value is not None:
        above = ops.clip(above, 0.0, max_value)
    return ops.subtract(above, low) if negative_slope else above


def leaky_relu(x, negative_slope=0.2):
    """x where it is positive, negative_slope * x elsewhere."""
    return ops.leaky_relu(x, negative_slope=negative_slope)


def relu6(x):
    """min(max(x, 0), 6)."""
    return ops.relu6(x)


def softmax(x, axis=-1):
    """exp(x) / sum(exp(x)): a vector of probabilities."""
    return ops.softmax(x, axis=axis)


def log_softmax(x, axis=-1):
    """log(softmax(x))."""
    return ops.log_softmax(x, axis=axis)


def elu(x, alpha=1.0):
    """x where it is positive, alpha * (exp(x) - 1) elsewhere (Clevert et al. 2016)."""
    return ops.elu(x, alpha=alpha)


def celu(x, alpha=1.0):
    """elu that is smooth for every alpha."""
    return ops.celu(x, alpha=alpha)


def gelu(x, approximate=False):
    """x * P(X <= x) for a standard normal X (Hendrycks & Gimpel 2016)."""
    return ops.gelu(x, approximate=approximate)


def glu(x, axis=-1):
    """The first half times the sigmoid of the second half."""
    return ops.glu(x, axis=axis)


def soft_shrink(x, threshold=0.5):
    """x moved towards zero by the threshold."""
    return ops.soft_shrink(x, threshold=threshold)


def hard_shrink(x, threshold=0.5):
    """x outside of [-threshold, threshold], zero within."""
    return ops.hard_shrink(x, threshold=threshold)


def threshold(x, threshold, default_value):
    """x above the threshold, default_value elsewhere."""
    return ops.threshold(x, threshold, default_value)


def squareplus(x, b=4):
    """(x + sqrt(x**2 + b)) / 2."""
    return ops.squareplus(x, b=b)


def sparsemax(x, axis=-1):
    """Like softmax, with exact zeros."""
    return ops.sparsemax(x, axis=axis)


def exponential(x):
    """exp(x)."""
    return ops.exp(x)


def tanh(x):
    """The hyperbolic tangent."""
    return ops.tanh(x)


def sigmoid(x):
    """1 / (1 + exp(-x))."""
    return ops.sigmoid(x)


def hard_sigmoid(x):
    """relu6(x + 3) / 6."""
    return ops.hard_sigmoid(x)


def log_sigmoid(x):
    """log(sigmoid(x))."""
    return ops.log_sigmoid(x)


def sparse_sigmoid(x):
    """0 below -1, 1 above 1, linear between."""
    return ops.sparse_sigmoid(x)


def silu(x):
    """x * sigmoid(x), also called swish."""
    return ops.silu(x)


def hard_silu(x):
    """x * hard_sigmoid(x)."""
    return ops.hard_silu(x)


def softplus(x):
    """log(1 + exp(x))."""
    return ops.softplus(x)


def softsign(x):
    """x / (1 + |x|)."""
    return ops.softsign(x)


def selu(x):
    """The scaled exponential linear unit."""
    return ops.selu(x)


def mish(x):
    """x * tanh(softplus(x)) (Misra 2019)."""
    return ops.multiply(x, ops.tanh(ops.softplus(x)))


def hard_tanh(x):
    """x cut to [-1, 1]."""
    return ops.hard_tanh(x)


def tanh_shrink(x):
    """x - tanh(x)."""
    return ops.tanh_shrink(x)


def sparse_plus(x):
    """0 below -1, x above 1, a parabola between."""
    return ops.sparse_plus(x)
