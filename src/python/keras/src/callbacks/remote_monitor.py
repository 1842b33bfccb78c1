"""RemoteMonitor: would send metrics to a server; the page has no network."""

from keras.src.callbacks.callback import Callback


class RemoteMonitor(Callback):
    """Named so that programs can import it; making one says that there is no network here."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "RemoteMonitor sends metrics over the network, which programs in this playground don't have. "
            "Use keras.callbacks.TensorBoard or CSVLogger."
        )
