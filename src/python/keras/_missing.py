"""Public names of Keras that are not here: asking for one says so and names the nearest thing that works.

The names themselves are in _missing_names.py, which `npm run api` writes by looking at this package. The errors are torch's.
"""

import dis
import fnmatch
import importlib.abc
import sys

from keras._missing_names import NAMES
from torch._missing import NotHere, NotHereImport

# Full name or pattern → what to use instead; the first that fits counts. Plain words need Japanese in scripts/api/japanese.json.
NEAREST = {
    "keras.applications*": "a network of keras.layers of your own, trained here",
    "keras.Quantizer": "layers of dtype float16",
    "keras.quantizers": "layers of dtype float16",
    "keras.*QDTypePolicy": "keras.DTypePolicy",
    "keras.distillation": "a train_step of your own with two models",
    "keras.distribution": "one process: there are no others here",
    "keras.export": "keras.Model.save",
    "keras.visualization": "matplotlib.pyplot",
    "keras.wrappers": "keras.Model.fit",
    "keras.legacy": "keras",
    "keras.api": "keras",
    "keras.remat": "the function as it is",
    "keras.RematScope": "the layers as they are",
    "keras.StatelessScope": "keras.Variable.assign",
    "keras.SymbolicScope": "keras.Input",
    "keras.config.*flash*": "keras.layers.MultiHeadAttention",
    "keras.config.*nnx*": "keras.Variable",
    "keras.config.*max_*": "the arguments epochs and steps_per_epoch of fit",
    "keras.config.set_backend": "the backend as it is",
    "keras.*OrbaxCheckpoint": "keras.callbacks.ModelCheckpoint",
    "keras.initializers.*": "keras.initializers.Constant of an array",
    "keras.layers.*Spectrogram": "a product with a matrix of cosines and sines",
    "keras.layers.*[Ll]ayer": "a subclass of keras.layers.Layer",
    "keras.layers.*Wrapper": "a subclass of keras.layers.Layer",
    "keras.layers.ReversibleEmbedding": "keras.layers.Embedding",
    "keras.layers.MaxNumBoundingBoxes": "keras.ops.pad",
    "keras.layers.*": "keras.layers.RandomFlip, RandomRotation, RandomZoom, RandomContrast and their like",
    "keras.metrics.*": "keras.metrics.PearsonCorrelation and ConcordanceCorrelation",
    "keras.ops.*fft*": "keras.ops.fft",
    "keras.ops.*stft": "keras.ops.extract_sequences and a product with a matrix of cosines and sines",
    "keras.ops.ctc_*": "keras.losses.CTC",
    "keras.ops.adaptive_*": "keras.layers.AdaptiveAveragePooling2D",
    "keras.ops.nextafter": "x + numpy.finfo(x.dtype).eps",
    "keras.ops.polar": "two tensors for the real and imaginary parts",
    "keras.ops.view_as_*": "two tensors for the real and imaginary parts",
    "keras.ops.view": "numpy.ndarray.view",
    "keras.ops.fold": "keras.layers.Conv2DTranspose",
    "keras.ops.jvp": "tf.GradientTape",
    "keras.ops.rearrange": "keras.ops.reshape and keras.ops.transpose",
    "keras.ops.cholesky_inverse": "keras.ops.inv",
    "keras.optimizers.*": "keras.optimizers.Adam",
    "keras.saving.KerasFileEditor": "keras.Model.get_weights",
    "keras.tree.MAP_TO_NONE": "None",
    "keras.utils.FeatureSpace": "keras.layers.CategoryEncoding, StringLookup and Normalization",
    "keras.utils.*_dataset_from_directory": "tf.data.Dataset.from_tensor_slices",
    "keras.utils.*_img": "keras.utils.img_to_array",
    "keras.*image.*_img": "keras.utils.img_to_array",
    "keras.*smart_resize": "keras.layers.Resizing",
    "keras.utils.get_source_inputs": "keras.Model.inputs",
    "keras.utils.bounding_boxes": "NumPy on arrays of boxes",
    "keras.utils.Config": "a dict",
    "keras.utils.legacy": "keras.saving",
}  # fmt: skip


def nearest(full_name):
    """The nearest thing that works, or None."""
    for pattern, instead in NEAREST.items():
        if fnmatch.fnmatchcase(full_name, pattern):
            return instead
    return None


def _lacking(section):
    return NAMES.get(section, "").split()


def _sentence(full_name):
    instead = nearest(full_name)
    return f"{full_name} is not here" + (f"; the nearest thing that works: {instead}" if instead else "")


def lookup(section, name):
    """What a module's __getattr__ does: NotHere for a known name, or AttributeError as for any module."""
    if name in _lacking(section):
        frame = sys._getframe(2)
        if frame.f_code.co_code[frame.f_lasti] == dis.opmap["IMPORT_FROM"]:
            raise NotHereImport(_sentence(f"{section}.{name}"), name=f"{section}.{name}")
        raise NotHere(_sentence(f"{section}.{name}"), name=name)
    raise AttributeError(f"module '{_told(section)}' has no attribute '{name}'")


# What tensorflow.keras has as modules of its own; there its other parts are keras' own.
_OF_TENSORFLOW = ("keras", "keras.backend", "keras.layers", "keras.losses", "keras.metrics", "keras.preprocessing")


def _told(section):
    """A module's name as Keras' error tells it: programs that import tensorflow mean tensorflow.keras."""
    return f"keras._tf_{section.replace('keras', 'keras.keras', 1)}" if section in _OF_TENSORFLOW and "tensorflow" in sys.modules else section


class _AbsentModules(importlib.abc.MetaPathFinder):
    """`import keras.applications.vgg16` says the same as `keras.applications.vgg16`."""

    def find_spec(self, full_name, path, target=None):
        section, _, name = full_name.rpartition(".")
        if section.startswith("keras") and name in _lacking(section):
            raise NotHereImport(_sentence(full_name), name=full_name)
        return None


def install():
    """Gives the modules their answers; run last of all when keras is imported."""
    for section in {**NAMES, **dict.fromkeys(_OF_TENSORFLOW)}:
        module = sys.modules.get(section)
        if module is not None:
            module.__getattr__ = _answer(section, vars(module).get("__getattr__"))
    sys.meta_path.append(_AbsentModules())


def _answer(section, before):
    def __getattr__(name):
        if before is not None:
            try:
                return before(name)
            except AttributeError:
                pass
        return lookup(section, name)

    return __getattr__
