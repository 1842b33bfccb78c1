"""Draws without a seed stay random, states are saved and loaded, and steps that draw can be repeated by the engine."""

import numpy as np

import keras
from keras import layers
from keras.src.random import tf_seeds
from keras.src.trainers import loops, repeated


def _orders(count):
    """The losses of the first batches of several fits that learn nothing: they tell the rows."""
    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    x = np.arange(40, dtype="float32")[:, None]
    first = []
    note = keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: first.append(logs["loss"]) if batch == 0 else None)
    for _ in range(count):
        model.fit(x, x % 7, batch_size=4, epochs=1, verbose=0, callbacks=[note])
    return first


def test_without_a_seed_every_draw_is_another():
    before = tf_seeds._eager.seed
    tf_seeds._eager.seed = None
    try:
        graph = tf_seeds.Graph()
        drawn = set()
        for _ in range(4):
            with tf_seeds.inside(graph.anew()):
                drawn.add(tf_seeds.place("RandomShuffle", None, 5))
        assert len(drawn) == 4, drawn
        assert len(set(_orders(3))) == 3
    finally:
        tf_seeds._eager.seed = before
    assert len({tuple(keras.random.normal((2,)).numpy().tolist()) for _ in range(4)}) == 4
    assert keras.random.SeedGenerator().state.numpy()[0] != keras.random.SeedGenerator().state.numpy()[0]


def test_a_state_goes_on_where_it_was_set():
    one, other = keras.random.SeedGenerator(3), keras.random.SeedGenerator(8)
    keras.random.normal((2,), seed=one)
    other.state.assign(one.state)
    assert np.array_equal(keras.random.normal((2,), seed=one), keras.random.normal((2,), seed=other))
    assert other.state.numpy().tolist() == [3, 2]


def _fitted(make, x, quick):
    keras.utils.set_random_seed(7)
    model = keras.Sequential([keras.Input(x.shape[1:]), *make(), layers.Dense(3)])
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    made = []

    def noted(*arguments):
        made.append(repeated.repeated(*arguments) if quick else None)
        return made[-1]

    used = []
    spy = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: used.append(bool(made[-1] and made[-1]._program)))
    loops.repeated = noted
    try:
        losses = model.fit(x, np.arange(len(x)) % 3, batch_size=8, epochs=3, verbose=0, callbacks=[spy]).history["loss"]
    finally:
        loops.repeated = repeated.repeated
    return losses, used[-1], [each.state.numpy().tolist() for layer in model.layers for each in layer._seed_generators]


def test_the_engine_repeats_steps_that_draw_and_draws_anew():
    flat = np.random.RandomState(0).rand(64, 8).astype("float32")
    series = np.random.RandomState(0).rand(64, 5, 3).astype("float32")
    for make, x in (
        (lambda: [layers.Dropout(0.5), layers.GaussianNoise(0.1), layers.Dense(4), layers.GaussianDropout(0.2)], flat),
        (lambda: [layers.LSTM(4, dropout=0.3, recurrent_dropout=0.2)], series),
    ):
        quick, slow = _fitted(make, x, True), _fitted(make, x, False)
        assert quick[1] and not slow[1]
        assert quick[0] == slow[0] and quick[2] == slow[2], (quick, slow)
