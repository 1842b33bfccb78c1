"""Metrics of predicted classes."""

import warnings

import numpy as np

from sklearn.exceptions import UndefinedMetricWarning
from sklearn.metrics._targets import class_targets
from sklearn.utils.validation import check_consistent_length, column_or_1d


def _weights(sample_weight, count):
    return np.ones(count) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)


def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    """The share of right predictions (normalize=False: their number)."""
    check_consistent_length(y_true, y_pred)
    first, second = np.asarray(y_true), np.asarray(y_pred)
    if first.ndim == 2 and second.ndim == 2 and first.shape[1] > 1:
        right = (first == second).all(axis=1)
    else:
        _, y_true, y_pred = class_targets(y_true, y_pred)
        right = y_true == y_pred
    if normalize:
        return np.average(right.astype(np.float64), weights=sample_weight)
    if sample_weight is not None:
        return np.dot(right.astype(np.float64), _weights(sample_weight, len(right)))
    return right.sum()


def zero_one_loss(y_true, y_pred, *, normalize=True, sample_weight=None):
    """The share of wrong predictions (normalize=False: their number)."""
    score = accuracy_score(y_true, y_pred, normalize=normalize, sample_weight=sample_weight)
    return 1 - score if normalize else (len(y_true) if sample_weight is None else np.sum(sample_weight)) - score


def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
    """How often class i (row) was predicted as class j (column)."""
    _, y_true, y_pred = class_targets(y_true, y_pred)
    known = np.union1d(y_true, y_pred) if labels is None else np.asarray(labels)
    if labels is not None:
        if known.size == 0:
            raise ValueError("'labels' should contains at least one label.")
        if len(y_true) and not np.isin(known, y_true).any():
            raise ValueError("At least one label specified must be in y_true")
    if normalize not in ("true", "pred", "all", None):
        raise ValueError("normalize must be one of {'true', 'pred', 'all', None}")
    place = {value: i for i, value in enumerate(known.tolist())}
    n = len(place)
    weights = [1] * len(y_true) if sample_weight is None else np.asarray(sample_weight).tolist()
    counts = [[0] * n for _ in range(n)]
    for true, predicted, weight in zip(y_true.tolist(), y_pred.tolist(), weights, strict=True):
        i, j = place.get(true), place.get(predicted)
        if i is not None and j is not None:
            counts[i][j] += weight
    found = np.array(counts)
    if normalize is None:
        return found
    with np.errstate(all="ignore"):
        if normalize == "true":
            found = found / found.sum(axis=1, keepdims=True)
        elif normalize == "pred":
            found = found / found.sum(axis=0, keepdims=True)
        else:
            found = found / found.sum()
    return np.nan_to_num(found)


def _averaged_labels(y_true, y_pred, average, labels, pos_label):
    """The labels to look at; for average='binary' the positive one."""
    if average not in (None, "micro", "macro", "weighted", "samples", "binary"):
        raise ValueError(f"average has to be one of {[None, 'micro', 'macro', 'weighted', 'samples', 'binary']!r}")
    kind, y_true, y_pred = class_targets(y_true, y_pred)
    present = np.union1d(y_true, y_pred)
    if average == "samples":
        raise ValueError("Samplewise metrics are not available outside of multilabel classification.")
    if average == "binary":
        if kind != "binary":
            options = [None, "micro", "macro", "weighted"]
            raise ValueError(f"Target is {kind} but average='binary'. Please choose another average setting, one of {options!r}.")
        if pos_label not in present.tolist() and len(present) >= 2:
            raise ValueError(f"pos_label={pos_label} is not a valid label. It should be one of {present.tolist()}")
        labels = [pos_label]
    elif pos_label not in (None, 1):
        warnings.warn(
            f"Note that pos_label (set to {pos_label!r}) is ignored when average != 'binary' (got {average!r}). You may use labels=[pos_label] to "
            "specify a single positive class.",
            UserWarning,
            stacklevel=4,
        )
    return y_true, y_pred, present if labels is None else np.asarray(labels)


def _counts(y_true, y_pred, labels, sample_weight):
    """True positives, predictions and members of each label."""
    weights = _weights(sample_weight, len(y_true))
    kind = np.int64 if sample_weight is None else np.float64
    true = [y_true == label for label in labels.tolist()]
    predicted = [y_pred == label for label in labels.tolist()]
    right = np.array([(weights * (t & p)).sum() for t, p in zip(true, predicted, strict=True)]).astype(kind)
    said = np.array([(weights * p).sum() for p in predicted]).astype(kind)
    members = np.array([(weights * t).sum() for t in true]).astype(kind)
    return right, said, members


def _ratio(above, below, metric, modifier, warn_for, zero_division):
    """above / below, with zero_division where below is 0."""
    empty = below == 0
    result = above / np.where(empty, 1, below)
    if not empty.any():
        return result
    if zero_division == "warn" and metric.lower() in warn_for:
        both = "f-score" in warn_for
        _warn_undefined(f"{metric} and F-score are" if both else f"{metric} is", modifier, len(result))
    return np.where(empty, 0.0 if zero_division in ("warn", 0) else 1.0, result)


def _warn_undefined(subject, modifier, count):
    where = "due to" if count == 1 else "in labels with"
    warnings.warn(
        f"{subject} ill-defined and being set to 0.0 {where} no {modifier} samples. Use `zero_division` parameter to control this behavior.",
        UndefinedMetricWarning,
        stacklevel=5,
    )


def precision_recall_fscore_support(
    y_true, y_pred, *, beta=1.0, labels=None, pos_label=1, average=None, warn_for=("precision", "recall", "f-score"), sample_weight=None,
    zero_division="warn",
):  # fmt: skip
    """Precision, recall, F-score and the number of members, label by label or averaged."""
    if zero_division not in ("warn", 0, 1):
        raise ValueError(f"Got zero_division={zero_division}. Must be one of [\"warn\", 0, 1]")
    if beta < 0:
        raise ValueError("beta should be >=0 in the F-beta score")
    y_true, y_pred, labels = _averaged_labels(y_true, y_pred, average, labels, pos_label)
    right, said, members = _counts(y_true, y_pred, labels, sample_weight)
    if average == "micro":
        right, said, members = (np.array([each.sum()]) for each in (right, said, members))
    precision = _ratio(right, said, "Precision", "predicted", warn_for, zero_division)
    recall = _ratio(right, members, "Recall", "true", warn_for, zero_division)
    if zero_division == "warn" and tuple(warn_for) == ("f-score",) and ((said + members) == 0).any():
        _warn_undefined("F-score is", "true nor predicted", len(members))
    if np.isposinf(beta):
        score = recall
    else:
        square = beta**2
        below = square * precision + recall
        score = (1 + square) * precision * recall / np.where(below == 0, 1, below)
    if average is None:
        return precision, recall, score, members
    weights = members if average == "weighted" else None
    if weights is not None and weights.sum() == 0:
        value = np.float64(0.0 if zero_division in ("warn", 0) else 1.0)
        return value, value, value if said.sum() == 0 else np.float64(0.0), None
    return (*(np.average(each, weights=weights) for each in (precision, recall, score)), None)


def precision_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    """How many of the predicted members are members."""
    return precision_recall_fscore_support(
        y_true, y_pred, labels=labels, pos_label=pos_label, average=average, warn_for=("precision",), sample_weight=sample_weight,
        zero_division=zero_division,
    )[0]  # fmt: skip


def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    """How many of the members were found."""
    return precision_recall_fscore_support(
        y_true, y_pred, labels=labels, pos_label=pos_label, average=average, warn_for=("recall",), sample_weight=sample_weight,
        zero_division=zero_division,
    )[1]  # fmt: skip


def fbeta_score(y_true, y_pred, *, beta, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    """The weighted harmonic mean of precision and recall."""
    return precision_recall_fscore_support(
        y_true, y_pred, beta=beta, labels=labels, pos_label=pos_label, average=average, warn_for=("f-score",), sample_weight=sample_weight,
        zero_division=zero_division,
    )[2]  # fmt: skip


def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    """The harmonic mean of precision and recall."""
    return fbeta_score(
        y_true, y_pred, beta=1, labels=labels, pos_label=pos_label, average=average, sample_weight=sample_weight, zero_division=zero_division
    )


def balanced_accuracy_score(y_true, y_pred, *, sample_weight=None, adjusted=False):
    """The mean recall of the classes."""
    counts = confusion_matrix(y_true, y_pred, sample_weight=sample_weight)
    members = counts.sum(axis=1)
    recalls = (np.diag(counts) / np.where(members == 0, 1, members))[members != 0]
    if len(recalls) < len(members):
        warnings.warn("y_pred contains classes not in y_true", stacklevel=2)
    score = np.mean(recalls)
    if adjusted:
        chance = 1 / len(recalls)
        score = (score - chance) / (1 - chance)
    return score


def matthews_corrcoef(y_true, y_pred, *, sample_weight=None):
    """The correlation of true and predicted classes."""
    counts = confusion_matrix(y_true, y_pred, sample_weight=sample_weight).astype(np.float64)
    members, said = counts.sum(axis=1), counts.sum(axis=0)
    right, total = np.trace(counts), said.sum()
    both = right * total - np.dot(members, said)
    spread = (total**2 - np.dot(said, said)) * (total**2 - np.dot(members, members))
    return 0.0 if spread == 0 else both / np.sqrt(spread)


def log_loss(y_true, y_pred, *, eps="auto", normalize=True, sample_weight=None, labels=None):
    """The cross-entropy of predicted probabilities."""
    y_pred = np.asarray(y_pred)
    y_pred = y_pred if y_pred.dtype.kind == "f" else y_pred.astype(np.float64)
    y_true = column_or_1d(y_true)
    check_consistent_length(y_pred, y_true)
    classes = np.unique(y_true if labels is None else np.asarray(labels))
    if len(classes) == 1:
        if labels is None:
            raise ValueError(
                f"y_true contains only one label ({classes[0]}). Please provide the true labels explicitly through the labels argument."
            )
        raise ValueError(f"The labels array needs to contain at least two labels for log_loss, got {classes}.")
    eps = np.finfo(y_pred.dtype).eps if eps == "auto" else eps
    if y_pred.ndim == 1:
        y_pred = y_pred[:, None]
    if y_pred.shape[1] == 1:
        y_pred = np.append(1 - y_pred, y_pred, axis=1)
    if y_pred.shape[1] != len(classes):
        raise ValueError(
            f"y_true and y_pred contain different number of classes {len(classes)}, {y_pred.shape[1]}. Please provide the true labels explicitly "
            f"through the labels argument. Classes found in y_true: {classes}"
        )
    y_pred = np.clip(y_pred, eps, 1 - eps)
    y_pred = y_pred / y_pred.sum(axis=1)[:, None]
    column = np.searchsorted(classes, y_true)
    loss = -np.log(y_pred[np.arange(len(y_true)), column])
    if normalize:
        return np.average(loss, weights=sample_weight)
    return np.dot(loss, _weights(sample_weight, len(loss))) if sample_weight is not None else loss.sum()
