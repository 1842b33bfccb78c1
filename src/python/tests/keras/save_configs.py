import os
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

for o in [layers.Dense(2, activation="relu", name="x"), layers.Conv2D(2, 3, name="x"), layers.LSTM(2, name="x"), layers.Dropout(0.5, name="x"), layers.BatchNormalization(name="x"),
          layers.Embedding(3, 2, name="x"), layers.MaxPooling2D(name="x"), layers.Flatten(name="x"), layers.Rescaling(1 / 255, name="x"), layers.Reshape((2, 3), name="x"),
          layers.Activation("relu", name="x"), layers.LayerNormalization(name="x"), layers.Concatenate(name="x"), layers.MultiHeadAttention(2, 3, name="x"), layers.GlobalAveragePooling2D(name="x"),
          layers.Conv1D(2, 3, name="x"), layers.SeparableConv2D(2, 3, name="x"), layers.UpSampling2D(name="x"), layers.ZeroPadding2D(name="x"), layers.GRU(2, name="x"), layers.RandomFlip(name="x", seed=1), layers.InputLayer((2,), name="x")]:
    print(type(o).__name__, o.get_config())

keras.utils.clear_session()
import os
import numpy as np
import keras
from keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

for o in [keras.losses.MeanSquaredError(), keras.losses.CategoricalCrossentropy(label_smoothing=0.1), keras.losses.Huber(), keras.losses.SparseCategoricalCrossentropy(from_logits=True),
          keras.metrics.Accuracy(), keras.metrics.AUC(num_thresholds=5), keras.metrics.Mean(name="m"), keras.metrics.TopKCategoricalAccuracy(k=3), keras.metrics.MeanIoU(2), keras.metrics.Precision(),
          keras.initializers.HeNormal(seed=3), keras.initializers.Constant(2.0), keras.initializers.RandomNormal(), keras.initializers.VarianceScaling(), keras.initializers.Orthogonal(), keras.initializers.RandomUniform(seed=1),
          keras.regularizers.L1(0.1), keras.regularizers.L2(), keras.regularizers.L1L2(0.1, 0.2), keras.regularizers.OrthogonalRegularizer(),
          keras.constraints.MaxNorm(3), keras.constraints.NonNeg(), keras.constraints.MinMaxNorm(), keras.constraints.UnitNorm(),
          keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5), keras.optimizers.schedules.CosineDecay(0.1, 10), keras.optimizers.schedules.PiecewiseConstantDecay([1, 2], [0.1, 0.2, 0.3]),
          keras.optimizers.schedules.PolynomialDecay(0.1, 5), keras.optimizers.schedules.InverseTimeDecay(0.1, 1, 2), keras.optimizers.schedules.CosineDecayRestarts(0.1, 3)]:
    print(type(o).__name__, o.get_config())
print(keras.saving.serialize_keras_object(keras.initializers.Ones())); print(keras.saving.serialize_keras_object(keras.optimizers.SGD(0.5)))
print(keras.saving.serialize_keras_object(keras.activations.relu), keras.saving.serialize_keras_object([1, (2, 3), {"a": np.float32(1)}]))
print(keras.initializers.serialize(keras.initializers.Zeros()), keras.regularizers.serialize(keras.regularizers.L2(0.5)), keras.activations.serialize(keras.activations.gelu), keras.losses.serialize(keras.losses.MeanAbsoluteError()))
print(keras.regularizers.deserialize({"class_name": "L2", "config": {"l2": 0.25}}).l2, keras.initializers.get("he_normal").get_config(), keras.activations.get("softmax").__name__, keras.constraints.get("non_neg").__class__.__name__)
print(keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layers.Dense(3, kernel_regularizer="l2", name="d"))).get_config()["kernel_regularizer"])
attempt(lambda: keras.saving.deserialize_keras_object({"class_name": "Nope", "config": {}, "module": "keras.layers", "registered_name": None}))
attempt(lambda: keras.layers.deserialize({"class_name": "Dense", "config": {"units": 2, "name": "e"}}).units)
attempt(lambda: keras.layers.deserialize({"class_name": "Densee", "config": {"units": 2}}))
