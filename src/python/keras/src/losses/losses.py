"""The classes of keras.losses: each keeps the arguments of its formula (functions.py)."""

from keras.src import backend, tree
from keras.src.losses import functions
from keras.src.losses.functions import *  # noqa: F403  found here, as in Keras
from keras.src.losses.functions import (  # noqa: F401
    binary_crossentropy, binary_focal_crossentropy, categorical_crossentropy, categorical_focal_crossentropy,
    categorical_generalized_cross_entropy, categorical_hinge, circle, cosine_similarity, ctc, dice, hinge, huber, kl_divergence, log_cosh,
    mean_absolute_error, mean_absolute_percentage_error, mean_squared_error, mean_squared_logarithmic_error, poisson,
    sparse_categorical_crossentropy, squared_hinge, tversky,
)  # fmt: skip
from keras.src.losses.loss import Loss, squeeze_or_expand_to_same_rank


class LossFunctionWrapper(Loss):
    """A loss made from a function of (y_true, y_pred)."""

    def __init__(self, fn, reduction="sum_over_batch_size", name=None, dtype=None, **kwargs):
        super().__init__(name=name, reduction=reduction, dtype=dtype)
        self.fn = fn
        self._fn_kwargs = kwargs

    def call(self, y_true, y_pred):
        if isinstance(y_pred, backend.Tensor) and isinstance(y_true, backend.Tensor):
            y_true, y_pred = squeeze_or_expand_to_same_rank(y_true, y_pred)
        else:
            _check_alike(y_true, y_pred)
            pairs = [squeeze_or_expand_to_same_rank(a, b) for a, b in zip(tree.flatten(y_true), tree.flatten(y_pred))]
            y_true = tree.pack_sequence_as(y_true, [a for a, _ in pairs])
            y_pred = tree.pack_sequence_as(y_pred, [b for _, b in pairs])
        return self.fn(y_true, y_pred, **self._fn_kwargs)

    def _standardized(self, y_true):
        # Keras has class numbers in its floating type too, and then needs them whole again.
        if self.fn is sparse_categorical_crossentropy and type(y_true) is backend.Tensor and not y_true._t.is_floating_point():
            return y_true
        return super()._standardized(y_true)

    def __call__(self, y_true, y_pred, sample_weight=None):
        if isinstance(y_true, (list, tuple)) and not isinstance(y_pred, (list, tuple, dict)):
            raise ValueError(f"Expected an instance of {type(y_true).__name__}, got {backend.convert_to_tensor(y_pred, self.dtype)!r}.")
        return super().__call__(y_true, y_pred, sample_weight)

    def get_config(self):
        from keras.src.saving import serialization_lib

        config = super().get_config()
        config["fn"] = serialization_lib.serialize_keras_object(self.fn)
        config.update(serialization_lib.serialize_keras_object(self._fn_kwargs))
        return config

    @classmethod
    def from_config(cls, config):
        if "fn" in config:
            from keras.src.saving import serialization_lib

            config = serialization_lib.deserialize_keras_object(config)
        return cls(**config)

    def __repr__(self):
        return f"<LossFunctionWrapper({self.fn}, kwargs={self._fn_kwargs})>"


def _check_alike(y_true, y_pred):
    if isinstance(y_true, (list, tuple)) and isinstance(y_pred, (list, tuple)) and len(y_true) != len(y_pred):
        kind = type(y_true).__name__
        raise ValueError(f"{kind} arity mismatch; expected: {len(y_true)}, got: {len(y_pred)}; {kind}: {y_pred}.")


class _Named(LossFunctionWrapper):
    """A loss class of this file: its config holds the formula's arguments themselves, but for those that Keras leaves out."""

    _left_out = ()
    # Arguments that come last.
    _at_end = ()

    def get_config(self):
        own = {name: value for name, value in self._fn_kwargs.items() if name not in self._left_out}
        for name in self._at_end:
            own[name] = own.pop(name)
        return {**Loss.get_config(self), **own}

    def __getattr__(self, name):
        arguments = self.__dict__.get("_fn_kwargs", {})
        if name in arguments:
            return arguments[name]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def _plain(cls_name, function, name):
    """A loss class without arguments of its own."""

    def __init__(self, reduction="sum_over_batch_size", name=name, dtype=None):
        LossFunctionWrapper.__init__(self, function, name=name, reduction=reduction, dtype=dtype)

    return type(cls_name, (_Named,), {"__init__": __init__, "__doc__": function.__doc__, "__module__": __name__})


MeanSquaredError = _plain("MeanSquaredError", mean_squared_error, "mean_squared_error")
MeanAbsoluteError = _plain("MeanAbsoluteError", mean_absolute_error, "mean_absolute_error")
MeanAbsolutePercentageError = _plain(
    "MeanAbsolutePercentageError", mean_absolute_percentage_error, "mean_absolute_percentage_error"
)
MeanSquaredLogarithmicError = _plain(
    "MeanSquaredLogarithmicError", mean_squared_logarithmic_error, "mean_squared_logarithmic_error"
)
LogCosh = _plain("LogCosh", log_cosh, "log_cosh")
Hinge = _plain("Hinge", hinge, "hinge")
SquaredHinge = _plain("SquaredHinge", squared_hinge, "squared_hinge")
CategoricalHinge = _plain("CategoricalHinge", categorical_hinge, "categorical_hinge")
KLDivergence = _plain("KLDivergence", kl_divergence, "kl_divergence")
Poisson = _plain("Poisson", poisson, "poisson")
CTC = _plain("CTC", functions.ctc, "ctc")


class CosineSimilarity(_Named):
    """-sum(unit(y_true) * unit(y_pred)) along an axis."""

    _left_out = ("axis",)

    def __init__(self, axis=-1, reduction="sum_over_batch_size", name="cosine_similarity", dtype=None):
        super().__init__(cosine_similarity, name=name, reduction=reduction, dtype=dtype, axis=axis)


class Huber(_Named):
    """Half the squared error up to delta, linear beyond."""

    _left_out = ("delta",)

    def __init__(self, delta=1.0, reduction="sum_over_batch_size", name="huber_loss", dtype=None):
        super().__init__(huber, name=name, reduction=reduction, dtype=dtype, delta=delta)


class BinaryCrossentropy(_Named):
    """Crossentropy of labels 0 and 1 with probabilities (or logits)."""

    def __init__(
        self, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size", name="binary_crossentropy", dtype=None
    ):
        super().__init__(
            binary_crossentropy, name=name, reduction=reduction, dtype=dtype, from_logits=from_logits, label_smoothing=label_smoothing,
            axis=axis,
        )  # fmt: skip


class BinaryFocalCrossentropy(_Named):
    """Binary crossentropy that makes little of what is already right."""

    _at_end = ("apply_class_balancing", "alpha", "gamma")

    def __init__(
        self, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1,
        reduction="sum_over_batch_size", name="binary_focal_crossentropy", dtype=None,
    ):  # fmt: skip
        super().__init__(
            binary_focal_crossentropy, name=name, reduction=reduction, dtype=dtype, apply_class_balancing=apply_class_balancing,
            alpha=alpha, gamma=gamma, from_logits=from_logits, label_smoothing=label_smoothing, axis=axis,
        )  # fmt: skip


class CategoricalCrossentropy(_Named):
    """Crossentropy of one-hot labels with probabilities (or logits)."""

    def __init__(
        self, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size", name="categorical_crossentropy",
        dtype=None,
    ):  # fmt: skip
        super().__init__(
            categorical_crossentropy, name=name, reduction=reduction, dtype=dtype, from_logits=from_logits,
            label_smoothing=label_smoothing, axis=axis,
        )  # fmt: skip


class CategoricalFocalCrossentropy(_Named):
    """Categorical crossentropy that makes little of what is already right."""

    _at_end = ("alpha", "gamma")

    def __init__(
        self, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, reduction="sum_over_batch_size",
        name="categorical_focal_crossentropy", dtype=None,
    ):  # fmt: skip
        super().__init__(
            categorical_focal_crossentropy, name=name, reduction=reduction, dtype=dtype, alpha=alpha, gamma=gamma,
            from_logits=from_logits, label_smoothing=label_smoothing, axis=axis,
        )  # fmt: skip


class SparseCategoricalCrossentropy(_Named):
    """Crossentropy of class numbers with probabilities (or logits)."""

    _left_out = ("axis",)

    def __init__(
        self, from_logits=False, ignore_class=None, reduction="sum_over_batch_size", axis=-1, name="sparse_categorical_crossentropy",
        dtype=None,
    ):  # fmt: skip
        super().__init__(
            sparse_categorical_crossentropy, name=name, reduction=reduction, dtype=dtype, from_logits=from_logits,
            ignore_class=ignore_class, axis=axis,
        )  # fmt: skip


class Dice(_Named):
    """1 minus the Dice coefficient of two masks."""

    def __init__(self, reduction="sum_over_batch_size", name="dice", axis=None, dtype=None):
        super().__init__(dice, name=name, reduction=reduction, dtype=dtype, axis=axis)


class Tversky(_Named):
    """1 minus the Tversky index of two masks."""

    def __init__(self, alpha=0.5, beta=0.5, reduction="sum_over_batch_size", name="tversky", axis=None, dtype=None):
        super().__init__(tversky, name=name, reduction=reduction, dtype=dtype, alpha=alpha, beta=beta, axis=axis)


class Circle(_Named):
    """Circle loss of embeddings."""

    def __init__(
        self, gamma=80.0, margin=0.4, remove_diagonal=True, reduction="sum_over_batch_size", name="circle", dtype=None
    ):
        super().__init__(
            circle, name=name, reduction=reduction, dtype=dtype, gamma=gamma, margin=margin, remove_diagonal=remove_diagonal
        )


class CategoricalGeneralizedCrossEntropy(_Named):
    """(1 - p**q) / q: between crossentropy and absolute error, for noisy labels."""

    def __init__(self, q=0.5, reduction="sum_over_batch_size", name="categorical_generalized_cross_entropy", dtype=None):
        if not 0 < q < 1:
            raise ValueError("q must be in the interval (0, 1)")
        super().__init__(categorical_generalized_cross_entropy, name=name, reduction=reduction, dtype=dtype, q=q)
