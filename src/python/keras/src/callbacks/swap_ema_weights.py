"""SwapEMAWeights: evaluates and saves with the averaged weights that the optimizer keeps (use_ema=True)."""

from keras.src.callbacks.callback import Callback


class SwapEMAWeights(Callback):
    """Swaps the weights and their moving averages before evaluation and back after it.

    Args:
        swap_on_epoch: also at the end of each epoch, for callbacks that save the model.
    """

    def __init__(self, swap_on_epoch=False):
        super().__init__()
        self.swap_on_epoch = swap_on_epoch
        self._swapped = False

    def _swap(self):
        optimizer = self.model.optimizer
        for variable, average in zip(optimizer._trainable_variables, optimizer._model_variables_moving_average):
            value = variable.numpy()
            variable.assign(average.numpy())
            average.assign(value)
        self._swapped = not self._swapped

    def on_epoch_begin(self, epoch, logs=None):
        if self.swap_on_epoch and self._swapped:
            self._swap()

    def on_epoch_end(self, epoch, logs=None):
        if self.swap_on_epoch and not self._swapped:
            self._swap()
            if epoch == self.params["epochs"] - 1:
                optimizer = self.model.optimizer
                for variable, average in zip(
                    optimizer._trainable_variables, optimizer._model_variables_moving_average
                ):
                    average.assign(variable.numpy())

    def on_test_begin(self, logs=None):
        if not self._swapped:
            self._swap()

    def on_test_end(self, logs=None):
        if self._swapped:
            self._swap()

    on_predict_begin = on_test_begin
    on_predict_end = on_test_end
