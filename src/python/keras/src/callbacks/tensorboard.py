"""TensorBoard: sends the metrics to the page's board, which draws them; no event files are written."""

from keras.src import backend
from keras.src.callbacks.callback import Callback


class TensorBoard(Callback):
    """Curves of the loss and the metrics.

    Args:
        log_dir: name of the board.
        histogram_freq: epochs between histograms of the weights; 0 for none.
        update_freq: "epoch", "batch", or a number of batches.

    Curves are named as in TensorBoard: epoch_loss of the runs train and validation, batch_loss, epoch_learning_rate.
    """

    def __init__(
        self,
        log_dir="logs",
        histogram_freq=0,
        write_graph=True,
        write_images=False,
        write_steps_per_second=False,
        update_freq="epoch",
        profile_batch=0,
        embeddings_freq=0,
        embeddings_metadata=None,
    ):
        super().__init__()
        self.log_dir = str(log_dir)
        self.histogram_freq = histogram_freq
        self.write_graph = write_graph
        self.write_images = write_images
        self.write_steps_per_second = write_steps_per_second
        self.update_freq = 1 if update_freq == "batch" else update_freq
        self.embeddings_freq = embeddings_freq
        self._global_train_batch = 0
        self._writer = None

    def on_train_begin(self, logs=None):
        from torch.utils.tensorboard import SummaryWriter

        self._writer = SummaryWriter(self.log_dir)
        self._global_train_batch = 0

    def on_train_batch_end(self, batch, logs=None):
        self._global_train_batch += 1
        if self.update_freq != "epoch" and batch % self.update_freq == 0:
            for name, value in (logs or {}).items():
                self._scalar(f"train/batch_{name}", value, self._global_train_batch - 1)

    def on_epoch_end(self, epoch, logs=None):
        for name, value in (logs or {}).items():
            if name.startswith("val_"):
                self._scalar(f"validation/epoch_{name[4:]}", value, epoch)
            else:
                self._scalar(f"train/epoch_{name}", value, epoch)
        optimizer = self.model.optimizer
        if "learning_rate" not in (logs or {}) and hasattr(optimizer, "learning_rate"):
            rate = float(backend.convert_to_numpy(optimizer.learning_rate))
            self._scalar("train/epoch_learning_rate", rate, epoch)
        if self.histogram_freq and epoch % self.histogram_freq == 0:
            self._histograms(epoch)

    def _scalar(self, tag, value, step):
        if isinstance(value, (int, float)):
            self._writer.add_scalar(tag, value, step)

    def _histograms(self, epoch):
        for layer in self.model.layers:
            for weight in layer.weights:
                try:
                    self._writer.add_histogram(f"{weight.path}/histogram", weight.numpy(), epoch)
                except NotImplementedError:
                    # A board that draws no histograms draws the curves all the same.
                    return

    def on_train_end(self, logs=None):
        if self._writer is not None:
            self._writer.close()
