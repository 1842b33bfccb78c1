"""The .keras file: a zip of metadata.json, config.json and model.weights.h5; and .weights.h5 files alone."""

import datetime
import io
import json
import os
import warnings
import zipfile
import zlib

from kernel_runtime import file_json
from kernel_runtime.file_zip import swells

from keras.src.layers.layer import Layer
from keras.src.saving import hdf5_reader, hdf5_writer, serialization_lib
from keras.src.utils import naming

_CONFIG, _METADATA, _WEIGHTS = "config.json", "metadata.json", "model.weights.h5"


def _config_of(model):
    with serialization_lib.ObjectSharingScope():
        return json.dumps(serialization_lib.serialize_keras_object(model))


def _metadata():
    from keras import __version__

    now = datetime.datetime.now().strftime("%Y-%m-%d@%H:%M:%S")
    return json.dumps({"keras_version": __version__, "date_saved": now})


def _files_of(model):
    if not model.built:
        warnings.warn(
            "You are saving a model that has not yet been built. It might not contain any weights yet. Consider building the "
            "model first by calling it on some data.",
            stacklevel=4,
        )
    return {_METADATA: _metadata(), _CONFIG: _config_of(model), _WEIGHTS: hdf5_writer.dumps(_state_of(model))}


def save_model(model, path):
    """Writes a .keras file."""
    content = packed(model)
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        # The number is Linux'; Python in a page has others.
        raise FileNotFoundError(2, "No such file or directory", path)
    with open(path, "wb") as file:
        file.write(content)


def packed(model):
    """The bytes of a .keras file; also of a layer, for pickle and copy."""
    files = _files_of(model)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(content):
    """What packed() was given."""
    return load_model(io.BytesIO(content))


def save_folder(model, path):
    """Writes the same files into a folder."""
    os.makedirs(path, exist_ok=True)
    for name, content in _files_of(model).items():
        with open(os.path.join(path, name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())


def load_model(path, custom_objects=None, compile=True, safe_mode=True):
    """A model from a .keras file."""
    config, weights = _read(path, _CONFIG), _read(path, _WEIGHTS)
    return _revive(config, weights, custom_objects, compile, safe_mode)


def _read(path, name):
    """A member of a .keras file; ValueError where it is missing, damaged, or unpacks to far more than it takes."""
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(name)
            if swells(info):
                raise ValueError(f"{info.compress_size} bytes of {name} would unpack to {info.file_size}")
            return archive.read(name)
    except KeyError:
        raise ValueError(f"{path} is no model of Keras: it has no {name} in it.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise ValueError(f"{path} is damaged or cut off: {error}. Save or download it again.") from None


def load_folder(path, custom_objects=None, compile=True, safe_mode=True):
    """A model from the folder of save_folder()."""
    contents = []
    for name in (_CONFIG, _WEIGHTS):
        with open(os.path.join(path, name), "rb") as file:
            contents.append(file.read())
    return _revive(*contents, custom_objects, compile, safe_mode)


def _revive(config, weights, custom_objects, compile, safe_mode):
    config = file_json.loads(config)
    if not compile:
        config["compile_config"] = None
    with serialization_lib.ObjectSharingScope():
        model = serialization_lib.deserialize_keras_object(config, custom_objects, safe_mode=safe_mode)
    root = hdf5_reader.loads(weights)
    failed = _load_state(model, root)
    if failed:
        _raise_if_nothing_loaded(failed)
    return model


def _need_built(model, doing):
    if not model.built:
        raise ValueError(
            f"You are {doing} that has not yet been built. Try building the model first by calling it on some data or by using "
            "`build()`."
        )


def save_weights_only(model, path):
    """Writes a .weights.h5 file."""
    _need_built(model, "saving a model")
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    hdf5_writer.write(path, _state_of(model))


def load_weights_only(model, path, skip_mismatch=False):
    """Reads the weights of a .weights.h5 or .keras file."""
    _need_built(model, "loading weights into a model")
    if path.endswith(".keras"):
        root = hdf5_reader.loads(_read(path, _WEIGHTS))
    else:
        if not os.path.exists(path):
            raise FileNotFoundError(
                f"[Errno 2] Unable to synchronously open file (unable to open file: name = '{path}', errno = 2, error "
                "message = 'No such file or directory', flags = 0, o_flags = 0)"
            )
        root = hdf5_reader.load(path)
    failed = _load_state(model, root, skip_mismatch=skip_mismatch)
    if failed and not skip_mismatch:
        _raise_if_nothing_loaded(failed)


def _raise_if_nothing_loaded(failed):
    saveable, error = failed[0]
    raise ValueError(
        f"A total of {len(failed)} objects could not be loaded. Example error message for object {saveable}:\n\n{error}\n\n"
        f"List of objects that could not be loaded:\n{[one for one, _ in failed]}"
    )


# The state of an object and of what its attributes hold


def _is_saveable(value):
    return isinstance(value, Layer) or (hasattr(value, "save_own_variables") and not isinstance(value, type))


def _children(saveable):
    """Pairs (name, Layer, optimizer or container) of an object, public ones first."""
    from keras.src.models.functional import Functional
    from keras.src.models.sequential import Sequential

    skip = set(_layer_attributes())
    if isinstance(saveable, (Functional, Sequential)):
        yield "layers", list(saveable.layers)
        skip |= {"_operations", "operations", "_functional", "_layers"}
    # What metrics count is no part of a model's state.
    skip |= {"_loss_tracker", "_compile_metrics", "_compile_loss", "history", "_weights_in_fit", "_regularized"}
    for name in sorted(vars(saveable), key=lambda n: "~" + n if n.startswith("_") else n):
        if name not in skip and not name.startswith("__"):
            yield name, vars(saveable)[name]


_known_attributes = []


def _layer_attributes():
    if not _known_attributes:
        _known_attributes.extend(vars(Layer(name="reference")))
    return _known_attributes


def _walk(saveable, path, seen):
    """Triples (object, path) of all that has variables, each object once."""
    if id(saveable) in seen:
        return
    seen.add(id(saveable))
    yield saveable, path
    if not isinstance(saveable, Layer):
        return
    for name, child in _children(saveable):
        below = f"{path}/{name}" if path else name
        if _is_saveable(child):
            yield from _walk(child, below, seen)
        elif isinstance(child, (list, tuple, dict, set)):
            counts = {}
            for member in child.values() if isinstance(child, dict) else child:
                if not _is_saveable(member):
                    continue
                label = naming.to_snake_case(type(member).__name__)
                counts[label] = counts.get(label, -1) + 1
                yield from _walk(member, f"{below}/{label}_{counts[label]}" if counts[label] else f"{below}/{label}", seen)


def _state_of(model):
    root = hdf5_writer.Group()
    for saveable, path in _walk(model, "", set()):
        store = {}
        saveable.save_own_variables(store)
        group = root.require(f"{path}/vars")
        for key, value in store.items():
            group[key] = _plain(value)
    return root


def _plain(value):
    value = value.numpy() if hasattr(value, "numpy") else value
    return hdf5_writer.np.asarray(value)


def _load_state(model, root, skip_mismatch=False):
    stores = []  # all is read before anything is changed
    for saveable, path in _walk(model, "", set()):
        group = root.get(f"{path}/vars" if path else "vars")
        store = {key: group[key] for key in group.keys()} if group is not None else {}
        if store or getattr(saveable, "variables", None):
            stores.append((saveable, store))
    failed = []
    for saveable, store in stores:
        try:
            saveable.load_own_variables(store)
        except Exception as error:
            if skip_mismatch:
                warnings.warn(f"Could not load weights in object {saveable}. Exception encountered: {error}", stacklevel=4)
            failed.append((saveable, error))
    return failed
