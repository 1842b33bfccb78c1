"""Callbacks: the order of the hooks, and what each of Keras' own does."""

import contextlib
import io
import os
import tempfile

import numpy as np

import keras
from keras import callbacks, layers

X = np.arange(8, dtype="float32").reshape(4, 2) / 8
Y = np.array([[0.0], [1.0], [0.0], [1.0]])


def _model(rate=0.1):
    model = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="ones")])
    model.compile(keras.optimizers.SGD(rate), "mse")
    return model


def _fit(model, *used, **options):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        history = model.fit(X, Y, verbose=0, shuffle=False, callbacks=list(used), **options)
    return history, text.getvalue()


class Recorder(callbacks.Callback):
    """Writes down the names of the hooks as they come."""

    def __init__(self):
        super().__init__()
        self.seen = []


for _phase in ("train", "test", "predict"):
    for _hook in (f"on_{_phase}_begin", f"on_{_phase}_end"):
        setattr(Recorder, _hook, lambda self, logs=None, hook=_hook: self.seen.append(hook))
    for _hook in (f"on_{_phase}_batch_begin", f"on_{_phase}_batch_end"):
        setattr(Recorder, _hook, lambda self, batch, logs=None, hook=_hook: self.seen.append(hook))
for _hook in ("on_epoch_begin", "on_epoch_end"):
    setattr(Recorder, _hook, lambda self, epoch, logs=None, hook=_hook: self.seen.append(hook))


def test_order_of_the_hooks():
    recorder = Recorder()
    _fit(_model(), recorder, validation_data=(X, Y))
    batch = ["on_train_batch_begin", "on_train_batch_end"]
    test = ["on_test_begin", "on_test_batch_begin", "on_test_batch_end", "on_test_end"]
    assert recorder.seen == ["on_train_begin", "on_epoch_begin", *batch, *test, "on_epoch_end", "on_train_end"]


def test_early_stopping_waits_and_restores():
    stopper = callbacks.EarlyStopping("loss", patience=2, restore_best_weights=True, verbose=1)
    history, text = _fit(_model(rate=5.0), stopper, epochs=20)
    assert len(history.epoch) == 3 and stopper.stopped_epoch == 2
    assert text == "Epoch 3: early stopping\nRestoring model weights from the end of the best epoch: 1.\n"


def test_a_baseline_that_is_never_passed_does_not_stop_better_epochs():
    stopper = callbacks.EarlyStopping("loss", patience=2, baseline=0.0)
    history, _ = _fit(_model(rate=0.01), stopper, epochs=20)
    # Every epoch improves, but none passes the baseline, so the wait is never set back.
    assert len(history.epoch) == 20 and stopper.wait == 20


def test_csv_logger_leaves_room_for_validation():
    path = os.path.join(tempfile.mkdtemp(), "log.csv")
    _fit(_model(), callbacks.CSVLogger(path), epochs=2)
    lines = open(path).read().splitlines()
    assert lines[0] == "epoch,loss,val_loss"
    assert lines[1].startswith("0,") and lines[1].endswith(",NA")


def test_schedules_and_plateaus_set_the_rate():
    history, text = _fit(_model(), callbacks.LearningRateScheduler(lambda epoch, lr: lr / 2, verbose=1), epochs=2)
    assert np.allclose(history.history["learning_rate"], [0.05, 0.025])
    assert text.startswith("\nEpoch 1: LearningRateScheduler setting learning rate to 0.05")
    plateau = callbacks.ReduceLROnPlateau("loss", factor=0.5, patience=1, min_lr=1.0)
    history, _ = _fit(_model(rate=4.0), plateau, epochs=4)
    assert history.history["learning_rate"] == [4.0, 4.0, 2.0, 1.0]


def test_checkpoints_keep_the_best():
    folder = tempfile.mkdtemp()
    keep = callbacks.ModelCheckpoint(os.path.join(folder, "best.keras"), monitor="loss", save_best_only=True, verbose=1)
    model = _model(rate=5.0)
    first = model.evaluate(X, Y, verbose=0)
    history, text = _fit(model, keep, epochs=2)
    assert np.isclose(keep.best, first)
    assert "loss improved from None to" in text and "loss did not improve from" in text
    for name, problem in (("m.txt", "must end in `.keras`"), ("m.h5", "must end in `.weights.h5`")):
        try:
            callbacks.ModelCheckpoint(name, save_weights_only=name == "m.h5")
        except ValueError as error:
            assert problem in str(error)
        else:
            raise AssertionError(problem)


def test_nan_ends_training():
    model = _model()
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        history = model.fit(X * np.nan, Y, epochs=3, verbose=0, callbacks=[callbacks.TerminateOnNaN()])
    assert text.getvalue() == "Batch 0: Invalid loss, terminating training\n" and len(history.epoch) == 1


def test_interrupted_training_goes_on():
    class Break(callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            if epoch == 1:
                raise KeyError("power cut")

    folder = os.path.join(tempfile.mkdtemp(), "backup")
    model = _model()
    try:
        _fit(model, callbacks.BackupAndRestore(folder), Break(), epochs=4)
    except KeyError:
        pass
    again, _ = _fit(_model(), callbacks.BackupAndRestore(folder), epochs=4)
    whole, _ = _fit(_model(), epochs=4)
    assert again.epoch == [2, 3] and not os.path.exists(folder)
    assert np.allclose(again.history["loss"], whole.history["loss"][2:])


def test_lambdas_and_added_values():
    class Adds(callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            logs["mine"] = epoch * 10

    seen = []
    watch = callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(logs["mine"]))
    history, _ = _fit(_model(), Adds(), watch, epochs=2)
    assert seen == history.history["mine"] == [0, 10]
