"""Losses against their formulas in NumPy, reductions, weights, names and errors."""

import numpy as np

import keras
from keras import losses

Y = np.array([[0.5, 1.0, 0.25], [0.1, 0.7, 0.9]])
P = np.array([[0.4, 0.6, 0.3], [0.3, 0.2, 0.8]])
ONEHOT = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def near(found, wanted, rtol=1e-5):
    np.testing.assert_allclose(np.array(found), wanted, rtol=rtol, atol=1e-6)


def test_formulas():
    e = Y - P
    for name, each in {
        "mean_squared_error": e**2,
        "mean_absolute_error": np.abs(e),
        "mean_absolute_percentage_error": 100 * np.abs(e / Y),
        "mean_squared_logarithmic_error": (np.log1p(Y) - np.log1p(P)) ** 2,
        "log_cosh": np.log(np.cosh(e)),
        "poisson": P - Y * np.log(P + 1e-7),
        "huber": np.where(np.abs(e) <= 1, 0.5 * e**2, np.abs(e) - 0.5),
    }.items():
        near(getattr(losses, name)(Y, P), each.mean(-1))
        near(losses.get(name)(Y, P), each.mean(-1))
    near(losses.kl_divergence(Y, P), (Y * np.log(Y / P)).sum(-1))
    cosine = (Y * P).sum(-1) / np.linalg.norm(Y, axis=-1) / np.linalg.norm(P, axis=-1)
    near(losses.cosine_similarity(Y, P), -cosine)
    near(losses.categorical_hinge(ONEHOT, P), np.maximum(((1 - ONEHOT) * P).max(-1) - (ONEHOT * P).sum(-1) + 1, 0))
    near(losses.hinge(np.sign(Y - 0.4), P), np.maximum(1 - np.sign(Y - 0.4) * P, 0).mean(-1))


def test_crossentropies():
    q = P / P.sum(-1, keepdims=True)
    near(losses.categorical_crossentropy(ONEHOT, P), -np.log((ONEHOT * q).sum(-1)))
    near(losses.sparse_categorical_crossentropy(np.array([1, 2]), q), -np.log((ONEHOT * q).sum(-1)))
    logits = np.log(P)
    near(losses.sparse_categorical_crossentropy(np.array([1, 2]), logits, from_logits=True), -np.log((ONEHOT * q).sum(-1)))
    near(losses.binary_crossentropy(ONEHOT, P), -(ONEHOT * np.log(P) + (1 - ONEHOT) * np.log(1 - P)).mean(-1))
    smooth = ONEHOT * 0.8 + 0.2 / 3
    near(losses.CategoricalCrossentropy(label_smoothing=0.2)(ONEHOT, P), -(smooth * np.log(q)).sum(-1).mean())
    weighted = losses.SparseCategoricalCrossentropy(ignore_class=2)(np.array([1, 2]), q)
    near(weighted, -np.log(q[0, 1]))


def test_crossentropy_of_a_saturated_sigmoid_uses_its_logits():
    saturated = keras.ops.sigmoid(keras.ops.array([[100.0]]))
    near(losses.BinaryCrossentropy()(np.array([[0.0]]), saturated), 100.0)
    near(losses.BinaryCrossentropy()(np.array([[0.0]]), np.array([[1.0]])), -np.log(1e-7), rtol=2e-2)


def test_reductions_and_weights():
    each = ((Y - P) ** 2).mean(-1)
    near(losses.MeanSquaredError(reduction="sum")(Y, P), each.sum())
    near(losses.MeanSquaredError(reduction=None)(Y, P), each)
    weights = np.array([1.0, 3.0])
    near(losses.MeanSquaredError()(Y, P, sample_weight=weights), (each * weights).mean())
    by_weight = losses.MeanSquaredError(reduction="mean_with_sample_weight")(Y, P, sample_weight=weights)
    near(by_weight, (each * weights).sum() / 4)


def test_names_configs_and_errors():
    # Keras leaves delta out.
    assert losses.Huber(delta=2.0).get_config() == {"name": "huber_loss", "reduction": "sum_over_batch_size"}
    assert losses.deserialize(losses.serialize(losses.Tversky(alpha=0.25))).alpha == 0.25
    for call, text in (
        (lambda: losses.get("nope"), "Could not interpret loss identifier: nope"),
        (lambda: losses.MeanSquaredError(reduction="avg"), "Invalid value for argument `reduction`"),
        (lambda: losses.categorical_crossentropy(ONEHOT, P[:, :2]), "must have the same shape"),
    ):
        try:
            call()
        except ValueError as error:
            assert text in str(error), str(error)
        else:
            raise AssertionError(text)
