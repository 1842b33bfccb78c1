"""Targets as metrics see them: checked for length and kind, as arrays."""

import numpy as np

from sklearn.utils.validation import check_consistent_length, column_or_1d


def type_of_target(y):
    """'binary', 'multiclass', 'multilabel-indicator', 'continuous' or 'continuous-multioutput'."""
    y = np.asarray(y)
    if y.ndim == 2 and y.shape[1] > 1:
        if y.dtype.kind in "biu" and set(np.unique(y).tolist()) <= {0, 1}:
            return "multilabel-indicator"
        if y.dtype.kind == "f" and bool((y != np.floor(y)).any()):
            return "continuous-multioutput"
        return "multilabel-indicator" if set(np.unique(y).tolist()) <= {0.0, 1.0} else "multiclass-multioutput"
    if y.dtype.kind == "f" and bool((y != np.floor(y)).any()):
        return "continuous"
    return "multiclass" if len(np.unique(y)) > 2 else "binary"


def class_targets(y_true, y_pred):
    """(kind, true classes, predicted classes) as vectors; other targets are refused."""
    check_consistent_length(y_true, y_pred)
    kinds = [type_of_target(y_true), type_of_target(y_pred)]
    kind = "multiclass" if set(kinds) == {"binary", "multiclass"} else kinds[0]
    if kind != kinds[0] and kind != "multiclass" or len(set(kinds)) > 1 and set(kinds) != {"binary", "multiclass"}:
        raise ValueError(f"Classification metrics can't handle a mix of {kinds[0]} and {kinds[1]} targets")
    if kind not in ("binary", "multiclass"):
        if kind == "multilabel-indicator":
            raise NotImplementedError("metrics of several labels a sample are not here: compare the columns one by one")
        raise ValueError(f"{kind} is not supported")
    y_true, y_pred = column_or_1d(y_true), column_or_1d(y_pred)
    if kind == "binary" and len(np.union1d(y_true, y_pred)) > 2:
        kind = "multiclass"
    return kind, y_true, y_pred


def number_targets(y_true, y_pred, multioutput):
    """Two matrices of floats (a column an output) and checked weights of outputs."""
    check_consistent_length(y_true, y_pred)
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    y_true, y_pred = (each if each.dtype.kind == "f" else each.astype(np.float64) for each in (y_true, y_pred))
    for each in (y_true, y_pred):
        if not np.isfinite(each).all():
            raise ValueError("Input contains NaN." if np.isnan(each).any() else f"Input contains infinity or a value too large for {each.dtype!r}.")
    y_true = y_true.reshape(-1, 1) if y_true.ndim == 1 else y_true
    y_pred = y_pred.reshape(-1, 1) if y_pred.ndim == 1 else y_pred
    if y_true.shape[1] != y_pred.shape[1]:
        raise ValueError(f"y_true and y_pred have different number of output ({y_true.shape[1]}!={y_pred.shape[1]})")
    if isinstance(multioutput, str) and multioutput not in ("raw_values", "uniform_average", "variance_weighted"):
        raise ValueError(
            f"Allowed 'multioutput' string values are ('raw_values', 'uniform_average', 'variance_weighted'). You provided multioutput={multioutput!r}"
        )
    return y_true, y_pred
