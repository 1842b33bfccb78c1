"""Callback: the hooks that a program may override."""

from keras.src.utils.python_utils import default


class Callback:
    """Actions during training. `self.model` is the model, `self.params` a dict with verbose, epochs and steps.

    `logs` are dicts from metric name to number; what a callback adds in on_epoch_end() is seen by later ones and History.
    """

    params = None
    _model = None

    def __init__(self):
        self.params = None
        self._model = None

    def set_params(self, params):
        """Called with the parameters of the loop."""
        self.params = params

    def set_model(self, model):
        """Called with the model."""
        self._model = model

    @property
    def model(self):
        """The model that is trained."""
        return self._model

    @default
    def on_batch_begin(self, batch, logs=None):
        """An older name of on_train_batch_begin."""

    @default
    def on_batch_end(self, batch, logs=None):
        """An older name of on_train_batch_end."""

    @default
    def on_epoch_begin(self, epoch, logs=None):
        """Called at the start of an epoch of fit()."""

    @default
    def on_epoch_end(self, epoch, logs=None):
        """Called at the end of an epoch, after validation, with its metrics."""

    @default
    def on_train_batch_begin(self, batch, logs=None):
        self.on_batch_begin(batch, logs=logs)

    @default
    def on_train_batch_end(self, batch, logs=None):
        self.on_batch_end(batch, logs=logs)

    @default
    def on_test_batch_begin(self, batch, logs=None):
        """Called before a batch of evaluate(), or of validation in fit()."""

    @default
    def on_test_batch_end(self, batch, logs=None):
        """Called after a batch of evaluate(), or of validation in fit()."""

    @default
    def on_predict_batch_begin(self, batch, logs=None):
        """Called before a batch of predict()."""

    @default
    def on_predict_batch_end(self, batch, logs=None):
        """Called after a batch of predict(); logs has its outputs."""

    @default
    def on_train_begin(self, logs=None):
        """Called when fit() begins."""

    @default
    def on_train_end(self, logs=None):
        """Called when fit() ends, with the last epoch's metrics."""

    @default
    def on_test_begin(self, logs=None):
        """Called when evaluation begins."""

    @default
    def on_test_end(self, logs=None):
        """Called when evaluation ends."""

    @default
    def on_predict_begin(self, logs=None):
        """Called when predict() begins."""

    @default
    def on_predict_end(self, logs=None):
        """Called when predict() ends."""
