"""Counts of true and false positives and negatives at thresholds: what precision, recall and AUC are made of."""

import torch

from keras.src.backend import placing, wrap
from keras.src.losses.loss import same_rank
from keras.src.metrics.metric import plain

NEG_INF = -1e10


def parse_thresholds(thresholds, default=0.5):
    """The thresholds as a list, checked to be in [0, 1]."""
    if thresholds is not None:
        given = list(thresholds) if isinstance(thresholds, (list, tuple)) else [thresholds]
        bad = [t for t in given if t is None or t < 0 or t > 1]
        if bad:
            raise ValueError(f"Threshold values must be in [0, 1]. Received: {bad}")
        return given
    return [default]


def evenly_spaced(thresholds):
    """Whether at least three thresholds go from 0 to 1 in equal steps."""
    count = len(thresholds)
    if count < 3:
        return False
    return all(abs(t - i / (count - 1)) <= 1e-7 for i, t in enumerate(thresholds))


def _top(prediction, k):
    """All but the k largest of the last dimension pushed out of every threshold's reach."""
    places = torch.sort(prediction, -1, descending=True, stable=True)[1][..., :k]
    keep = torch.zeros_like(prediction).scatter(-1, places, 1.0)
    return prediction * keep + NEG_INF * (1 - keep)


def _positives_by_bucket(prediction, weights, count):
    """For each of `count` evenly spaced thresholds the weight of predictions above it; columns stay apart."""
    bucket = torch.clamp(torch.ceil(prediction * (count - 1)) - 1, min=0.0, max=float(count - 1)).to(torch.int64)
    columns = []
    for column in range(prediction.shape[1]):
        totals = torch.bincount(bucket[:, column].cpu(), weights[:, column].cpu().to(torch.float64), count)
        columns.append(torch.cumsum(totals.flip(0), 0).flip(0))
    return placing.to(torch.stack(columns, 1), torch.float32)


def count(metric, y_true, y_pred, thresholds, even, sample_weight=None, top_k=None, class_id=None, multi_label=False, label_weights=None):
    """Adds a batch's counts to metric.true_positives and whichever siblings the metric has: shape (thresholds,) or, for several
    labels, (thresholds, labels)."""
    prediction, truth = same_rank(plain(y_pred, "float32"), plain(y_true, "float32"))
    if prediction.shape != truth.shape:
        raise ValueError(f"Shapes {tuple(prediction.shape)} and {tuple(truth.shape)} are incompatible")
    if top_k is not None:
        prediction = _top(prediction, top_k)
    weight = None
    if sample_weight is not None:
        weight = plain(sample_weight, "float32").unsqueeze(-1)
        if weight.dim() == truth.dim() + 1 and weight.shape[-1] == 1:
            weight = weight.squeeze(-1)
    if class_id is not None:
        if prediction.dim() == 1:
            raise ValueError(
                "When class_id is provided, y_pred must be a 2D array with shape (num_samples, num_classes), found shape: "
                f"{tuple(prediction.shape)}"
            )
        truth, prediction = truth[..., class_id, None], prediction[..., class_id, None]
    weight = torch.ones_like(prediction) if weight is None else weight.expand(prediction.shape)
    if label_weights is not None and not multi_label:
        weight = weight * label_weights.expand(prediction.shape)
    if not even:
        truth = (truth != 0).to(torch.float32)
    if multi_label:
        tables = [t.reshape(t.shape[0], -1) for t in (prediction, truth, weight)]
    else:
        tables = [t.reshape(-1, 1) for t in (prediction, truth, weight)]
    _add(metric, *tables, thresholds, even, multi_label)


def _add(metric, prediction, truth, weight, thresholds, even, multi_label):
    right, wrong = weight * truth, weight * (1 - truth)
    if even:
        tp = _positives_by_bucket(prediction, right, len(thresholds))
        fp = _positives_by_bucket(prediction, wrong, len(thresholds))
    else:
        above = (prediction.unsqueeze(0) > placing.tensor(list(thresholds)).reshape(-1, 1, 1)).to(torch.float32)
        tp, fp = (above * right).sum(1), (above * wrong).sum(1)
    counts = {
        "true_positives": tp, "false_positives": fp, "false_negatives": right.sum(0) - tp, "true_negatives": wrong.sum(0) - fp
    }  # fmt: skip
    for name, found in counts.items():
        variable = getattr(metric, name, None)
        if variable is not None:
            variable.own().add_(found if multi_label else found[:, 0])


def ratio(first, second):
    """first / (first + second), 0 where that is empty; torch tensors."""
    total = first + second
    return torch.where(total == 0, torch.zeros_like(total), first / torch.where(total == 0, torch.ones_like(total), total))


def one_or_all(tensor):
    """A scalar for one threshold, else a vector."""
    return wrap(tensor[0].clone() if tensor.shape[0] == 1 else tensor.clone())
