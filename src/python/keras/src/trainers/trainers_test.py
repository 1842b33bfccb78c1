"""Training: losses worked out by hand, kinds of data, weights of samples, the text of progress."""

import contextlib
import io
import re

import numpy as np

import keras
from keras import layers


def _model(units=1, metrics=None, loss="mse", **options):
    model = keras.Sequential([keras.Input((2,)), layers.Dense(units, kernel_initializer="ones", **options)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss=loss, metrics=metrics)
    return model


X = np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [2.0]])


def test_one_step_by_hand():
    model = _model(metrics=["mae"])
    loss, mae = model.train_on_batch(X[:2], Y[:2])
    assert (loss, mae) == (1.0, 1.0)
    # Errors 1 and 1: the kernel moves by 0.1 · (2/2) · (1, 2), the bias by 0.1 · 2.
    kernel, bias = model.get_weights()
    assert np.allclose(kernel.ravel(), [0.9, 0.8]) and np.allclose(bias, [-0.2])


def test_sample_weights_divide_by_the_batch_size():
    model = _model()
    assert model.evaluate(X[:2], Y[:2], sample_weight=np.array([1.0, 3.0]), verbose=0) == 2.0


def test_class_weights_are_sample_weights():
    by_class = _model().fit(X[:2], Y[:2], class_weight={0: 1.0, 1: 3.0}, verbose=0, shuffle=False).history["loss"]
    assert by_class == [2.0]


def test_validation_split_takes_the_end():
    model = _model()
    history = model.fit(X, Y, validation_split=0.34, epochs=1, verbose=0, shuffle=False)
    assert np.isclose(history.history["val_loss"][0], model.evaluate(X[1:], Y[1:], verbose=0))


def test_history_has_sorted_keys():
    history = _model(metrics=["mae"]).fit(X, Y, validation_data=(X, Y), verbose=0)
    assert list(history.history) == ["loss", "mae", "val_loss", "val_mae"]


def test_generators_and_datasets():
    def batches():
        while True:
            yield X, Y

    class Data(keras.utils.PyDataset):
        def __len__(self):
            return 2

        def __getitem__(self, index):
            return X, Y

    from_arrays = _model().fit(np.concatenate([X, X]), np.concatenate([Y, Y]), batch_size=3, shuffle=False, verbose=0)
    for data, options in ((batches(), {"steps_per_epoch": 2}), (Data(), {})):
        history = _model().fit(data, verbose=0, **options)
        assert np.isclose(history.history["loss"][0], from_arrays.history["loss"][0])
        assert history.params["steps"] == 2


def test_several_outputs_with_losses_by_name():
    inputs = keras.Input((2,))
    a = layers.Dense(1, name="a", kernel_initializer="ones")(inputs)
    b = layers.Dense(2, activation="softmax", name="b", kernel_initializer="zeros")(inputs)
    model = keras.Model(inputs, [a, b])
    model.compile(
        "sgd",
        loss={"a": "mse", "b": "sparse_categorical_crossentropy"},
        loss_weights={"a": 1.0, "b": 0.5},
        metrics={"b": ["accuracy"]},
    )
    logs = model.evaluate(X, {"a": Y, "b": np.array([0, 0, 0])}, verbose=0, return_dict=True)
    assert list(logs) == ["a_loss", "b_accuracy", "b_loss", "loss"]
    assert np.isclose(logs["b_loss"], np.log(2))
    assert np.isclose(logs["loss"], logs["a_loss"] + 0.5 * logs["b_loss"])


def test_custom_train_step_gets_x_and_y():
    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = layers.Dense(1)

        def call(self, x):
            return self.dense(x)

        def train_step(self, data):
            x, y = data
            self(x)
            return {"rows": float(x.shape[0]), "loss": 0.5}

    model = Own()
    model.compile("sgd")
    assert model.fit(X, Y, verbose=0).history == {"loss": [0.5], "rows": [3.0]}


def test_losses_of_layers_and_regularizers_count():
    class Costly(layers.Layer):
        def call(self, x):
            self.add_loss(keras.ops.convert_to_tensor(0.25))
            return x

    model = keras.Sequential([keras.Input((2,)), Costly(), layers.Dense(1, kernel_initializer="ones", kernel_regularizer="l2")])
    model.compile("sgd", "mse")
    assert np.isclose(model.evaluate(X[:2], Y[:2], verbose=0), 1.0 + 0.25 + 0.01 * 2)


def test_verbose_2_prints_one_line_an_epoch():
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        _model(metrics=["mae"]).fit(X, Y, epochs=2, verbose=2, validation_data=(X, Y))
    lines = [re.sub(r" - \d+s - \d+[mu]?s/step", "", line) for line in text.getvalue().splitlines()]
    assert lines[0] == "Epoch 1/2" and lines[2] == "Epoch 2/2"
    assert re.fullmatch(r"1/1 - loss: \S+ - mae: \S+ - val_loss: \S+ - val_mae: \S+", lines[1]), lines[1]


def test_verbose_1_draws_a_bar():
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        _model().predict(X)
    bar = "\x1b[1m1/1\x1b[0m \x1b[32m" + "━" * 20 + "\x1b[0m\x1b[37m\x1b[0m"
    assert text.getvalue().count(bar) == 2 and text.getvalue().endswith("/step\n")


def test_errors():
    model = _model()
    for call, text in (
        (lambda: model.fit([[1.0]], [[1.0]], verbose=0), "Unrecognized data type"),
        (lambda: model.fit(X, Y[:1], verbose=0), "Data cardinality is ambiguous"),
        (lambda: keras.Sequential([layers.Dense(1)]).fit(X, Y), "You must call `compile()`"),
        (lambda: model.compile(optimizer="adamm"), "Could not interpret optimizer identifier"),
    ):
        try:
            call()
        except ValueError as error:
            assert text in str(error), error
        else:
            raise AssertionError(text)
