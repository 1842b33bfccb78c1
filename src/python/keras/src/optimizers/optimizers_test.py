"""Every optimizer against its formula written out in NumPy, for several steps; clipping, decay, averages, accumulation."""

import numpy as np

import keras
from keras.src import backend

GRADS = [np.array([0.5, -1.0, 2.0]), np.array([-0.25, 0.75, 1.0]), np.array([1.0, 0.1, -3.0])]
START = np.array([1.0, 2.0, 3.0])


def run(optimizer, grads=GRADS):
    variable = backend.Variable(START, dtype="float32")
    for grad in grads:
        optimizer.apply([backend.convert_to_tensor(grad, "float32")], [variable])
    return variable.numpy()


def check(optimizer, formula):
    x, state = START.copy(), {}
    for step, grad in enumerate(GRADS, 1):
        x = formula(x, grad, step, state)
    np.testing.assert_allclose(run(optimizer), x, rtol=2e-5, atol=1e-6)


def moments(g, s, b1, b2):
    s["m"] = b1 * s.get("m", 0) + (1 - b1) * g
    s["v"] = b2 * s.get("v", 0) + (1 - b2) * g * g
    return s["m"], s["v"]


def test_sgd():
    check(keras.optimizers.SGD(0.1), lambda x, g, t, s: x - 0.1 * g)

    def momentum(nesterov):
        def formula(x, g, t, s):
            s["v"] = 0.9 * s.get("v", 0) - 0.1 * g
            return x + (0.9 * s["v"] - 0.1 * g if nesterov else s["v"])

        return formula

    check(keras.optimizers.SGD(0.1, momentum=0.9), momentum(False))
    check(keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True), momentum(True))


def adam(x, g, t, s):
    m, v = moments(g, s, 0.9, 0.999)
    return x - 0.1 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (np.sqrt(v) + 1e-7)


def test_adam_and_adamw():
    check(keras.optimizers.Adam(0.1), adam)
    check(keras.optimizers.AdamW(0.1, weight_decay=0.01), lambda x, g, t, s: adam(x - x * 0.01 * 0.1, g, t, s))
    check(keras.optimizers.Adam(0.1, epsilon=0.5), lambda x, g, t, s: _with_epsilon(x, g, t, s))

    def amsgrad(x, g, t, s):
        m, v = moments(g, s, 0.9, 0.999)
        s["h"] = np.maximum(s.get("h", 0), v)
        return x - 0.1 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (np.sqrt(s["h"]) + 1e-7)

    check(keras.optimizers.Adam(0.1, amsgrad=True), amsgrad)


def _with_epsilon(x, g, t, s):
    m, v = moments(g, s, 0.9, 0.999)
    return x - 0.1 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (np.sqrt(v) + 0.5)


def test_rmsprop():
    def plain(x, g, t, s):
        s["v"] = 0.9 * s.get("v", 0) + 0.1 * g * g
        return x - 0.1 * g / np.sqrt(s["v"] + 1e-7)

    check(keras.optimizers.RMSprop(0.1), plain)

    def centered(x, g, t, s):
        s["v"] = 0.9 * s.get("v", 0) + 0.1 * g * g
        s["a"] = 0.9 * s.get("a", 0) + 0.1 * g
        s["m"] = 0.5 * s.get("m", 0) + 0.1 * g / np.sqrt(s["v"] - s["a"] ** 2 + 1e-7)
        return x - s["m"]

    check(keras.optimizers.RMSprop(0.1, momentum=0.5, centered=True), centered)


def test_adagrad_adadelta_adamax():
    def adagrad(x, g, t, s):
        s["a"] = s.get("a", 0.1) + g * g
        return x - 0.1 * g / np.sqrt(s["a"] + 1e-7)

    check(keras.optimizers.Adagrad(0.1), adagrad)

    def adadelta(x, g, t, s):
        s["a"] = 0.95 * s.get("a", 0) + 0.05 * g * g
        d = -np.sqrt(s.get("d", 0) + 1e-7) * g / np.sqrt(s["a"] + 1e-7)
        s["d"] = 0.95 * s.get("d", 0) + 0.05 * d * d
        return x + 0.1 * d

    check(keras.optimizers.Adadelta(0.1), adadelta)

    def adamax(x, g, t, s):
        m, _ = moments(g, s, 0.9, 0.999)
        s["u"] = np.maximum(0.999 * s.get("u", 0), np.abs(g))
        return x - 0.1 * m / ((1 - 0.9**t) * (s["u"] + 1e-7))

    check(keras.optimizers.Adamax(0.1), adamax)


def test_nadam_lion_lamb():
    def nadam(x, g, t, s):
        u, after = (0.9 * (1 - 0.5 * 0.96**k) for k in (t, t + 1))
        s["p"] = s.get("p", 1.0) * u
        m, v = moments(g, s, 0.9, 0.999)
        mean = after * m / (1 - s["p"] * after) + (1 - u) * g / (1 - s["p"])
        return x - 0.1 * mean / (np.sqrt(v / (1 - 0.999**t)) + 1e-7)

    check(keras.optimizers.Nadam(0.1), nadam)

    def lion(x, g, t, s):
        m = s.get("m", 0)
        s["m"] = 0.99 * m + 0.01 * g
        return x - 0.1 * np.sign(0.9 * m + 0.1 * g)

    check(keras.optimizers.Lion(0.1), lion)

    def lamb(x, g, t, s):
        m, v = moments(g, s, 0.9, 0.999)
        update = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-7)
        return x - 0.1 * np.linalg.norm(x) / np.linalg.norm(update) * update

    check(keras.optimizers.Lamb(0.1), lamb)


def test_ftrl():
    def ftrl(x, g, t, s):
        a = s.get("a", 0.1)
        new = a + g * g
        s["z"] = s.get("z", 0) + g - (np.sqrt(new) - np.sqrt(a)) / 0.1 * x
        s["a"] = new
        return (np.clip(s["z"], -0.05, 0.05) - s["z"]) / (np.sqrt(new) / 0.1)

    check(keras.optimizers.Ftrl(0.1, l1_regularization_strength=0.05), ftrl)


def test_clipping():
    def by_norm(x, g, t, s):
        return x - 0.1 * g / max(np.linalg.norm(g), 1.0)

    check(keras.optimizers.SGD(0.1, clipnorm=1.0), by_norm)
    check(keras.optimizers.SGD(0.1, global_clipnorm=1.0), by_norm)
    check(keras.optimizers.SGD(0.1, clipvalue=0.5), lambda x, g, t, s: x - 0.1 * np.clip(g, -0.5, 0.5))


def test_weight_decay_accumulation_and_averages():
    check(keras.optimizers.SGD(0.1, weight_decay=0.2), lambda x, g, t, s: x - 0.1 * 0.2 * x - 0.1 * g)
    accumulating = keras.optimizers.SGD(0.1, gradient_accumulation_steps=2)
    np.testing.assert_allclose(run(accumulating), START - 0.1 * (GRADS[0] + GRADS[1]) / 2, rtol=1e-6)
    assert int(accumulating.iterations) == 1
    averaging = keras.optimizers.SGD(0.1, use_ema=True, ema_momentum=0.5)
    variable = backend.Variable(START, dtype="float32")
    x, mean = START.copy(), None
    for grad in GRADS:
        averaging.apply([backend.convert_to_tensor(grad, "float32")], [variable])
        x = x - 0.1 * grad
        mean = x if mean is None else 0.5 * mean + 0.5 * x
    averaging.finalize_variable_values([variable])
    np.testing.assert_allclose(variable.numpy(), mean, rtol=1e-5)


def test_state_names_and_configs():
    keras.utils.clear_session()
    optimizer = keras.optimizers.Adam(0.01)
    assert keras.optimizers.Adam().name == "adam_1"
    kernel = backend.Variable(START, dtype="float32", name="kernel")
    optimizer.build([kernel])
    assert [v.path for v in optimizer.variables] == [
        "adam/iteration", "adam/learning_rate", "adam/kernel_momentum", "adam/kernel_velocity",
    ]  # fmt: skip
    again = keras.optimizers.deserialize(keras.optimizers.serialize(keras.optimizers.SGD(0.5, momentum=0.25)))
    assert again.momentum == 0.25 and float(again.learning_rate) == 0.5
