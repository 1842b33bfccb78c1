"""tf.math element by element: arithmetic, comparisons, exponentials, trigonometry, logic."""

import math as _math

import torch

from keras.src.ops.numpy.elementwise import larger, smaller
from keras.src import ops
from keras.src.backend import StringTensor, dtypes, is_text, placing, string_tensor
from keras.src.backend.errors import InvalidArgumentError, invalid, shape_mismatch, sizes_text, type_mismatch
from keras.src.backend.op_types import check_type
from keras.src.backend.operators import _divide
from tensorflow._convert import both, floating, is_tensor_like, t, wrap
from tensorflow.ragged import by_values


def _binary(name, op, compute, doc):
    texts = {"add": StringTensor.__add__, "equal": StringTensor.__eq__, "not_equal": StringTensor.__ne__}.get(name)

    def function(x, y, name=None):
        if texts is not None and is_text(x) and is_text(y):
            return texts(string_tensor(x), string_tensor(y))
        if op.startswith("Logical"):
            first, second = (_flag(op, each, position) for position, each in enumerate((x, y)))
        else:
            first, second = both(op, x, y)
            if first.dtype is torch.bool and op not in ("Equal", "NotEqual"):
                check_type(op, "bool", () if is_tensor_like(x) or is_tensor_like(y) else (x, y))
        if op == "Pow" and not second.is_floating_point() and bool((second < 0).any()):
            raise invalid("Pow", "Integers to negative integer powers are not allowed", given=(x, y))
        try:
            return wrap(compute(first, second))
        except RuntimeError as error:
            if "ZeroDivisionError" in str(error):
                raise invalid(op, "Integer division by zero", given=(x, y)) from None
            if "must match" not in str(error):
                raise
            raise shape_mismatch(op, first.shape, second.shape, () if op == "AddV2" else (x, y)) from None

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _flag(op, value, position):
    found = t(value)
    if found.dtype is not torch.bool:
        if is_tensor_like(value):
            raise type_mismatch(op, "bool", dtypes.TO_NAME[found.dtype], position)
        raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype bool")
    return found


def _unary(name, op, compute, doc, floats=True):
    def function(x, name=None):
        found = t(x)
        return wrap(compute(floating(op, found, () if op in _CONVERTED else (x,)) if floats else found))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


# Functions that make a tensor of a Python list before the operation sees it.
_CONVERTED = ("Exp", "Sigmoid")


def _no_nan(a, b):
    return torch.where(b == 0, torch.zeros_like(a), a / torch.where(b == 0, torch.ones_like(b), b))


for _name, _op, _compute, _doc in [
    ("add", "AddV2", torch.add, "x + y."), ("subtract", "Sub", torch.sub, "x - y."), ("multiply", "Mul", torch.mul, "x * y."),
    ("divide", "RealDiv", _divide, "x / y."), ("truediv", "RealDiv", _divide, "x / y."), ("floordiv", "FloorDiv", torch.floor_divide, "x // y."),
    ("divide_no_nan", "DivNoNan", _no_nan, "x / y, 0 where y is 0."), ("multiply_no_nan", "MulNoNan", lambda a, b: torch.where(b == 0, torch.zeros_like(a), a * b), "x * y, 0 where y is 0."),
    ("mod", "FloorMod", torch.remainder, "x % y."), ("floormod", "FloorMod", torch.remainder, "x % y."), ("pow", "Pow", torch.pow, "x ** y."),
    ("maximum", "Maximum", larger, "The larger of both."), ("minimum", "Minimum", smaller, "The smaller of both."),
    ("atan2", "Atan2", lambda a, b: torch.atan2(a, b), "The angle of the point (y, x)."), ("equal", "Equal", torch.eq, "Where x == y."),
    ("not_equal", "NotEqual", torch.ne, "Where x != y."), ("less", "Less", torch.lt, "Where x < y."),
    ("less_equal", "LessEqual", torch.le, "Where x <= y."), ("greater", "Greater", torch.gt, "Where x > y."),
    ("greater_equal", "GreaterEqual", torch.ge, "Where x >= y."), ("logical_and", "LogicalAnd", torch.logical_and, "Where both are true."),
    ("logical_or", "LogicalOr", torch.logical_or, "Where one is true."), ("logical_xor", "LogicalXor", torch.logical_xor, "Where exactly one is true."),
    ("squared_difference", "SquaredDifference", lambda a, b: torch.square(a - b), "(x - y)**2."),
    ("xlogy", "Xlogy", lambda a, b: torch.where(a == 0, torch.zeros_like(b), a * torch.log(b)), "x * log(y), 0 where x is 0."),
]:  # fmt: skip
    globals()[_name] = by_values(_binary(_name, _op, _compute, _doc))

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
    ("erfc", "Erfc", lambda a: torch.erfc(a), "1 - erf(x)."), ("erfinv", "Erfinv", lambda a: torch.erfinv(a), "The inverse of erf."), ("lgamma", "Lgamma", lambda a: torch.lgamma(a), "log|gamma(x)|."),
    ("digamma", "Digamma", lambda a: torch.digamma(a), "The derivative of lgamma."), ("is_nan", "IsNan", torch.isnan, "Where x is not a number."),
    ("is_inf", "IsInf", torch.isinf, "Where x is infinite."), ("is_finite", "IsFinite", torch.isfinite, "Where x is finite."),
    ("floor", "Floor", torch.floor, "Rounded down."), ("ceil", "Ceil", torch.ceil, "Rounded up."), ("rint", "Rint", torch.round, "Rounded to whole numbers."),
    ("ndtri", "Ndtri", lambda a: torch.special.ndtri(a), "The quantile of the normal distribution."),
    ("bessel_i0", "BesselI0", lambda a: torch.special.i0(a), "The modified Bessel function of order 0."),
    ("log_sigmoid", "LogSigmoid", lambda a: torch.nn.functional.logsigmoid(a), "log(sigmoid(x))."),
    ("softplus", "Softplus", lambda a: torch.logaddexp(a, torch.zeros_like(a)), "log(1 + exp(x))."),
]:  # fmt: skip
    globals()[_name] = by_values(_unary(_name, _op, _compute, _doc))

for _name, _op, _compute, _doc in [
    ("abs", "Abs", torch.abs, "Without the sign."), ("negative", "Neg", torch.neg, "-x."), ("square", "Square", torch.square, "x * x."),
    ("sign", "Sign", torch.sign, "-1, 0 or 1."), ("round", "Round", lambda a: torch.round(a) if a.is_floating_point() else a, "Rounded; halves to the even neighbour."),
    ("logical_not", "LogicalNot", torch.logical_not, "Where x is false."),
    ("real", "Real", lambda a: a, "x itself: tensors are real."), ("conj", "Conj", lambda a: a, "x itself: tensors are real."),
]:  # fmt: skip
    globals()[_name] = by_values(_unary(_name, _op, _compute, _doc, floats=False))

ceiling = globals()["ceil"]
add, abs, square = globals()["add"], globals()["abs"], globals()["square"]  # noqa: A001  tf's names


def add_n(inputs, name=None):
    """The sum of a list of tensors of one shape."""
    total = t(inputs[0])
    for i, each in enumerate(inputs):
        if t(each).shape != total.shape:
            why = f"Input 0: {sizes_text(total.shape)} != input {i}: {sizes_text(t(each).shape)}"
            raise invalid("AddN", f"Inputs to operation AddN of type AddN must have the same size and shape.  {why}", f"_N_{len(inputs)}")
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


def _along(op, compute, doc):
    def function(logits, axis=-1, name=None):
        found = floating(op, t(logits))
        axis = -1 if axis is None else int(axis)
        if not -found.dim() <= axis < found.dim():
            raise InvalidArgumentError(
                None,
                None,
                f"`dim` must be in the range [{-found.dim()}, {found.dim()}) where {found.dim()} is the number of dimensions in the input. "
                f"Received: dim={axis}",
            )
        return wrap(compute(found, axis))

    function.__doc__ = doc
    return function


softmax = _along("Softmax", torch.softmax, "exp(x) / sum(exp(x)) along an axis.")
log_softmax = _along("LogSoftmax", torch.log_softmax, "log(softmax(x)).")


def top_k(input, k=1, sorted=True, index_type="int32", name=None):
    """The k largest values of the last dimension and their positions."""
    found, count = t(input), int(k)
    if count > found.shape[-1]:
        raise invalid("TopKV2", f"input must have at least k columns. Had {found.shape[-1]}, needed {count}", given=(input,))
    return ops.top_k(wrap(found), count)


def in_top_k(targets, predictions, k, name=None):
    """Whether the class of each example is among the k largest predictions."""
    return ops.in_top_k(targets, predictions, k)


def confusion_matrix(labels, predictions, num_classes=None, weights=None, dtype="int32", name=None):
    """How often class `row` was predicted as class `column`."""
    truth, prediction = t(labels).cpu().to(torch.int64).reshape(-1), t(predictions).cpu().to(torch.int64).reshape(-1)
    count = int(torch.maximum(truth.max(), prediction.max())) + 1 if num_classes is None else int(num_classes)
    for name, found in (("labels", truth), ("predictions", prediction)):
        if bool((found >= count).any()):
            raise InvalidArgumentError(
                None,
                None,
                f"`{name}` out of bound\nCondition x < y did not hold.\nFirst {min(3, found.numel())} elements of x:\n{found.numpy()[:3]}\n"
                f"First 1 elements of y:\n[{count}]",
            )
    weight = None if weights is None else t(weights).cpu().to(torch.float64)
    made = torch.bincount(truth * count + prediction, weight, count * count).reshape(count, count)
    return wrap(placing.to(made, dtypes.torch_dtype(dtype)))


def bincount(arr, weights=None, minlength=None, maxlength=None, dtype="int32", name=None, axis=None, binary_output=False):
    """How often each whole number occurs."""
    if t(arr).numel() and int(t(arr).min()) < 0:
        raise invalid("DenseBincount", "Input arr must be non-negative!")
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


def _groups(data, segment_ids, count=None):
    found, numbers = t(data), t(segment_ids).to(torch.int64)
    count = (int(numbers.max()) + 1 if numbers.numel() else 0) if count is None else int(count)
    return found, [found[numbers == each] for each in range(count)]


def _segments(compute, empty, doc):
    def over(data, segment_ids, count):
        found, groups = _groups(data, segment_ids, count)
        blank = placing.full(found.shape[1:], empty(found.dtype), dtype=found.dtype)
        return wrap(torch.stack([compute(rows).to(found.dtype) if rows.shape[0] else blank for rows in groups]))

    def segment(data, segment_ids, name=None):
        return over(data, segment_ids, None)

    def unsorted(data, segment_ids, num_segments, name=None):
        return over(data, segment_ids, num_segments)

    segment.__doc__ = unsorted.__doc__ = doc
    return segment, unsorted


def _least(dtype):
    return torch.finfo(dtype).min if dtype.is_floating_point else torch.iinfo(dtype).min


def _largest(dtype):
    return torch.finfo(dtype).max if dtype.is_floating_point else torch.iinfo(dtype).max


segment_sum, unsorted_segment_sum = _segments(lambda rows: rows.sum(0), lambda _: 0, "Sums of the rows with the same number.")
segment_mean, unsorted_segment_mean = _segments(
    lambda rows: placing.to(rows, torch.float64).mean(0) if not rows.is_floating_point() else rows.mean(0), lambda _: 0, "Means of the rows with the same number."
)
segment_prod, unsorted_segment_prod = _segments(lambda rows: rows.prod(0), lambda _: 1, "Products of the rows with the same number.")
segment_max, unsorted_segment_max = _segments(lambda rows: torch.amax(rows, 0), _least, "The largest of the rows with the same number.")
segment_min, unsorted_segment_min = _segments(lambda rows: torch.amin(rows, 0), _largest, "The smallest of the rows with the same number.")


def invert_permutation(x, name=None):
    """Where each number stands."""
    return wrap(torch.argsort(t(x)).to(t(x).dtype))


def nextafter(x1, x2, name=None):
    """The next number of the type towards x2."""
    return wrap(torch.nextafter(*both("NextAfter", x1, x2)))


def angle(input, name=None):
    """The angle of numbers without an imaginary part: 0 or pi."""
    found = t(input)
    return wrap(torch.where(found < 0, torch.full_like(found, _math.pi), torch.zeros_like(found)))


def is_strictly_increasing(x, name=None):
    """Whether every element is larger than the one before."""
    found = t(x).reshape(-1)
    return wrap((found[1:] > found[:-1]).all())


def is_non_decreasing(x, name=None):
    """Whether no element is smaller than the one before."""
    found = t(x).reshape(-1)
    return wrap((found[1:] >= found[:-1]).all())


def polyval(coeffs, x, name=None):
    """The polynomial with these coefficients, the highest power first."""
    found = t(x)
    total = torch.zeros_like(found)
    for each in coeffs:
        total = total * found + t(each).to(found.dtype)
    return wrap(total)


def histogram_fixed_width(values, value_range, nbins=100, dtype="int32", name=None):
    """How many values fall into each of equally wide bins; those outside count in the first or the last."""
    found = t(values).reshape(-1)
    low, high = (float(each) for each in t(value_range))
    place = torch.clamp(torch.floor((found - low) / (high - low) * int(nbins)), 0, int(nbins) - 1).to(torch.int64)
    return wrap(torch.bincount(place, minlength=int(nbins)).to(dtypes.torch_dtype(dtype)))
