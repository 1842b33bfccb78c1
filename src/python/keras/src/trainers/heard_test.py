"""Tests of heard.py and of the trace that it makes: what a program prints within the steps of fit(), and what it computes there."""

import contextlib
import io

import keras
import numpy as np
import tensorflow as tf
from keras import layers

X, Y = np.arange(18, dtype="float32").reshape(6, 3), np.zeros((6, 1), "float32")


class Sized(layers.Layer):
    """Computes with the batch's size, which prints as None."""

    def call(self, x):
        print("size", x.shape[0], x.shape, f"{x.shape[0]:>5}")
        rows = tf.range(x.shape[0])
        return tf.reshape(x, (x.shape[0], -1)) * float(x.shape[0]) + tf.cast(tf.reshape(rows, (-1, 1)), tf.float32) + x.shape[0] // 2


def said(work):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        made = work()
    return text.getvalue().splitlines(), made


def test_sizes_print_as_none_and_compute_as_numbers():
    model = keras.Sequential([Sized()])
    model.compile("sgd", "mse")
    lines, made = said(lambda: model.predict(X, batch_size=4, verbose=0))
    assert lines == ["size 4 (4, 3)     4"] * 2 + ["size None (None, 3)  None"], lines
    np.testing.assert_allclose(made[:4], X[:4] * 4 + np.arange(4)[:, None] + 2)
    np.testing.assert_allclose(made[4:], X[4:] * 2 + np.arange(2)[:, None] + 1)


def test_prints_change_no_numbers():
    class Noisy(layers.Layer):
        def __init__(self, speaks):
            super().__init__()
            self.speaks = speaks
            self.inner = layers.Dense(4, activation="relu")

        def call(self, x):
            made = self.inner(x)
            if self.speaks:
                print(made, made.shape, made * 2.0)
            return made

    def weights(speaks):
        keras.utils.set_random_seed(1)
        model = keras.Sequential([Noisy(speaks), layers.Dense(1)])
        model.compile("adam", "mse", metrics=["mae"])
        history = model.fit(X, Y, batch_size=4, epochs=3, verbose=0).history
        return history, model.get_weights()

    (_, (one, first)), (_, (other, second)) = said(lambda: weights(True)), said(lambda: weights(False))
    assert one == other
    for a, b in zip(first, second):
        np.testing.assert_array_equal(a, b)


def test_a_step_that_failed_is_traced_again():
    class Fails(layers.Layer):
        wrong = False

        def call(self, x):
            print("call", x.shape)
            if self.wrong:
                raise ValueError("not yet")
            return x

    model = keras.Sequential([keras.Input((3,)), layers.Dense(1), Fails()])
    model.compile("sgd", "mse")
    Fails.wrong = True

    def try_it():
        try:
            model.fit(X, Y, batch_size=4, verbose=0)
        except ValueError as error:
            assert "not yet" in str(error)
            return False
        return True

    assert said(try_it) == (["call (None, 1)"], False)
    Fails.wrong = False
    assert said(try_it) == (["call (None, 1)"], True)
    assert said(try_it) == ([], True)


def test_what_the_program_makes_for_itself_prints_with_its_numbers():
    class Table(layers.Layer):
        def __init__(self):
            super().__init__()
            self.table = tf.constant([1.0, 2.0])

        def call(self, x):
            print(self.table)
            return x * self.table[0]

    model = keras.Sequential([keras.Input((3,)), Table(), layers.Dense(1)])
    model.compile("sgd", "mse")
    lines, _ = said(lambda: model.fit(X, Y, verbose=0))
    assert lines == ["tf.Tensor([1. 2.], shape=(2,), dtype=float32)"], lines


def test_print_is_the_programs_own_again_afterwards():
    model = keras.Sequential([keras.Input((3,)), Sized(), layers.Dense(1)])
    model.compile("sgd", "mse")
    said(lambda: model.fit(X, Y, batch_size=4, epochs=2, verbose=0))
    lines, made = said(lambda: [print("now", model(X[:2]).shape), str(tf.constant(1.0)), type(tf.constant(1.0)).__name__])
    assert lines[-1] == "now (2, 1)" and made[1:] == ["tf.Tensor(1.0, shape=(), dtype=float32)", "EagerTensor"]
    assert lines[0] == "size 2 (2, 3)     2"


def test_call_may_be_a_traced_function():
    class Net(keras.Model):
        def __init__(self):
            super().__init__()
            self.out = layers.Dense(1, kernel_initializer="ones")

        @tf.function
        def call(self, x, training=False):
            return self.out(x) * (2.0 if training else 1.0)

    model = Net()
    np.testing.assert_allclose(model(X[:2]).numpy().ravel(), [3.0, 12.0])
    np.testing.assert_allclose(model(X[:2], training=True).numpy().ravel(), [6.0, 24.0])
    model.compile("sgd", "mse")
    assert len(model.fit(X, Y, batch_size=4, verbose=0).history["loss"]) == 1
