"""Which kind of file a path asks for; the kinds themselves are in saving_lib.py and legacy_h5_format.py."""

import os
import sys
import zipfile

from keras.src.utils import io_utils


def _may_write(filepath, overwrite):
    if overwrite or not os.path.exists(filepath):
        return True
    return io_utils.ask_to_proceed_with_overwrite(filepath)


def _warn(message):
    # Keras logs this with absl, on standard error.
    print(f"WARNING:absl:{message}", file=sys.stderr)


def save_model(model, filepath, overwrite=True, zipped=None, **kwargs):
    """Writes a model to a .keras file (recommended) or a legacy .h5 file."""
    include_optimizer = kwargs.pop("include_optimizer", True)
    save_format = kwargs.pop("save_format", False)
    path = os.fspath(filepath)
    is_h5 = path.endswith((".h5", ".hdf5"))
    if save_format:
        if is_h5 or path.endswith(".keras"):
            _warn(
                "The `save_format` argument is deprecated in Keras 3. We recommend removing this argument as it can be "
                f"inferred from the file path. Received: save_format={save_format}"
            )
        else:
            raise ValueError(
                "The `save_format` argument is deprecated in Keras 3. Please remove this argument and pass a file path with "
                f"either `.keras` or `.h5` extension.Received: save_format={save_format}"
            )
    if kwargs:
        raise ValueError(f"The following argument(s) are not supported: {list(kwargs.keys())}")
    if is_h5:
        _warn(
            "You are saving your model as an HDF5 file via `model.save()` or `keras.saving.save_model(model)`. This file "
            "format is considered legacy. We recommend using instead the native Keras format, e.g. "
            "`model.save('my_model.keras')` or `keras.saving.save_model(model, 'my_model.keras')`. "
        )
    if zipped is False and path.endswith(".keras"):
        raise ValueError(
            f"When using `zipped=False`, the `filepath` argument should not end in `.keras`. Received: filepath={filepath}"
        )
    if not _may_write(path, overwrite):
        return
    if path.endswith(".keras"):
        from keras.src.saving import saving_lib

        saving_lib.save_model(model, path)
    elif is_h5:
        from keras.src.saving import legacy_h5_format

        legacy_h5_format.save_model_to_hdf5(model, path, include_optimizer)
    elif _older_behaviour():
        from keras.src.saving import saving_lib

        saving_lib.save_folder(model, path)
    else:
        raise ValueError(
            "Invalid filepath extension for saving. Please add either a `.keras` extension for the native Keras format "
            "(recommended) or a `.h5` extension. Use `model.export(filepath)` if you want to export a SavedModel for use with "
            f"TFLite/TFServing/etc. Received: filepath={filepath}."
        )


def _older_behaviour():
    """Whether the cell asked to behave as older libraries, which wrote models to folders."""
    from kernel_runtime import older

    return older.wanted


def load_model(filepath, custom_objects=None, compile=True, safe_mode=True):
    """A model from a .keras or .h5 file."""
    path = os.fspath(filepath)
    if path.endswith(".keras") and zipfile.is_zipfile(path):
        from keras.src.saving import saving_lib

        return saving_lib.load_model(path, custom_objects=custom_objects, compile=compile, safe_mode=safe_mode)
    if path.endswith((".h5", ".hdf5")):
        from keras.src.saving import legacy_h5_format

        return legacy_h5_format.load_model_from_hdf5(
            path, custom_objects=custom_objects, compile=compile, safe_mode=safe_mode
        )
    if os.path.exists(os.path.join(path, "config.json")):
        from keras.src.saving import saving_lib

        return saving_lib.load_folder(path, custom_objects=custom_objects, compile=compile, safe_mode=safe_mode)
    if path.endswith(".keras"):
        raise ValueError(
            f"File not found: filepath={filepath}. Please ensure the file is an accessible `.keras` zip file."
        )
    raise ValueError(
        f"File format not supported: filepath={filepath}. Keras 3 only supports V3 `.keras` files, legacy H5 format files "
        "(`.h5` extension). Note that the legacy SavedModel format is not supported by `load_model()` in Keras 3. In order to "
        "reload a TensorFlow SavedModel as an inference-only layer in Keras 3, use "
        f"`keras.layers.TFSMLayer({filepath}, call_endpoint='serving_default')` (note that your `call_endpoint` might have a "
        "different name)."
    )


def save_weights(model, filepath, overwrite=True, max_shard_size=None, **kwargs):
    """Writes a model's weights to a .weights.h5 file."""
    path = os.fspath(filepath)
    if not path.endswith(".weights.h5") and not (_older_behaviour() and path.endswith(".h5")):
        raise ValueError(f"The filename must end in `.weights.h5`. Received: filepath={path}")
    if not _may_write(path, overwrite):
        return
    if path.endswith(".weights.h5"):
        from keras.src.saving import saving_lib

        saving_lib.save_weights_only(model, path)
    else:
        from keras.src.saving import legacy_h5_format

        legacy_h5_format.save_weights(model, path)


def load_weights(model, filepath, skip_mismatch=False, **kwargs):
    """Reads a model's weights from a .weights.h5, .keras or .h5 file."""
    path = os.fspath(filepath)
    kwargs.pop("objects_to_skip", None)
    by_name = kwargs.pop("by_name", None)
    if kwargs:
        raise ValueError(f"Invalid keyword arguments: {kwargs}")
    if path.endswith((".keras", ".weights.h5")):
        if by_name is not None:
            raise ValueError(
                f"`by_name` only supports loading legacy '.h5' or '.hdf5' files. Received: {filepath}"
            )
        from keras.src.saving import saving_lib

        saving_lib.load_weights_only(model, path, skip_mismatch=skip_mismatch)
    elif path.endswith((".h5", ".hdf5")):
        from keras.src.saving import legacy_h5_format

        if not os.path.exists(path):
            why = f"unable to open file: name = '{path}', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0"
            raise FileNotFoundError(2, f"Unable to synchronously open file ({why})")
        legacy_h5_format.load_weights(model, path, skip_mismatch=skip_mismatch, by_name=by_name)
    else:
        raise ValueError(
            f"File format not supported: filepath={filepath}. Keras 3 only supports V3 `.keras` files, `.weights.h5` files, "
            "legacy H5 format files (`.h5` extension), or Orbax checkpoints."
        )
