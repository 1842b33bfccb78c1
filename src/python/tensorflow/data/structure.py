"""Elements of datasets: nested tensors, their specs, and what batching does with them."""

import numpy
import torch

from keras.src.backend import StringTensor, Tensor, TensorShape, convert_to_tensor, dtypes, placing, string_tensor, unwrap, wrap


class TensorSpec:
    """tf.TensorSpec: shape and dtype of an element's tensor."""

    __module__ = "tensorflow.python.framework.tensor"

    def __init__(self, shape=None, dtype="float32", name=None):
        self.shape = TensorShape(shape)
        self.dtype = dtypes.as_dtype(dtype)
        self.name = name

    @classmethod
    def from_tensor(cls, tensor, name=None):
        return cls(tensor.shape, tensor.dtype, name)

    def is_compatible_with(self, value):
        return self.shape.is_compatible_with(value.shape) and self.dtype == value.dtype

    def __eq__(self, other):
        return isinstance(other, TensorSpec) and self.shape == other.shape and self.dtype == other.dtype

    def __hash__(self):
        return hash((self.shape, self.dtype))

    def __repr__(self):
        return f"TensorSpec(shape={self.shape}, dtype={self.dtype!r}, name={self.name!r})"


def mapped(function, element):
    """The element with a function applied to each of its tensors."""
    if isinstance(element, dict):
        return {key: mapped(function, each) for key, each in element.items()}
    if isinstance(element, tuple) and hasattr(element, "_fields"):
        return type(element)(*[mapped(function, each) for each in element])
    if isinstance(element, tuple):
        return tuple(mapped(function, each) for each in element)
    return function(element)


def leaves(element):
    """The tensors of an element."""
    if isinstance(element, dict):
        return [leaf for each in element.values() for leaf in leaves(each)]
    if isinstance(element, tuple):
        return [leaf for each in element for leaf in leaves(each)]
    return [element]


def tensor(value):
    """The tensor of a leaf, on the cpu as all of tf.data; datasets and tensors stay."""
    if hasattr(value, "element_spec") or hasattr(value, "_rows") or hasattr(value, "dense_shape") or (isinstance(value, Tensor) and not placing.has_gpu):
        return value
    with placing.on("cpu"):
        return wrap(unwrap(value)) if isinstance(value, Tensor) else convert_to_tensor(value)


def as_element(value):
    """What a function returned, as an element: lists become tensors, tuples and dicts stay."""
    if isinstance(value, dict):
        return {key: as_element(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(as_element(each) for each in value) if not hasattr(value, "_fields") else type(value)(*map(as_element, value))
    return None if value is None else tensor(value)


def spec_of(element):
    """The spec of an element."""
    return mapped(_leaf_spec, element)


def _leaf_spec(each):
    if hasattr(each, "dense_shape"):
        return SparseTensorSpec([None] * each.shape.rank, each.dtype)
    return each.element_spec if hasattr(each, "element_spec") else TensorSpec(each.shape, each.dtype)


class SparseTensorSpec:
    """tf.SparseTensorSpec: shape and dtype of an element's sparse tensor."""

    __module__ = "tensorflow.python.framework.sparse_tensor"

    def __init__(self, shape=None, dtype="float32"):
        self.shape, self.dtype = TensorShape(shape), dtypes.as_dtype(dtype)

    def __repr__(self):
        return f"SparseTensorSpec({self.shape!r}, {self.dtype!r})"


def stacked(elements):
    """One element whose tensors are the elements' tensors, stacked."""
    first = elements[0]
    if isinstance(first, dict):
        return {key: stacked([each[key] for each in elements]) for key in first}
    if isinstance(first, tuple):
        return tuple(stacked([each[i] for each in elements]) for i in range(len(first)))
    if hasattr(first, "dense_shape"):
        return _stacked_sparse(elements)
    if isinstance(first, StringTensor):
        return string_tensor(numpy.stack([each._strings for each in elements]))
    shapes = {tuple(each.shape) for each in elements}
    if len(shapes) > 1:
        from keras.src.backend.errors import invalid, sizes_text

        other = next(each for each in elements if tuple(each.shape) != tuple(first.shape))
        place = next(i for i, each in enumerate(elements) if each is other)
        why = (
            f"Cannot batch tensors with different shapes in component 0. First element had shape {sizes_text(first.shape)} and element {place} had "
            f"shape {sizes_text(other.shape)}."
        )
        raise invalid("IteratorGetNext", why, "_output_types_1")
    return wrap(torch.stack([unwrap(each) for each in elements]))


def _stacked_sparse(elements):
    places = numpy.concatenate([numpy.insert(each.indices.numpy(), 0, i, axis=1) for i, each in enumerate(elements)])
    values = [leaf for each in elements for leaf in each.values.numpy().tolist()]
    kind = elements[0].dtype.name
    sizes = numpy.max([each.dense_shape.numpy() for each in elements], axis=0).tolist()
    made = string_tensor(values) if kind == "string" and values else convert_to_tensor(numpy.array(values, dtype=kind if kind != "string" else object), kind)
    return type(elements[0])(convert_to_tensor(places, "int64"), made, [len(elements), *sizes])


def padded(elements, shapes, values):
    """stacked() after padding each tensor to the longest, or to given shapes."""
    first = elements[0]
    if isinstance(first, dict):
        return {key: padded([e[key] for e in elements], None if shapes is None else shapes[key], values) for key in first}
    if isinstance(first, tuple):
        return tuple(
            padded([e[i] for e in elements], None if shapes is None else shapes[i], values[i] if isinstance(values, tuple) else values)
            for i in range(len(first))
        )
    rank = len(first.shape)
    wanted = [None] * rank if shapes is None else list(shapes)
    size = [max(e.shape[i] for e in elements) if wanted[i] in (None, -1) else wanted[i] for i in range(rank)]
    filler = 0 if values is None else values
    made = []
    for each in elements:
        found = unwrap(each)
        pads = [n for i in reversed(range(rank)) for n in (0, size[i] - found.shape[i])]
        made.append(torch.nn.functional.pad(found, pads, value=float(filler) if found.is_floating_point() else int(filler)))
    return wrap(torch.stack(made))


def rows_of(element):
    """The number of rows of an element's tensors, which must agree."""
    counts = [each.shape[0] for each in leaves(element)]
    for each in counts[1:]:
        if each != counts[0]:
            raise ValueError(f"Dimensions {counts[0]} and {each} are not compatible")
    return counts[0]


def row(element, index):
    """The element of one row of each tensor."""
    return mapped(lambda each: each[index] if isinstance(each, StringTensor) else wrap(each._t[index]), element)
