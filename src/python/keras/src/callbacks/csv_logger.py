"""CSVLogger: a line for each epoch in a file."""

import collections.abc
import csv
import os

import numpy as np

from keras.src.callbacks.callback import Callback


class CSVLogger(Callback):
    """Writes the metrics of each epoch.

    Args:
        filename: path of the file. separator: between the columns.
        append: add to a file that exists (its header is kept).
    """

    def __init__(self, filename, separator=",", append=False):
        super().__init__()
        self.sep = separator
        self.filename = os.fspath(filename)
        self.append = append
        self.writer = None
        self.keys = None
        self.append_header = True
        self.csv_file = None

    def on_train_begin(self, logs=None):
        mode = "w"
        if self.append:
            if os.path.exists(self.filename):
                with open(self.filename) as file:
                    self.append_header = not bool(len(file.readline()))
            mode = "a"
        if self.csv_file and not self.csv_file.closed:
            self.csv_file.close()
        self.csv_file = open(self.filename, mode, newline="")
        self.writer = None
        self.keys = None

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if self.keys is None:
            self.keys = sorted(logs)
            # Validation may come later than the first epoch: its columns are there from the start, with NA.
            if self.keys and not any(key.startswith("val_") for key in self.keys):
                self.keys.extend([f"val_{key}" for key in self.keys])
        if not self.writer:

            class Dialect(csv.excel):
                delimiter = self.sep

            fields = ["epoch", *self.keys]
            self.writer = csv.DictWriter(self.csv_file, fieldnames=fields, dialect=Dialect)
            if self.append_header:
                self.writer.writeheader()
        row = {"epoch": epoch}
        row.update((key, _shown(logs.get(key, "NA"))) for key in self.keys)
        self.writer.writerow(row)
        self.csv_file.flush()

    def on_train_end(self, logs=None):
        if self.csv_file and not self.csv_file.closed:
            self.csv_file.close()
        self.writer = None


def _shown(value):
    is_scalar_array = isinstance(value, np.ndarray) and value.ndim == 0
    if isinstance(value, collections.abc.Iterable) and not isinstance(value, str) and not is_scalar_array:
        return f'"[{", ".join(map(str, value))}]"'
    return value
