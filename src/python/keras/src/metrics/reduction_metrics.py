"""Sums and means over all examples: Sum, Mean, and MeanMetricWrapper for the mean of a function of (y_true, y_pred)."""

import torch

from keras.src import backend
from keras.src.backend import wrap
from keras.src.backend import unwrap
from keras.src.losses.loss import _by_mask, same_rank
from keras.src.metrics.metric import Metric, plain


def samplewise(values, sample_weight, dtype, use_sum=False):
    """One (weighted) value for each example, and the weights or None; torch tensors."""
    reduce = (lambda t, axes: t.sum(axes)) if use_sum else (lambda t, axes: t.mean(axes))
    mask = backend.get_keras_mask(values)
    found = plain(values, dtype)
    weight = None
    if sample_weight is not None:
        weight = plain(sample_weight, dtype)
        if mask is not None:
            weight = _by_mask(weight, unwrap(mask), found.dtype, "sum")
        found, weight = same_rank(found, weight)
        rank = weight.dim()
        if found.dim() > rank:
            found = reduce(found, tuple(range(rank, found.dim())))
        weight = weight.expand(found.shape)
        found = found * weight
        if rank > 1:
            weight = reduce(weight, tuple(range(1, rank)))
    if found.dim() > 1:
        found = reduce(found, tuple(range(1, found.dim())))
    return found, weight


class Sum(Metric):
    """The (weighted) sum of all values."""

    def __init__(self, name="sum", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.total = self.add_variable(shape=(), initializer="zeros", dtype=self.dtype, name="total")

    def update_state(self, values, sample_weight=None):
        found, _ = samplewise(values, sample_weight, self.dtype, use_sum=True)
        self.total.own().add_(found.sum())

    def result(self):
        return wrap(self.total._t.clone())


class Mean(Metric):
    """The (weighted) mean of all values."""

    def __init__(self, name="mean", dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.total = self.add_variable(shape=(), initializer="zeros", dtype=self.dtype, name="total")
        self.count = self.add_variable(shape=(), initializer="zeros", dtype=self.dtype, name="count")

    def update_state(self, values, sample_weight=None):
        if type(sample_weight) in (int, float) and type(values) is backend.Tensor and not values._t.shape:  # the loss of a batch
            self.total.own().add_(plain(values), alpha=sample_weight)
            self.count.own().add_(sample_weight)
            return
        found, weight = samplewise(values, sample_weight, self.dtype)
        self.total.own().add_(found.sum() if found.dim() else found)
        if weight is not None:
            self.count.own().add_(weight.sum())
        else:
            self.count.own().add_(found.shape[0] if found.dim() else 1)

    def result(self):
        total, count = self.total._t, self.count._t
        return wrap(torch.where(count == 0, torch.zeros_like(total), total / torch.where(count == 0, torch.ones_like(count), count)))


class MeanMetricWrapper(Mean):
    """The mean of fn(y_true, y_pred, **kwargs) over all examples."""

    def __init__(self, fn, name=None, dtype=None, **kwargs):
        super().__init__(name=name, dtype=dtype)
        self._fn = fn
        self._fn_kwargs = kwargs

    def update_state(self, y_true, y_pred, sample_weight=None):
        mask = backend.get_keras_mask(y_pred)
        values = self._fn(y_true, y_pred, **self._fn_kwargs)
        if mask is not None:
            weight = None if sample_weight is None else unwrap(sample_weight)
            sample_weight = wrap(_by_mask(weight, unwrap(mask), torch.float32, "sum"))
        super().update_state(values, sample_weight=sample_weight)

    def get_config(self):
        from keras.src.saving import serialization_lib

        return {
            **super().get_config(), "fn": serialization_lib.serialize_keras_object(self._fn),
            **serialization_lib.serialize_keras_object(self._fn_kwargs),
        }  # fmt: skip

    @classmethod
    def from_config(cls, config):
        if "fn" in config:
            from keras.src.saving import serialization_lib

            config = serialization_lib.deserialize_keras_object(config)
        return cls(**config)


class Named(MeanMetricWrapper):
    """A mean of one function of this package: its config holds the function's arguments themselves."""

    def get_config(self):
        return {**Metric.get_config(self), **self._fn_kwargs}

    def __getattr__(self, name):
        arguments = self.__dict__.get("_fn_kwargs", {})
        if name in arguments:
            return arguments[name]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def named(cls_name, fn, name, module, doc=None):
    """A Named class without arguments of its own."""

    def __init__(self, name=name, dtype=None):
        Named.__init__(self, fn, name=name, dtype=dtype)

    return type(cls_name, (Named,), {"__init__": __init__, "__doc__": doc or fn.__doc__, "__module__": module})
