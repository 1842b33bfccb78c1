"""TerminateOnNaN: ends training when the loss is no number any more."""

import math

from keras.src.callbacks.callback import Callback
from keras.src.utils import io_utils


class TerminateOnNaN(Callback):
    """Stops at the first batch whose loss is NaN or infinite; with `raise_error` it raises RuntimeError instead."""

    def __init__(self, raise_error=False):
        super().__init__()
        self.raise_error = raise_error

    def on_batch_end(self, batch, logs=None):
        loss = (logs or {}).get("loss")
        if loss is not None and not math.isfinite(loss):
            if self.raise_error:
                raise RuntimeError(
                    f"NaN or Inf loss encountered at batch {batch}. Loss value: {loss}. Terminating training immediately."
                )
            io_utils.print_msg(f"Batch {batch}: Invalid loss, terminating training")
            self.model.stop_training = True
