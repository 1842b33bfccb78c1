"""Steps that the engine repeats give what steps in Python give, to the last bit."""

import gc
import re
import weakref

import bridge
import numpy as np

import keras
from keras import layers
from keras.src.trainers import loops, repeated

_rng = np.random.RandomState(0)
_X = _rng.rand(72, 8).astype("float32")
_IMAGES = _rng.rand(72, 8, 8, 1).astype("float32")
_SERIES = _rng.rand(72, 5, 3).astype("float32")
_WORDS = _rng.randint(0, 20, (72, 6))
_CLASSES = _rng.randint(0, 3, 72)
_NUMBERS = _rng.rand(72, 1).astype("float32")


def _dense():
    return keras.Sequential([keras.Input((8,)), layers.Dense(16, "relu"), layers.BatchNormalization(), layers.Dense(3)])


def _convolutions():
    return keras.Sequential([
        keras.Input((8, 8, 1)), layers.Conv2D(4, 3, activation="relu", padding="same"), layers.MaxPooling2D(), layers.BatchNormalization(),
        layers.Conv2D(4, 3, kernel_regularizer="l2"), layers.GlobalAveragePooling2D(), layers.Dense(3),
    ])  # fmt: skip


def _recurrent():
    return keras.Sequential([keras.Input((5, 3)), layers.LSTM(6, return_sequences=True), layers.GRU(4), layers.Dense(3)])


def _embedding():
    return keras.Sequential([keras.Input((6,)), layers.Embedding(20, 4), layers.Flatten(), layers.LayerNormalization(), layers.Dense(3)])


def _branches():
    inputs = keras.Input((8,))
    hidden = layers.Dense(6, "tanh")(inputs)
    joined = layers.Concatenate()([hidden, layers.Dense(6)(inputs)])
    return keras.Model(inputs, layers.Dense(3)(layers.Add()([joined, layers.Dense(12)(hidden)])))


def _fitted(make, x, y=_CLASSES, optimizer="adam", epochs=4, callbacks=(), quick=True, **options):
    """(history, weights and the optimizer's variables, whether steps were repeated) of a seeded fit."""
    keras.utils.set_random_seed(7)
    model = make()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True) if y is _CLASSES else "mse"
    model.compile(optimizer, loss, metrics=["accuracy"] if y is _CLASSES else ["mae", keras.metrics.RootMeanSquaredError()])
    used = []
    spy = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: used.append(bool(model._step_in_fit and model._step_in_fit._program))
    )
    loops.repeated = repeated.repeated if quick else lambda *_: None
    try:
        history = model.fit(x, y, batch_size=16, epochs=epochs, verbose=0, callbacks=[spy, *callbacks], **options).history
    finally:
        loops.repeated = repeated.repeated
    return history, model.get_weights() + [v.numpy() for v in model.optimizer.variables], used[-1]


def _agree(make, x, is_repeated=True, **options):
    quick, slow = _fitted(make, x, **options), _fitted(make, x, quick=False, **options)
    assert quick[2] is is_repeated, quick[2]
    assert slow[2] is False
    assert quick[0] == slow[0], (quick[0], slow[0])
    for a, b in zip(quick[1], slow[1]):
        assert np.array_equal(a, b)


def test_models_train_as_in_python():
    _agree(_dense, _X)
    _agree(_convolutions, _IMAGES)
    _agree(_recurrent, _SERIES)
    _agree(_branches, _X)


def test_an_embedding_has_gradients_of_rows_and_goes_on_in_python_or_agrees():
    quick, slow = _fitted(_embedding, _WORDS), _fitted(_embedding, _WORDS, quick=False)
    assert quick[0] == slow[0]


def test_optimizers_clip_decay_and_follow_schedules():
    schedule = keras.optimizers.schedules.ExponentialDecay(0.01, 3, 0.9)
    for optimizer in (
        lambda: keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True),
        lambda: keras.optimizers.RMSprop(schedule),
        lambda: keras.optimizers.Adam(schedule),
        lambda: keras.optimizers.SGD(schedule),
        lambda: keras.optimizers.Adam(0.01, amsgrad=True),
        lambda: keras.optimizers.Adam(0.01, loss_scale_factor=4.0),
        lambda: keras.optimizers.SGD(0.1, global_clipnorm=0.5),
        lambda: keras.optimizers.AdamW(0.01, clipnorm=0.5, use_ema=True),
        lambda: keras.optimizers.Adam(0.01, gradient_accumulation_steps=3),
    ):
        quick = _fitted(_dense, _X, optimizer=optimizer())
        slow = _fitted(_dense, _X, optimizer=optimizer(), quick=False)
        assert quick[2] and quick[0] == slow[0], (quick[0], slow[0])
        assert all(map(np.array_equal, quick[1], slow[1]))


def test_the_next_fit_goes_on_with_the_steps_of_the_last_one_where_the_model_is_the_same():
    def fitted(quick):
        loops.repeated = repeated.repeated if quick else lambda *_: None
        keras.utils.set_random_seed(7)
        model = _dense()
        found = []
        spy = keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: found.append(model._step_in_fit))

        def fit():
            return model.fit(_X, _CLASSES, batch_size=24, epochs=2, verbose=0, callbacks=[spy]).history["loss"]

        model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        losses = [fit(), fit()]
        model.set_weights([w * 0.5 for w in model.get_weights()])
        losses.append(fit())
        model.layers[0].trainable = False
        losses.append(fit())
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        losses.append(fit())
        loops.repeated = repeated.repeated
        return losses, model.get_weights(), found[5::6]

    quick, slow = fitted(True), fitted(False)
    assert quick[0] == slow[0] and all(map(np.array_equal, quick[1], slow[1]))
    one, two, three, frozen, compiled = quick[2]
    assert one is two is three and len({id(each) for each in (one, frozen, compiled)}) == 3


def test_data_of_another_form_have_steps_of_their_own():
    weight = _rng.rand(72).astype("float32")

    def fitted(quick):
        loops.repeated = repeated.repeated if quick else lambda *_: None
        keras.utils.set_random_seed(7)
        model = _dense()
        model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        options = dict(batch_size=24, epochs=3, verbose=0)
        losses = [model.fit(_X, _CLASSES, **more, **options).history["loss"] for more in ({}, {"sample_weight": weight}, {})]
        loops.repeated = repeated.repeated
        return losses, model.get_weights()

    quick, slow = fitted(True), fitted(False)
    assert quick[0] == slow[0], (quick[0], slow[0])
    assert all(map(np.array_equal, quick[1], slow[1]))


def test_a_model_that_nobody_has_is_forgotten_with_its_steps():
    model = _dense()
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(_X, _CLASSES, batch_size=24, epochs=3, verbose=0)
    step = weakref.ref(model._flatten_layers()[1]), weakref.ref(repeated._kept[model][1]._program)
    del model
    gc.collect()
    assert [each() for each in step] == [None, None]


def test_weights_of_samples_and_classes_and_validation():
    _agree(_dense, _X, sample_weight=_rng.rand(72).astype("float32"))
    _agree(_dense, _X, class_weight={0: 1.0, 1: 2.0, 2: 0.5})
    _agree(_dense, _X, validation_split=0.25)
    _agree(lambda: keras.Sequential([keras.Input((8,)), layers.Dense(4, "sigmoid"), layers.Dense(1)]), _X, y=_NUMBERS)


def test_callbacks_may_change_weights_and_rates():
    class Meddler(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            self.model.set_weights([w * 0.5 for w in self.model.get_weights()])
            self.model.optimizer.learning_rate = 0.01 / (epoch + 1)

        def on_train_batch_end(self, batch, logs=None):
            self.kept = getattr(self, "kept", []) + [logs["loss"]]

    one, other = Meddler(), Meddler()
    quick = _fitted(_dense, _X, callbacks=[one])
    slow = _fitted(_dense, _X, callbacks=[other], quick=False)
    assert quick[2] and quick[0] == slow[0] and one.kept == other.kept


def test_values_handed_out_do_not_change_later():
    class Keeper(keras.callbacks.Callback):
        kept = None

        def on_train_batch_end(self, batch, logs=None):
            if batch == 1:  # the engine repeats the batches 2 and 3
                metric = self.model.metrics[0]
                self.kept, self.number = metric.total.value, float(metric.total)

    keeper = Keeper()
    _fitted(_dense, _X, callbacks=[keeper])
    assert float(keeper.kept) == keeper.number


def test_code_of_the_program_stays_in_python():
    class Shift:
        def by_one(self, x):
            return x + 1

    class Mine(layers.Layer):
        calls = 0

        def call(self, inputs):
            Mine.calls += 1
            return inputs * 2

    _agree(lambda: keras.Sequential([keras.Input((8,)), Mine(), layers.Dense(3)]), _X, is_repeated=False)
    Mine.__module__ = "keras_tricks"  # a file of the program's
    _agree(lambda: keras.Sequential([keras.Input((8,)), Mine(), layers.Dense(3)]), _X, is_repeated=False)
    _agree(lambda: keras.Sequential([keras.Input((8,)), layers.Dense(3, activation=lambda x: x + 1)]), _X, is_repeated=False)
    _agree(lambda: keras.Sequential([keras.Input((8,)), layers.Dense(3, activation=Shift().by_one)]), _X, is_repeated=False)
    _agree(lambda: keras.Sequential([keras.Input((8,)), layers.Lambda(lambda x: x + 1), layers.Dense(3)]), _X, is_repeated=False)


def test_losses_of_layers_stay_with_them_and_hold_up_no_other_model():
    def make():
        return keras.Sequential([keras.Input((8,)), layers.Dense(4, activity_regularizer="l2"), layers.Dense(3)])

    _agree(make, _X, is_repeated=False)
    _agree(_dense, _X)


def test_strings_are_read_anew_at_each_step():
    words = keras.ops.convert_to_tensor([["a b"], ["b c"], ["c"], ["a a a"], ["c b"], ["b"]] * 12)

    def make():
        reader = layers.TextVectorization(output_sequence_length=3, vocabulary=["a", "b", "c"])
        return keras.Sequential([reader, layers.Embedding(6, 2), layers.Flatten(), layers.Dense(3)])

    _agree(make, words, is_repeated=False)


def test_work_that_changes_from_step_to_step_is_not_repeated():
    counted = iter(range(100))
    step = repeated.Repeated(lambda model, weights, data, numbers: [data[0] * float(next(counted))], [None], [])
    ones = keras.ops.ones((2,))
    assert [float(step(None, (ones,))[0][0]) for _ in range(8)] == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
    assert step._program is None


def test_dropout_draws_anew():
    def make():
        return keras.Sequential([keras.Input((8,)), layers.Dropout(0.5), layers.Dense(3)])

    quick, slow = _fitted(make, _X), _fitted(make, _X, quick=False)
    assert quick[0] == slow[0] and len(set(quick[0]["loss"])) > 1


def test_a_wrong_label_is_told_as_in_python():
    def error(quick):
        y = np.where(np.arange(720) == 700, 9, 1)
        keras.utils.set_random_seed(7)
        model = _dense()
        model.compile("adam", "sparse_categorical_crossentropy")
        loops.repeated = repeated.repeated if quick else lambda *_: None
        try:
            model.fit(np.repeat(_X, 10, 0), y, batch_size=16, shuffle=False, verbose=0)
        except Exception as error:
            return re.sub(r"_\d+\]$", "", f"{type(error).__name__}: {error}".partition("Received a label")[2])
        finally:
            loops.repeated = repeated.repeated

    told = error(True)
    assert " value of 9" in told and told == error(False), told


def test_nothing_stays_behind():
    keras.utils.set_random_seed(7)
    model = _convolutions()
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    model.fit(_IMAGES, _CLASSES, batch_size=16, epochs=2, verbose=0)
    before = bridge.live_tensors()
    seen = []
    count = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(bridge.live_tensors()))
    model.fit(_IMAGES, _CLASSES, batch_size=16, epochs=12, verbose=0, callbacks=[count])
    assert len(set(seen[2:])) == 1, seen
    assert bridge.live_tensors() <= before, (before, bridge.live_tensors())
