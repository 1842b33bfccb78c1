"""tf.io.parse_single_example and its relatives: the features of tf.train.Example messages as tensors."""

import collections

import numpy

from keras.src.backend import RaggedTensor, as_dtype, convert_to_tensor, string_tensor
from keras.src.backend.errors import InvalidArgumentError, framed
from tensorflow.core.example import Example, SequenceExample
from tensorflow.core.wire import DecodeError
from tensorflow.sparse import SparseTensor

FixedLenFeature = collections.namedtuple("FixedLenFeature", ["shape", "dtype", "default_value"], defaults=[None])
VarLenFeature = collections.namedtuple("VarLenFeature", ["dtype"])
FixedLenSequenceFeature = collections.namedtuple(
    "FixedLenSequenceFeature", ["shape", "dtype", "allow_missing", "default_value"], defaults=[False, None]
)
RaggedFeature = collections.namedtuple(
    "RaggedFeature", ["dtype", "value_key", "partitions", "row_splits_dtype", "validate"], defaults=[None, (), "int32", False]
)
_LISTS = {"int64": "int64_list", "float32": "float_list", "string": "bytes_list"}
_SHORT = {"float32": "float"}
_OF_LIST = {name: kind for kind, name in _LISTS.items()}


def _short(kind):
    return _SHORT.get(kind, kind)


def _refused(features, why):
    dense = sum(isinstance(each, FixedLenFeature | FixedLenSequenceFeature) for each in features.values())
    sparse = sum(isinstance(each, VarLenFeature) for each in features.values())
    ragged = sum(isinstance(each, RaggedFeature) for each in features.values())
    parts = f"_Tdense_{dense}_num_sparse_{sparse}_ragged_split_types_{ragged}_ragged_value_types_{ragged}_sparse_types_{sparse}"
    return InvalidArgumentError(None, None, framed("ParseExampleV2", why, parts, given=([],)))


def _values(features, held, name, kind):
    """The values of a feature, or None where it is missing."""
    found = held.get(name)
    which = None if found is None else found.WhichOneof("kind")
    if which is None:
        return None
    if which != _LISTS[kind]:
        have = _short(_OF_LIST[which])
        raise _refused(features, f"Key: {name}.  Data types don't match. Data type: {have} but expected type: {_short(kind)}")
    return list(getattr(found, which).value)


def _tensor(values, kind, shape):
    if kind == "string":
        array = numpy.empty(len(values), dtype=object)
        for i, each in enumerate(values):
            array[i] = each if isinstance(each, bytes) else str(each).encode()
        return string_tensor(array.reshape(shape)) if list(shape) else string_tensor(array[0])
    return convert_to_tensor(numpy.array(values, dtype=kind).reshape(shape), kind)


def _bytes_of(serialized):
    strings = string_tensor(serialized)._strings
    return [strings.tolist()] if not strings.shape else strings.reshape(-1).tolist()


def _read(data):
    example = Example()
    try:
        example.ParseFromString(data)
    except DecodeError:
        return {}
    return example.features.feature if example._is_set("features") else {}


def _fixed(features, rows, name, spec, kind):
    shape = [int(size) for size in spec.shape]
    count = int(numpy.prod(shape)) if shape else 1
    made = []
    for held in rows:
        values = _values(features, held, name, kind)
        if values is None:
            if spec.default_value is None:
                raise _refused(features, f"Feature: {name} (data type: {_short(kind)}) is required but could not be found.")
            values = numpy.broadcast_to(numpy.array(spec.default_value, dtype=object), shape or (1,)).reshape(-1).tolist()
        if len(values) != count:
            which = _LISTS[kind]
            raise _refused(features, f"Key: {name}.  Can't parse serialized Example: Some {which} slice was not parsed."
                           if len(values) > 0 else f"Key: {name}.  Can't parse serialized Example.")  # fmt: skip
        made += values
    return made, shape


def _parsed(rows, features, batched):
    """The features of several examples; without `batched` of one, without its first dimension."""
    kinds = {name: as_dtype(spec.dtype).name for name, spec in features.items()}
    made = {}
    order = [name for form in (VarLenFeature, (FixedLenFeature, FixedLenSequenceFeature), RaggedFeature) for name in sorted(features) if isinstance(features[name], form)]
    for name in order:
        spec, kind = features[name], kinds[name]
        if isinstance(spec, FixedLenFeature):
            values, shape = _fixed(features, rows, name, spec, kind)
            made[name] = _tensor(values, kind, [len(rows), *shape] if batched else shape)
            continue
        key = getattr(spec, "value_key", None) or name
        lists = [_values(features, held, key, kind) or [] for held in rows]
        if isinstance(spec, VarLenFeature):
            places = [[row, i] if batched else [i] for row, values in enumerate(lists) for i in range(len(values))]
            longest = max(map(len, lists), default=0)
            flat = _tensor([each for values in lists for each in values], kind, [sum(map(len, lists))])
            places = convert_to_tensor(numpy.array(places, dtype="int64").reshape(-1, 2 if batched else 1), "int64")
            made[name] = SparseTensor(places, flat, [len(rows), longest] if batched else [longest])
        elif isinstance(spec, RaggedFeature):
            flat = [_tensor(values, kind, [len(values)]) for values in lists]
            splits = numpy.cumsum([0, *map(len, lists)]).tolist()
            made[name] = RaggedTensor(_tensor([each for values in lists for each in values], kind, [splits[-1]]), splits) if batched else flat[0]
        else:
            shape = [int(size) for size in spec.shape]
            size = int(numpy.prod(shape)) if shape else 1
            if not batched:
                made[name] = _tensor(lists[0], kind, [len(lists[0]) // size, *shape])
                continue
            longest = max(map(len, lists), default=0)
            filler = spec.default_value if spec.default_value is not None else b"" if kind == "string" else 0
            made[name] = _tensor([each for values in lists for each in [*values, *[filler] * (longest - len(values))]], kind, [len(rows), longest // size, *shape])
    return made


def _checked(features):
    if not features:
        raise ValueError("Missing: features was {}.".format(features))
    for spec in features.values():
        if as_dtype(spec.dtype).name not in _LISTS:
            raise InvalidArgumentError(
                None, None, f"Value for attr 'Tdense' of {as_dtype(spec.dtype).name} is not in the list of allowed values: float, int64, string"
            )


def parse_single_example(serialized, features, example_names=None, name=None):
    """{name: tensor} of one serialized Example."""
    _checked(features)
    return _parsed([_read(_bytes_of(serialized)[0])], features, False)


def parse_example(serialized, features, example_names=None, name=None):
    """{name: tensor} of a batch of serialized Examples."""
    _checked(features)
    return _parsed([_read(each) for each in _bytes_of(serialized)], features, True)


def parse_single_sequence_example(serialized, context_features=None, sequence_features=None, example_name=None, name=None):
    """({name: tensor}, {name: tensor of steps}) of one serialized SequenceExample."""
    example = SequenceExample.FromString(_bytes_of(serialized)[0])
    context = _parsed([example.context.feature], context_features, False) if context_features else {}
    steps = {}
    for name, spec in (sequence_features or {}).items():
        kind = as_dtype(spec.dtype).name
        rows = [_values(sequence_features, {name: each}, name, kind) or [] for each in example.feature_lists.feature_list[name].feature]
        flat = [each for row in rows for each in row]
        if isinstance(spec, FixedLenSequenceFeature):
            steps[name] = _tensor(flat, kind, [len(rows), *spec.shape])
        else:
            places = [[i, k] for i, row in enumerate(rows) for k in range(len(row))]
            places = convert_to_tensor(numpy.array(places, dtype="int64").reshape(-1, 2), "int64")
            steps[name] = SparseTensor(places, _tensor(flat, kind, [len(flat)]), [len(rows), max(map(len, rows), default=0)])
    return context, steps
