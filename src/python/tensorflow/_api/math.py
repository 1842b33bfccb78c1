"""tf.math element by element: arithmetic, comparisons, exponentials, trigonometry, logic."""

import torch

from keras.src import ops
from keras.src.backend.errors import shape_mismatch
from keras.src.backend.operators import _divide
from tensorflow._convert import both, floating, t, wrap


def _binary(name, op, compute, doc):
    def function(x, y, name=None):
        first, second = both(op, x, y)
        try:
            return wrap(compute(first, second))
        except RuntimeError as error:
            if "must match" not in str(error):
                raise
            raise shape_mismatch(op, first.shape, second.shape) from None

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _unary(name, op, compute, doc, floats=True):
    def function(x, name=None):
        found = t(x)
        return wrap(compute(floating(op, found) if floats else found))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _no_nan(a, b):
    return torch.where(b == 0, torch.zeros_like(a), a / torch.where(b == 0, torch.ones_like(b), b))


for _name, _op, _compute, _doc in [
    ("add", "AddV2", torch.add, "x + y."), ("subtract", "Sub", torch.sub, "x - y."), ("multiply", "Mul", torch.mul, "x * y."),
    ("divide", "RealDiv", _divide, "x / y."), ("truediv", "RealDiv", _divide, "x / y."), ("floordiv", "FloorDiv", torch.floor_divide, "x // y."),
    ("divide_no_nan", "DivNoNan", _no_nan, "x / y, 0 where y is 0."), ("multiply_no_nan", "MulNoNan", lambda a, b: torch.where(b == 0, torch.zeros_like(a), a * b), "x * y, 0 where y is 0."),
    ("mod", "FloorMod", torch.remainder, "x % y."), ("floormod", "FloorMod", torch.remainder, "x % y."), ("pow", "Pow", torch.pow, "x ** y."),
    ("maximum", "Maximum", torch.maximum, "The larger of both."), ("minimum", "Minimum", torch.minimum, "The smaller of both."),
    ("atan2", "Atan2", lambda a, b: torch.atan2(a, b), "The angle of the point (y, x)."), ("equal", "Equal", torch.eq, "Where x == y."),
    ("not_equal", "NotEqual", torch.ne, "Where x != y."), ("less", "Less", torch.lt, "Where x < y."),
    ("less_equal", "LessEqual", torch.le, "Where x <= y."), ("greater", "Greater", torch.gt, "Where x > y."),
    ("greater_equal", "GreaterEqual", torch.ge, "Where x >= y."), ("logical_and", "LogicalAnd", torch.logical_and, "Where both are true."),
    ("logical_or", "LogicalOr", torch.logical_or, "Where one is true."), ("logical_xor", "LogicalXor", torch.logical_xor, "Where exactly one is true."),
    ("squared_difference", "SquaredDifference", lambda a, b: torch.square(a - b), "(x - y)**2."),
    ("xlogy", "Xlogy", lambda a, b: torch.where(a == 0, torch.zeros_like(b), a * torch.log(b)), "x * log(y), 0 where x is 0."),
]:  # fmt: skip
    globals()[_name] = _binary(_name, _op, _compute, _doc)

for _name, _op, _compute, _doc in [
    ("exp", "Exp", torch.exp, "e**x."), ("expm1", "Expm1", torch.expm1, "e**x - 1."), ("log", "Log", torch.log, "The natural logarithm."),
    ("log1p", "Log1p", torch.log1p, "log(1 + x)."), ("sqrt", "Sqrt", torch.sqrt, "The square root."), ("rsqrt", "Rsqrt", torch.rsqrt, "1 / sqrt(x)."),
    ("sin", "Sin", torch.sin, "The sine."), ("cos", "Cos", torch.cos, "The cosine."), ("tan", "Tan", torch.tan, "The tangent."),
    ("asin", "Asin", lambda a: torch.asin(a), "The angle with this sine."), ("acos", "Acos", lambda a: torch.acos(a), "The angle with this cosine."),
    ("atan", "Atan", lambda a: torch.atan(a), "The angle with this tangent."), ("sinh", "Sinh", lambda a: torch.sinh(a), "The hyperbolic sine."),
    ("cosh", "Cosh", lambda a: torch.cosh(a), "The hyperbolic cosine."), ("tanh", "Tanh", torch.tanh, "The hyperbolic tangent."),
    ("asinh", "Asinh", lambda a: torch.asinh(a), "The inverse of sinh."), ("acosh", "Acosh", lambda a: torch.acosh(a), "The inverse of cosh."),
    ("atanh", "Atanh", lambda a: torch.atanh(a), "The inverse of tanh."), ("sigmoid", "Sigmoid", torch.sigmoid, "1 / (1 + exp(-x))."),
    ("reciprocal", "Reciprocal", torch.reciprocal, "1 / x."), ("erf", "Erf", lambda a: torch.erf(a), "The error function."),
    ("erfc", "Erfc", lambda a: torch.erfc(a), "1 - erf(x)."), ("lgamma", "Lgamma", lambda a: torch.lgamma(a), "log|gamma(x)|."),
    ("digamma", "Digamma", lambda a: torch.digamma(a), "The derivative of lgamma."), ("is_nan", "IsNan", torch.isnan, "Where x is not a number."),
    ("is_inf", "IsInf", torch.isinf, "Where x is infinite."), ("is_finite", "IsFinite", torch.isfinite, "Where x is finite."),
    ("log_sigmoid", "LogSigmoid", lambda a: torch.nn.functional.logsigmoid(a), "log(sigmoid(x))."),
    ("softplus", "Softplus", lambda a: torch.logaddexp(a, torch.zeros_like(a)), "log(1 + exp(x))."),
]:  # fmt: skip
    globals()[_name] = _unary(_name, _op, _compute, _doc)

for _name, _op, _compute, _doc in [
    ("abs", "Abs", torch.abs, "Without the sign."), ("negative", "Neg", torch.neg, "-x."), ("square", "Square", torch.square, "x * x."),
    ("sign", "Sign", torch.sign, "-1, 0 or 1."), ("floor", "Floor", lambda a: torch.floor(a) if a.is_floating_point() else a, "Rounded down."),
    ("ceil", "Ceil", lambda a: torch.ceil(a) if a.is_floating_point() else a, "Rounded up."),
    ("round", "Round", lambda a: torch.round(a) if a.is_floating_point() else a, "Rounded; halves to the even neighbour."),
    ("rint", "Rint", torch.round, "Rounded to whole numbers."), ("logical_not", "LogicalNot", torch.logical_not, "Where x is false."),
    ("real", "Real", lambda a: a, "x itself: tensors are real."), ("conj", "Conj", lambda a: a, "x itself: tensors are real."),
]:  # fmt: skip
    globals()[_name] = _unary(_name, _op, _compute, _doc, floats=False)

ceiling = globals()["ceil"]
add, abs, square = globals()["add"], globals()["abs"], globals()["square"]  # noqa: A001  tf's names


def add_n(inputs, name=None):
    """The sum of a list of tensors of one shape."""
    total = t(inputs[0])
    for each in inputs[1:]:
        total = total + t(each)
    return wrap(total)


def accumulate_n(inputs, shape=None, tensor_dtype=None, name=None):
    """add_n by its older name."""
    return add_n(inputs)


def scalar_mul(scalar, x, name=None):
    """A number times a tensor."""
    found = t(x)
    return wrap(t(scalar).to(found.dtype) * found)


def softmax(logits, axis=-1, name=None):
    """exp(x) / sum(exp(x)) along an axis."""
    return wrap(torch.softmax(floating("Softmax", t(logits)), axis))


def log_softmax(logits, axis=-1, name=None):
    """log(softmax(x))."""
    return wrap(torch.log_softmax(floating("LogSoftmax", t(logits)), axis))


def top_k(input, k=1, sorted=True, index_type="int32", name=None):
    """The k largest values of the last dimension and their positions."""
    import collections

    values, places = ops.top_k(input, k)
    return collections.namedtuple("TopKV2", ["values", "indices"])(values, places)


def in_top_k(targets, predictions, k, name=None):
    """Whether the class of each example is among the k largest predictions."""
    return ops.in_top_k(targets, predictions, k)


def confusion_matrix(labels, predictions, num_classes=None, weights=None, dtype="int32", name=None):
    """How often class `row` was predicted as class `column`."""
    from keras.src.backend import dtypes

    truth, prediction = t(labels).to(torch.int64).reshape(-1), t(predictions).to(torch.int64).reshape(-1)
    count = int(torch.maximum(truth.max(), prediction.max())) + 1 if num_classes is None else int(num_classes)
    weight = None if weights is None else t(weights).to(torch.float64)
    made = torch.bincount(truth * count + prediction, weight, count * count).reshape(count, count)
    return wrap(made.to(dtypes.torch_dtype(dtype)))


def bincount(arr, weights=None, minlength=None, maxlength=None, dtype="int32", name=None, axis=None, binary_output=False):
    """How often each whole number occurs."""
    made = ops.bincount(arr, weights=weights, minlength=minlength or 0)
    return made if maxlength is None else made[:maxlength]


def l2_normalize(x, axis=None, epsilon=1e-12, name=None):
    """x / sqrt(max(sum(x**2), epsilon))."""
    found = t(x)
    total = torch.square(found).sum() if axis is None else torch.square(found).sum(axis, keepdim=True)
    return wrap(found * torch.rsqrt(torch.clamp(total, min=epsilon)))


def zero_fraction(value, name=None):
    """The share of zeros."""
    return wrap((t(value) == 0).to(torch.float32).mean())


def unsorted_segment_sum(data, segment_ids, num_segments, name=None):
    """Sums of the rows with the same number."""
    return ops.segment_sum(data, segment_ids, num_segments=int(num_segments))


def segment_sum(data, segment_ids, name=None):
    """Sums of the rows with the same number."""
    return ops.segment_sum(data, segment_ids)


def segment_mean(data, segment_ids, name=None):
    """Means of the rows with the same number."""
    total = ops.segment_sum(data, segment_ids)._t
    count = torch.bincount(t(segment_ids).to(torch.int64)).to(total.dtype)
    return wrap(total / count.reshape(-1, *[1] * (total.dim() - 1)))


def segment_max(data, segment_ids, name=None):
    """The largest of the rows with the same number."""
    return ops.segment_max(data, segment_ids)


def polyval(coeffs, x, name=None):
    """The polynomial with these coefficients, the highest power first."""
    found = t(x)
    total = torch.zeros_like(found)
    for each in coeffs:
        total = total * found + t(each).to(found.dtype)
    return wrap(total)
