import numpy as np
import tensorflow as tf
import keras
from keras import layers, losses, ops


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

y, p = np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([[0.2, 0.9], [0.6, 0.4]])
for n in ("MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "CosineSimilarity", "LogCosh", "Huber", "BinaryCrossentropy", "BinaryFocalCrossentropy", "CategoricalCrossentropy", "CategoricalFocalCrossentropy", "Hinge", "SquaredHinge", "CategoricalHinge", "KLDivergence", "Poisson", "Dice", "Tversky", "CategoricalGeneralizedCrossEntropy" if 0 else "Dice"):
    l = getattr(losses, n)(); print(n, l.name, l.reduction, round(float(l(y, p)), 5), getattr(losses, n)(reduction="none")(y, p).numpy().round(4).tolist(), round(float(l(y, p, sample_weight=[1.0, 3.0])), 5))
    print(l.get_config())
print((losses.SparseCategoricalCrossentropy()(np.array([0, 1]), p), losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=1)(np.array([0, 1]), p), losses.SparseCategoricalCrossentropy().get_config()))
print((losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)(y, p), losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.2)(y, p), losses.BinaryFocalCrossentropy(gamma=3.0, apply_class_balancing=True)(y, p)))
print((losses.Huber(delta=0.5)(y, p), losses.Huber(0.1, reduction="sum")(y, p), losses.Tversky(alpha=0.3, beta=0.7)(y, p), losses.CosineSimilarity(axis=0)(y, p)))
print((losses.Circle()(np.array([0, 1]), p), losses.CategoricalGeneralizedCrossEntropy()(np.array([0, 1]), p)))
for n in ("mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_logarithmic_error", "cosine_similarity", "log_cosh", "huber", "binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy", "categorical_focal_crossentropy", "hinge", "squared_hinge", "categorical_hinge", "kl_divergence", "poisson", "dice"):
    print(n, getattr(losses, n)(y, p))
print((losses.sparse_categorical_crossentropy(np.array([0, 1]), p), losses.ctc(np.array([[1, 2]]), np.zeros((1, 4, 3))), losses.CTC()(np.array([[1, 2]]), np.zeros((1, 4, 3), "float32"))))
print((losses.get("mse").__name__, losses.get("MeanSquaredError").name, losses.get(None), losses.get("categorical_crossentropy").__name__))
attempt(lambda: losses.get("foo"))
attempt(lambda: losses.get(5))
print(losses.get({"class_name": "Huber", "config": {"delta": 2.0}}).get_config())
print((losses.serialize(losses.Huber()), losses.serialize(losses.mean_squared_error)))
attempt(lambda: (losses.deserialize("mse"), losses.deserialize({"class_name": "Nope", "config": {}})))
print((losses.MeanSquaredError(reduction="sum_over_batch_size")(y, p), losses.MeanSquaredError(reduction="sum")(y, p, [1.0, 0.0]), losses.MeanSquaredError(reduction=None)(y, p), losses.MeanSquaredError(reduction="mean_with_sample_weight")(y, p, [1.0, 3.0])))
attempt(lambda: losses.MeanSquaredError()(np.ones((2, 3)), np.ones((2, 2))))
print((losses.MeanSquaredError()(np.ones((2, 1)), np.ones((2,))), losses.MeanSquaredError()(np.ones((2,)), np.zeros((2, 1)))))
attempt(lambda: losses.CategoricalCrossentropy()(np.ones((2, 3)), np.ones((2, 2))))
attempt(lambda: losses.SparseCategoricalCrossentropy()(np.array([0, 5]), p))
attempt(lambda: losses.SparseCategoricalCrossentropy()([0, 5], p))
attempt(lambda: losses.sparse_categorical_crossentropy([0, 1], p))
attempt(lambda: losses.SparseCategoricalCrossentropy()(np.ones((3,)), p))
attempt(lambda: losses.BinaryCrossentropy()(np.ones((2, 1)), p))
attempt(lambda: losses.BinaryCrossentropy()([1, 0], [0.5]))
attempt(lambda: losses.CategoricalCrossentropy()(np.array([0, 1]), p))
def custom(yt, yp): return ops.mean(ops.abs(yt - yp), axis=-1)
w = losses.LossFunctionWrapper(custom, name="c") if hasattr(losses, "LossFunctionWrapper") else None
class MyLoss(losses.Loss):
    def __init__(self, f=2.0, **k): super().__init__(**k); self.f = f
    def call(self, yt, yp): return self.f * ops.mean(ops.square(yt - yp), axis=-1)
    def get_config(self): return {**super().get_config(), "f": self.f}
attempt(lambda: losses.Loss()(y, p))
print((losses.categorical_crossentropy(y, p, from_logits=True, label_smoothing=0.1), losses.binary_crossentropy([0.0, 1.0], [0.0, 1.0]), losses.hinge([0.0, 1.0], [0.3, -0.5])))
print((tf.keras.losses.MSE(y, p), tf.keras.losses.KLD(y, p) if hasattr(tf.keras.losses, "KLD") else 0))
mod = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
print(mod.compile(loss=losses.Huber(), loss_weights=None))
print(mod.evaluate(np.zeros((4, 2)), np.ones((4, 1)), verbose=0))
print(mod.compile(loss=lambda a, b: ops.mean(a - b)))
print(mod.evaluate(np.zeros((4, 2)), np.ones((4, 1)), verbose=0))
attempt(lambda: mod.compile(loss="foo"))
attempt(lambda: mod.fit(np.zeros((4, 2)), np.ones((4, 1)), verbose=0))
