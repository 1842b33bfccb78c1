"""tf.train: Checkpoint, values of variables in a file; Example and its parts."""

import glob
import os
import pickle

from tensorflow.core.example import (  # noqa: F401
    BytesList, Example, Feature, FeatureList, FeatureLists, Features, FloatList, Int64List, SequenceExample,
)  # fmt: skip


def _states(objects):
    return {name: _values(each) for name, each in objects.items()}


def _variables(each):
    found = each.variables if hasattr(each, "variables") else [each]
    return list(found() if callable(found) else found)


def _values(each):
    return [variable.numpy() for variable in _variables(each)]


class Checkpoint:
    """Saves and restores the variables of models, optimizers and variables given by name."""

    def __init__(self, root=None, **objects):
        self._objects = dict(objects, **({} if root is None else {"root": root}))
        self._count = 0
        for name, each in objects.items():
            setattr(self, name, each)

    def write(self, file_prefix, options=None):
        """Writes a file; returns its path."""
        os.makedirs(os.path.dirname(file_prefix) or ".", exist_ok=True)
        with open(file_prefix + ".index", "wb") as file:
            pickle.dump(_states(self._objects), file)
        return file_prefix

    def save(self, file_prefix, options=None):
        """Writes a numbered file; returns its path."""
        self._count += 1
        return self.write(f"{file_prefix}-{self._count}")

    def restore(self, save_path, options=None):
        """Gives the variables the values of a file."""
        if save_path is None:
            return _Status()
        with open(str(save_path) + ".index", "rb") as file:
            states = pickle.load(file)
        for name, each in self._objects.items():
            for variable, value in zip(_variables(each), states.get(name, [])):
                variable.assign(value)
        return _Status()

    read = restore


class _Status:
    """What restore() gives: all values are there at once."""

    def assert_consumed(self):
        return self

    def expect_partial(self):
        return self

    assert_existing_objects_matched = assert_consumed


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    """The path of the newest numbered file in a directory, or None."""
    found = glob.glob(os.path.join(str(checkpoint_dir), "*-*.index"))
    return max(found, key=lambda path: int(path.rsplit("-", 1)[1][:-6]))[:-6] if found else None


class CheckpointManager:
    """Keeps the newest files."""

    def __init__(self, checkpoint, directory, max_to_keep, checkpoint_name="ckpt", **_options):
        self._checkpoint, self._directory, self._keep = checkpoint, str(directory), max_to_keep
        self._name = checkpoint_name
        self.checkpoints = []

    def save(self, checkpoint_number=None, **_options):
        """Saves; removes the oldest beyond max_to_keep."""
        self.checkpoints.append(self._checkpoint.save(os.path.join(self._directory, self._name)))
        while self._keep and len(self.checkpoints) > self._keep:
            os.remove(self.checkpoints.pop(0) + ".index")
        return self.checkpoints[-1]

    @property
    def latest_checkpoint(self):
        return self.checkpoints[-1] if self.checkpoints else latest_checkpoint(self._directory)
