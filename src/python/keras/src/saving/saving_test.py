"""Files: models and weights come back as they were; HDF5 files have the format's bytes where they must."""

import os
import tempfile

import numpy as np

import keras
from keras import layers
from keras.src.saving import hdf5_reader, hdf5_writer


def _trained():
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="relu"), layers.BatchNormalization(), layers.Dense(2)])
    model.compile("adam", "mse", metrics=["mae"])
    x = np.random.RandomState(0).rand(8, 3)
    model.fit(x, np.zeros((8, 2)), epochs=2, verbose=0)
    return model, x


def test_hdf5_round_trip():
    root = hdf5_writer.Group()
    root.attrs.update(text="héllo", names=["a", "bcd"], number=np.float32(1.5))
    for i in range(40):
        root.put(f"many/group_{i}/values", np.arange(i, dtype="int64"))
    root.put("matrix", np.arange(6, dtype="float32").reshape(2, 3))
    root.put("half", np.array([0.5, -2.0], dtype="float16"))
    root.put("scalar", np.float64(2.5))
    data = hdf5_writer.dumps(root)
    assert data[:8] == b"\x89HDF\r\n\x1a\n"
    assert int.from_bytes(data[40:48], "little") == len(data)
    read = hdf5_reader.loads(data)
    assert read.attrs["text"] == "héllo" and read.attrs["names"] == ["a", "bcd"] and read.attrs["number"] == 1.5
    assert len(read["many"]) == 40 and read["many/group_7/values"].tolist() == list(range(7))
    assert read["matrix"].tolist() == [[0, 1, 2], [3, 4, 5]] and read["half"].dtype == "float16"
    assert float(read["scalar"]) == 2.5
    assert "many/group_41" not in read


def test_models_come_back_with_their_optimizer():
    model, x = _trained()
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "m.keras")
    model.save(path)
    again = keras.models.load_model(path)
    assert np.allclose(again(x), model(x))
    assert int(again.optimizer.iterations) == 2 and again.loss == "mse"
    before = [v.numpy() for v in model.optimizer.variables]
    assert all(np.allclose(a, b.numpy()) for a, b in zip(before, again.optimizer.variables))


def test_models_of_older_files_come_back_as_in_keras_3():
    model, x = _trained()
    path = os.path.join(tempfile.mkdtemp(), "m.h5")
    model.save(path)
    assert np.allclose(keras.models.load_model(path, compile=False)(x), model(x))
    try:
        keras.models.load_model(path)
        raise AssertionError("a short name of a loss was revived")
    except ValueError as error:
        assert "'keras.metrics.mse'" in str(error)
    model.compile("adam", "mean_squared_error")
    model.fit(x, model(x), verbose=0)
    model.save(path)
    again = keras.models.load_model(path)
    assert again.loss is keras.losses.mean_squared_error and int(again.optimizer.iterations) == 1
    try:
        again.fit(x, model(x), verbose=0)
        raise AssertionError("the optimizer trained variables that it doesn't know")
    except ValueError as error:
        assert "Unknown variable" in str(error)


def test_weights_alone():
    model, x = _trained()
    path = os.path.join(tempfile.mkdtemp(), "w.weights.h5")
    model.save_weights(path)
    read = hdf5_reader.load(path)
    assert read["layers/dense/vars/0"].shape == (3, 4)
    assert sorted(read["layers"].keys()) == ["batch_normalization", "dense", "dense_1"]
    other = keras.models.clone_model(model)
    other.load_weights(path)
    assert np.allclose(other(x), model(x))


def test_registered_classes_and_custom_objects():
    @keras.saving.register_keras_serializable(package="tests")
    class Doubled(layers.Layer):
        def call(self, x):
            return x * 2

    class Tripled(Doubled):
        def call(self, x):
            return x * 3

    path = os.path.join(tempfile.mkdtemp(), "m.keras")
    keras.Sequential([keras.Input((1,)), Doubled()]).save(path)
    assert keras.models.load_model(path).predict(np.ones((1, 1)), verbose=0).tolist() == [[2.0]]
    keras.Sequential([keras.Input((1,)), Tripled()]).save(path)
    loaded = keras.models.load_model(path, custom_objects={"Tripled": Tripled})
    assert loaded.predict(np.ones((1, 1)), verbose=0).tolist() == [[3.0]]


def test_subclasses_save_their_attributes():
    class Pair(keras.Model):
        def __init__(self):
            super().__init__()
            self.first = layers.Dense(2)
            self.rest = [layers.Dense(2), layers.Dense(1)]

        def call(self, x):
            x = self.first(x)
            for layer in self.rest:
                x = layer(x)
            return x

    one, other = Pair(), Pair()
    x = np.ones((1, 3))
    one(x), other(x)
    path = os.path.join(tempfile.mkdtemp(), "p.weights.h5")
    one.save_weights(path)
    assert sorted(hdf5_reader.load(path)["rest"].keys()) == ["dense", "dense_1"]
    other.load_weights(path)
    assert np.allclose(one(x), other(x))


def test_errors():
    model, _ = _trained()
    for call, text in (
        (lambda: model.save("name"), "Invalid filepath extension"),
        (lambda: model.save_weights("w.h5"), "must end in `.weights.h5`"),
        (lambda: keras.models.load_model("missing.keras"), "File not found"),
        (lambda: keras.models.load_model("missing"), "File format not supported"),
    ):
        try:
            call()
        except ValueError as error:
            assert text in str(error), error
        else:
            raise AssertionError(text)
