"""The formulas of losses: each gives one value for each example, from y_true and y_pred with the same shape."""

import math
import warnings

import torch

from keras.src import ops
from keras.src.backend import TensorShape, convert_to_tensor, epsilon, placing, set_keras_mask, unwrap, wrap
from keras.src.losses.loss import same_rank


def pair(y_true, y_pred, align=True):
    """Torch tensors of the prediction's dtype (a floating one) and, by default, of one rank."""
    prediction = unwrap(y_pred)
    truth = unwrap(y_true)
    if truth.dtype is not prediction.dtype:
        truth = truth.to(prediction.dtype)
    return same_rank(truth, prediction) if align else (truth, prediction)


def _broadcasting(compute):
    """Shapes that do not broadcast are told as TensorFlow tells them."""
    compute = placing.aside(compute)

    def function(y_true, y_pred, *args, **options):
        try:
            return compute(y_true, y_pred, *args, **options)
        except RuntimeError as error:
            if "must match" not in str(error):
                raise
            from keras.src.backend.errors import shape_mismatch

            raise shape_mismatch("Sub", unwrap(y_true).shape, unwrap(y_pred).shape) from None

    function.__name__ = function.__qualname__ = compute.__name__
    function.__doc__ = compute.__doc__
    function.__module__ = "keras.src.losses.losses"
    function.__wrapped__ = compute
    return function


def _mean(tensor):
    return wrap((tensor if tensor.is_floating_point() else tensor.to(torch.float32)).mean(-1))


@_broadcasting
def mean_squared_error(y_true, y_pred):
    """mean((y_true - y_pred)**2)."""
    truth, prediction = pair(y_true, y_pred)
    return _mean(torch.square(truth - prediction))


@_broadcasting
def mean_absolute_error(y_true, y_pred):
    """mean(|y_true - y_pred|)."""
    truth, prediction = pair(y_true, y_pred)
    return _mean(torch.abs(truth - prediction))


@_broadcasting
def mean_absolute_percentage_error(y_true, y_pred):
    """100 * mean(|y_true - y_pred| / |y_true|)."""
    truth, prediction = pair(y_true, y_pred)
    return wrap(100.0 * torch.abs((truth - prediction) / torch.clamp(torch.abs(truth), min=epsilon())).mean(-1))


@_broadcasting
def mean_squared_logarithmic_error(y_true, y_pred):
    """mean((log(y_true + 1) - log(y_pred + 1))**2)."""
    truth, prediction = pair(y_true, y_pred)
    first = torch.log(torch.clamp(prediction, min=epsilon()) + 1.0)
    second = torch.log(torch.clamp(truth, min=epsilon()) + 1.0)
    return _mean(torch.square(first - second))


def _unit(tensor, axis):
    size = torch.sqrt(torch.square(tensor).sum(axis, keepdim=True))
    return tensor / torch.clamp(size, min=epsilon())


@_broadcasting
def cosine_similarity(y_true, y_pred, axis=-1):
    """-sum(unit(y_true) * unit(y_pred)): -1 for the same direction."""
    truth, prediction = pair(y_true, y_pred)
    return wrap(-(_unit(truth, axis) * _unit(prediction, axis)).sum(axis))


@_broadcasting
def huber(y_true, y_pred, delta=1.0):
    """Half the squared error up to delta, linear beyond (Huber 1964)."""
    truth, prediction = pair(y_true, y_pred)
    error = prediction - truth
    size = torch.abs(error)
    return _mean(torch.where(size <= delta, 0.5 * torch.square(error), delta * size - 0.5 * delta * delta))


@_broadcasting
def log_cosh(y_true, y_pred):
    """log(cosh(error)), close to the squared error for small ones and to the absolute one for large ones."""
    truth, prediction = pair(y_true, y_pred)
    error = prediction - truth
    return _mean(error + torch.logaddexp(error * -2.0, torch.zeros_like(error)) - math.log(2.0))


@_broadcasting
def kl_divergence(y_true, y_pred):
    """sum(y_true * log(y_true / y_pred))."""
    truth, prediction = pair(y_true, y_pred, align=False)
    truth, prediction = torch.clamp(truth, epsilon(), 1), torch.clamp(prediction, epsilon(), 1)
    return wrap((truth * torch.log(truth / prediction)).sum(-1))


@_broadcasting
def poisson(y_true, y_pred):
    """mean(y_pred - y_true * log(y_pred))."""
    truth, prediction = pair(y_true, y_pred, align=False)
    return _mean(prediction - truth * torch.log(prediction + epsilon()))


def _signed(truth):
    """Labels 0 and 1 become -1 and 1."""
    binary = ((truth == 0) | (truth == 1)).all()
    return 2.0 * truth - 1.0 if bool(binary) else truth


@_broadcasting
def hinge(y_true, y_pred):
    """mean(max(1 - y_true * y_pred, 0)) for labels -1 and 1 (0 becomes -1)."""
    truth, prediction = pair(y_true, y_pred, align=False)
    return _mean(torch.clamp(1.0 - _signed(truth) * prediction, min=0.0))


@_broadcasting
def squared_hinge(y_true, y_pred):
    """mean(max(1 - y_true * y_pred, 0)**2)."""
    truth, prediction = pair(y_true, y_pred, align=False)
    return _mean(torch.square(torch.clamp(1.0 - _signed(truth) * prediction, min=0.0)))


@_broadcasting
def categorical_hinge(y_true, y_pred):
    """max(neg - pos + 1, 0) with pos = sum(y_true * y_pred) and neg = max((1 - y_true) * y_pred)."""
    truth, prediction = pair(y_true, y_pred, align=False)
    positive = (truth * prediction).sum(-1)
    negative = torch.amax((1.0 - truth) * prediction, -1)
    return wrap(torch.clamp(negative - positive + 1.0, min=0.0))


# --- crossentropies -----------------------------------------------------------------------------------------------


def _prepared(y_true, y_pred):
    prediction = y_pred if hasattr(y_pred, "_keras_logits") else convert_to_tensor(y_pred)
    truth = unwrap(y_true)
    wanted = unwrap(prediction).dtype
    return (truth if truth.dtype is wanted else truth.to(wanted)), prediction


def _checked_axis(name, axis, y_pred):
    if isinstance(axis, bool):
        raise ValueError(f"`axis` must be of type `int`. Received: axis={axis} of type {type(axis)}")
    if len(y_pred.shape) and y_pred.shape[axis] == 1:
        warnings.warn(
            f"In loss {name}, expected y_pred.shape to be (batch_size, num_classes) with num_classes > 1. Received: "
            f"y_pred.shape={TensorShape(y_pred.shape)}. Consider using 'binary_crossentropy' if you only have 2 classes.",
            SyntaxWarning,
            stacklevel=3,
        )


def binary_crossentropy(y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1):
    """mean(-(y log p + (1 - y) log(1 - p)))."""
    truth, prediction = _prepared(y_true, y_pred)
    if label_smoothing:
        truth = truth * (1.0 - label_smoothing) + 0.5 * label_smoothing
    each = ops.binary_crossentropy(wrap(truth), prediction, from_logits=from_logits)
    return wrap(unwrap(each).mean(axis))


def categorical_crossentropy(y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1):
    """-sum(y log p) over classes; y one-hot or probabilities."""
    truth, prediction = _prepared(y_true, y_pred)
    _checked_axis("categorical_crossentropy", axis, prediction)
    if label_smoothing:
        truth = truth * (1.0 - label_smoothing) + label_smoothing / prediction.shape[axis]
    return ops.categorical_crossentropy(wrap(truth), prediction, from_logits=from_logits, axis=axis)


def sparse_categorical_crossentropy(y_true, y_pred, from_logits=False, ignore_class=None, axis=-1):
    """-log p[y] for class numbers y; examples of class `ignore_class` do not count."""
    if isinstance(y_true, (list, tuple)):
        raise AttributeError(f"{type(y_true).__name__!r} object has no attribute 'shape'")
    y_true, y_pred = convert_to_tensor(y_true), convert_to_tensor(y_pred)
    truth = unwrap(y_true)
    if truth.dim() == y_pred.ndim and truth.shape[axis] == 1:
        truth = truth.squeeze(axis)
    if ignore_class is None:
        return ops.sparse_categorical_crossentropy(wrap(truth), y_pred, from_logits=from_logits, axis=axis)
    valid = truth != ignore_class
    prediction = unwrap(y_pred)
    prediction = torch.where(valid.unsqueeze(axis), prediction, torch.zeros_like(prediction))
    made = ops.sparse_categorical_crossentropy(
        wrap(torch.where(valid, truth, torch.zeros_like(truth))), wrap(prediction), from_logits=from_logits, axis=axis
    )
    result = wrap(torch.where(valid, unwrap(made), torch.zeros_like(unwrap(made))))
    set_keras_mask(result, wrap(valid))
    return result


def binary_focal_crossentropy(
    y_true, y_pred, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1
):
    """Binary crossentropy times (1 - p of the true class)**gamma (Lin et al. 2018)."""
    truth, prediction = pair(y_true, y_pred, align=False)
    if label_smoothing:
        truth = truth * (1.0 - label_smoothing) + 0.5 * label_smoothing
    if from_logits:
        prediction = torch.sigmoid(prediction)
    each = unwrap(ops.binary_crossentropy(wrap(truth), wrap(prediction)))
    of_truth = truth * prediction + (1 - truth) * (1 - prediction)
    each = torch.pow(1.0 - of_truth, gamma) * each
    if apply_class_balancing:
        each = (truth * alpha + (1 - truth) * (1 - alpha)) * each
    return wrap(each.mean(axis))


def categorical_focal_crossentropy(y_true, y_pred, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1):
    """Categorical crossentropy times alpha * (1 - p)**gamma."""
    truth, prediction = pair(y_true, y_pred, align=False)
    _checked_axis("categorical_focal_crossentropy", axis, prediction)
    if label_smoothing:
        truth = truth * (1.0 - label_smoothing) + label_smoothing / prediction.shape[axis]
    if from_logits:
        prediction = torch.softmax(prediction, axis)
    output = prediction / prediction.sum(axis, keepdim=True)
    output = torch.clamp(output, epsilon(), 1.0 - epsilon())
    return wrap((torch.pow(1.0 - output, gamma) * alpha * -truth * torch.log(output)).sum(axis))


def categorical_generalized_cross_entropy(y_true, y_pred, q):
    """(1 - p**q) / q for class numbers y (Zhang & Sabuncu 2018)."""
    prediction = unwrap(y_pred)
    labels = unwrap(y_true).to(torch.int64)
    p = (prediction * (labels.unsqueeze(-1) == placing.arange(prediction.shape[-1])).to(prediction.dtype)).sum(-1)
    return wrap((1 - torch.pow(p, q)) / q)


# --- overlap and ranking --------------------------------------------------------------------------------------------


def _sum(tensor, axis):
    return tensor.sum() if axis is None else tensor.sum(tuple(axis) if isinstance(axis, list) else axis)


def dice(y_true, y_pred, axis=None):
    """1 - 2 |A and B| / (|A| + |B|)."""
    truth, prediction = pair(y_true, y_pred, align=False)
    both = _sum(truth * prediction, axis)
    return wrap(1 - 2.0 * both / (_sum(truth, axis) + _sum(prediction, axis) + epsilon()))


def tversky(y_true, y_pred, alpha=0.5, beta=0.5, axis=None):
    """1 - TP / (TP + alpha FN + beta FP): Keras exchanges what its documentation calls FP and FN."""
    prediction, truth = pair(y_true, y_pred, align=False)
    both = _sum(truth * prediction, axis)
    false_positive, false_negative = _sum((1 - truth) * prediction, axis), _sum(truth * (1 - prediction), axis)
    return wrap(1 - both / (both + false_positive * alpha + false_negative * beta + epsilon()))


def circle(y_true, y_pred, ref_labels=None, ref_embeddings=None, remove_diagonal=True, gamma=80, margin=0.4):
    """Circle loss of unit embeddings and class numbers (Sun et al. 2020)."""
    embedding = unwrap(y_pred)
    labels = unwrap(y_true).to(torch.int32).reshape(-1, 1)
    others = embedding if ref_embeddings is None else unwrap(ref_embeddings)
    other_labels = labels if ref_labels is None else unwrap(ref_labels).to(torch.int32).reshape(-1, 1)
    distance = torch.clamp(1 - torch.matmul(embedding, others.transpose(0, 1)), min=0.0)
    positive = labels == other_labels.reshape(1, -1)
    negative = ~positive
    if remove_diagonal:
        positive = positive & ~placing.eye(positive.shape[0], positive.shape[1]).to(torch.bool)
    near = torch.clamp((margin + distance) * positive.to(distance.dtype), min=0.0)
    far = torch.clamp((1 + margin - distance) * negative.to(distance.dtype), min=0.0)
    out = torch.full_like(distance, float("-inf"))
    p = torch.logsumexp(torch.where(positive, -gamma * near * (margin - distance), out), 1)
    n = torch.logsumexp(torch.where(negative, gamma * far * (1 - margin - distance), out), 1)
    made = wrap(torch.logaddexp(p + n, torch.zeros_like(p)))
    set_keras_mask(made, made > 0)
    return made


def ctc(y_true, y_pred):
    """Connectionist temporal classification; 0 is the blank (Graves et al. 2006)."""
    labels, logits = unwrap(y_true).to(torch.int64), unwrap(y_pred)
    if labels.dim() != 2:
        raise ValueError(
            "Targets `y_true` are expected to be a tensor of shape `(batch_size, max_length)` in integer format. "
            f"Received: y_true.shape={tuple(labels.shape)}"
        )
    if logits.dim() != 3:
        raise ValueError(
            "Logits `y_pred` are expected to be a tensor of shape `(batch_size, max_length, num_classes)`. "
            f"Received: y_pred.shape={tuple(logits.shape)}"
        )
    scores = torch.log_softmax(logits, -1).transpose(0, 1)
    lengths = placing.full((logits.shape[0],), logits.shape[1], dtype=torch.int64)
    made = torch.nn.functional.ctc_loss(scores, labels, lengths, (labels != 0).sum(-1), blank=0, reduction="none")
    return wrap(made)


for _each in (
    binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, binary_focal_crossentropy, categorical_focal_crossentropy,
    categorical_generalized_cross_entropy, dice, tversky, circle, ctc,
):  # fmt: skip
    _each.__module__ = "keras.src.losses.losses"
