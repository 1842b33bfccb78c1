"""Eager tensors, variables and tapes: printing, type rules, immutability, derivatives."""

import numpy as np
import tensorflow as tf

from keras.src import backend


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert text in str(error), str(error)
        return
    raise AssertionError(f"{kind.__name__} expected")


def test_prints_as_tensorflow():
    assert str(tf.constant([1.5, 2.0])) == "tf.Tensor([1.5 2. ], shape=(2,), dtype=float32)"
    assert repr(tf.constant([1, 2])) == "<tf.Tensor: shape=(2,), dtype=int32, numpy=array([1, 2], dtype=int32)>"
    assert repr(tf.constant(3.0)) == "<tf.Tensor: shape=(), dtype=float32, numpy=3.0>"
    assert str(tf.constant("a")) == "tf.Tensor(b'a', shape=(), dtype=string)"
    assert f"{tf.constant(3.14159):.2f}" == "3.14"
    assert str(tf.float32) == "<dtype: 'float32'>" and repr(tf.float32) == "tf.float32"
    assert str(tf.TensorShape([None, 2])) == "(None, 2)" and repr(tf.constant([1]).shape) == "TensorShape([1])"


def test_operands_share_a_type():
    assert (tf.constant([1, 2]) / 2).dtype == tf.float64
    assert (np.array([1.0, 2.0]) * tf.constant([1.0, 2.0])).dtype == tf.float32
    raises(tf.errors.InvalidArgumentError, "cannot compute AddV2", lambda: tf.constant([1, 2]) + tf.constant([1.0, 2.0]))
    raises(TypeError, "Cannot convert 1.5 to EagerTensor of dtype int32", lambda: tf.constant([1, 2]) + 1.5)
    raises(tf.errors.InvalidArgumentError, "Incompatible shapes: [2] vs. [3]", lambda: tf.ones(2) + tf.ones(3))


def test_values_handed_out_do_not_change():
    variable = backend.Variable([1.0, 2.0])
    before, part = variable.value, variable[0]
    variable.assign_add([1.0, 1.0])
    optimizer = tf.keras.optimizers.SGD(1.0)
    kept = variable.value
    optimizer.apply([tf.constant([1.0, 1.0])], [variable])
    assert before.numpy().tolist() == [1.0, 2.0] and float(part) == 1.0
    assert kept.numpy().tolist() == [2.0, 3.0] and variable.numpy().tolist() == [1.0, 2.0]


def test_negative_steps_and_masks():
    x = tf.reshape(tf.range(6), (2, 3))
    assert x[::-1, ::-2].numpy().tolist() == [[5, 3], [2, 0]]
    assert x[x > 3].numpy().tolist() == [4, 5]
    raises(tf.errors.InvalidArgumentError, "slice index 5 of dimension 0 out of bounds", lambda: x[5])


def test_gradients_follow_what_the_tape_saw():
    v, w = tf.Variable(3.0), tf.Variable(2.0)
    with tf.GradientTape() as tape:
        y = v * v
    after = y * w
    assert tape.gradient(after, [v, w]) == [None, None]
    with tf.GradientTape(persistent=True) as tape:
        y = v * v
        z = y * w
    assert float(tape.gradient(z, y)) == 2.0 and float(tape.gradient(z, v)) == 12.0
    once = tf.GradientTape()
    with once:
        y = v * 2.0
    once.gradient(y, v)
    raises(RuntimeError, "non-persistent GradientTape", lambda: once.gradient(y, v))


def test_second_derivative_and_jacobian():
    x = tf.constant([1.0, 2.0])
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**3
        first = inner.gradient(y, x)
    assert outer.gradient(first, x).numpy().tolist() == [6.0, 12.0]
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x * x
    assert tape.jacobian(y, x).numpy().tolist() == [[2.0, 0.0], [0.0, 4.0]]


def test_torch_is_left_alone():
    import torch

    t = torch.tensor([1.0], requires_grad=True)
    with tf.GradientTape():
        tf.Variable(1.0) * 2.0
    (t * 3.0).sum().backward()
    assert torch.is_grad_enabled() and t.grad.tolist() == [3.0]


def test_variables_of_both_kinds_print():
    assert repr(tf.Variable([1.0])) == "<tf.Variable 'Variable:0' shape=(1,) dtype=float32, numpy=array([1.], dtype=float32)>"
    assert repr(backend.Variable([1.0], name="w")) == "<Variable path=w, shape=(1,), dtype=float32, value=[1.]>"
    raises(ValueError, "must match", lambda: backend.Variable([1.0]).assign([1.0, 2.0]))
