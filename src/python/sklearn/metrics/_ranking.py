"""Metrics of scores: ROC curves and the areas under them, for two classes (roc_auc_score: also for several)."""

import warnings

import numpy as np

from sklearn.exceptions import UndefinedMetricWarning
from sklearn.metrics._targets import type_of_target
from sklearn.utils.validation import check_consistent_length, column_or_1d


def auc(x, y):
    """The area under a curve by trapezoids."""
    check_consistent_length(x, y)
    x, y = column_or_1d(x), column_or_1d(y)
    if len(x) < 2:
        raise ValueError(f"At least 2 points are needed to compute area under curve, but x.shape = {len(x)}")
    steps = np.diff(x)
    direction = 1
    if (steps < 0).any():
        if not (steps <= 0).all():
            raise ValueError(f"x is neither increasing nor decreasing : {x}.")
        direction = -1
    return direction * np.trapz(y, x)


def _counts(y_true, y_score, pos_label):
    """False and true positives at falling thresholds."""
    check_consistent_length(y_true, y_score)
    kind = type_of_target(y_true)
    if kind != "binary":
        raise ValueError(f"{kind} format is not supported")
    y_true, y_score = column_or_1d(y_true), column_or_1d(y_score)
    if pos_label is None:
        classes = np.unique(y_true)
        if classes.dtype.kind in "OUS" or not set(classes.tolist()) <= {0, 1, -1}:
            raise ValueError(
                f"y_true takes value in {{{', '.join(map(repr, classes.tolist()))}}} and pos_label is not specified: either make y_true take "
                "value in {0, 1} or {-1, 1} or pass pos_label explicitly."
            )
        pos_label = 1
    true = y_true == pos_label
    order = np.argsort(y_score, kind="mergesort")[::-1]
    y_score, true = y_score[order], true[order]
    last = np.append(np.flatnonzero(np.diff(y_score)), len(true) - 1)
    right = np.cumsum(true.astype(np.float64))[last]
    return 1 + last - right, right, y_score[last]


def roc_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=True):
    """False positive rates, true positive rates and thresholds."""
    if sample_weight is not None:
        raise NotImplementedError("roc_curve with sample_weight is not here")
    wrong, right, thresholds = _counts(y_true, y_score, pos_label)
    if drop_intermediate and len(wrong) > 2:
        corner = np.logical_or(np.diff(wrong, 2), np.diff(right, 2))
        kept = np.flatnonzero(np.concatenate([[True], corner, [True]]))
        wrong, right, thresholds = wrong[kept], right[kept], thresholds[kept]
    right, wrong = np.append(0, right), np.append(0, wrong)
    thresholds = np.append(thresholds[0] + 1, thresholds)
    rates = []
    for counts, what in ((wrong, "negative"), (right, "positive")):
        if counts[-1] <= 0:
            side = "false positive" if what == "negative" else "true positive"
            warnings.warn(f"No {what} samples in y_true, {side} value should be meaningless", UndefinedMetricWarning, stacklevel=2)
            rates.append(np.full(counts.shape, np.nan))
        else:
            rates.append(counts / counts[-1])
    return rates[0], rates[1], thresholds


def precision_recall_curve(y_true, probas_pred, *, pos_label=None, sample_weight=None, drop_intermediate=False):
    """Precisions, recalls and thresholds, smallest threshold first."""
    if sample_weight is not None:
        raise NotImplementedError("precision_recall_curve with sample_weight is not here")
    wrong, right, thresholds = _counts(y_true, probas_pred, pos_label)
    said = right + wrong
    precision = right / np.where(said == 0, 1, said)
    if right[-1] == 0:
        warnings.warn("No positive class found in y_true, recall is set to one for all thresholds.", stacklevel=2)
        recall = np.ones(right.shape)
    else:
        recall = right / right[-1]
    return np.append(precision[::-1], 1), np.append(recall[::-1], 0), thresholds[::-1]


def _area(y_true, y_score):
    if len(np.unique(y_true)) != 2:
        raise ValueError("Only one class present in y_true. ROC AUC score is not defined in that case.")
    wrong, right, _ = roc_curve(y_true, y_score)
    return auc(wrong, right)


def roc_auc_score(y_true, y_score, *, average="macro", sample_weight=None, max_fpr=None, multi_class="raise", labels=None):
    """The area under the ROC curve; for several classes each against the rest (multi_class='ovr')."""
    if sample_weight is not None or max_fpr is not None:
        raise NotImplementedError("roc_auc_score with sample_weight or max_fpr is not here")
    y_true, y_score = np.asarray(y_true), np.asarray(y_score)
    kind = type_of_target(y_true)
    if kind == "binary" and y_score.ndim == 1 or y_score.ndim == 2 and y_score.shape[1] == 1:
        classes = np.unique(y_true)
        return _area((y_true == classes[-1]).astype(np.int64), y_score.reshape(-1))
    if kind == "multilabel-indicator":
        columns = [(y_true[:, j], y_score[:, j]) for j in range(y_true.shape[1])]
    elif multi_class == "ovr":
        if not np.allclose(1, y_score.sum(axis=1)):
            raise ValueError(
                "Target scores need to be probabilities for multiclass roc_auc, i.e. they should sum up to 1.0 over classes"
            )
        classes = np.unique(y_true if labels is None else np.asarray(labels))
        columns = [((y_true == each).astype(np.int64), y_score[:, j]) for j, each in enumerate(classes.tolist())]
    elif multi_class == "ovo":
        raise NotImplementedError("roc_auc_score(multi_class='ovo') is not here: use 'ovr'")
    else:
        raise ValueError("multi_class must be in ('ovo', 'ovr')")
    areas = np.array([_area(true, score) for true, score in columns])
    if average is None:
        return areas
    weights = np.array([true.sum() for true, _ in columns]) if average == "weighted" else None
    return np.average(areas, weights=weights)
