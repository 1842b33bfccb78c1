"""tf.TensorArray: a list of tensors that write() gives anew, for loops."""

from keras.src.backend import TensorShape, dtypes
from keras.src.backend.errors import OutOfRangeError, invalid
from tensorflow._api.array import convert, zeros
from tensorflow._api.shaping import concat, split, stack, unstack


class TensorArray:
    """tf.TensorArray(dtype, size): elements are written once and read by their numbers."""

    __module__ = "tensorflow.python.ops.tensor_array_ops"

    def __init__(
        self, dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, handle=None, flow=None, infer_shape=True,
        element_shape=None, colocate_with_first_write_call=True, name=None,
    ):  # fmt: skip
        self.dtype = dtypes.as_dtype(dtype)
        self.dynamic_size = bool(dynamic_size)
        self.element_shape = TensorShape(element_shape)
        self._elements = [None] * int(size or 0)

    def write(self, index, value, name=None):
        """The array with an element set."""
        place = int(index)
        if place >= len(self._elements):
            if not self.dynamic_size:
                raise OutOfRangeError(None, None, f"Tried to write to index {place} but array is not resizeable and size is: {len(self._elements)} ")
            self._elements += [None] * (place + 1 - len(self._elements))
        self._elements[place] = convert(value, self.dtype)
        return self

    def read(self, index, name=None):
        """One element."""
        place = int(index)
        if place >= len(self._elements):
            raise OutOfRangeError(None, None, f"Tried to read from index {place} but array size is: {len(self._elements)} ")
        return self._filled()[place]

    def _filled(self):
        model = next((each for each in self._elements if each is not None), None)
        if model is None and self._elements and self.element_shape.is_fully_defined():
            return [zeros(self.element_shape, self.dtype)] * len(self._elements)
        if model is None and self._elements:
            raise invalid("TensorListStack", "Tried to stack elements of a list with non-fully-defined element_shape: <unknown>")
        return [zeros(model.shape, self.dtype) if each is None else each for each in self._elements]

    def stack(self, name=None):
        """All elements in one tensor."""
        return stack(self._filled())

    def concat(self, name=None):
        """All elements one after another."""
        return concat(self._filled(), 0)

    def split(self, value, lengths, name=None):
        """The array with parts of a tensor as its elements."""
        self._elements = split(convert(value, self.dtype), [int(each) for each in convert(lengths)])
        return self

    def gather(self, indices, name=None):
        """Some elements in one tensor."""
        filled = self._filled()
        return stack([filled[int(each)] for each in convert(indices)])

    def unstack(self, value, name=None):
        """The array with the rows of a tensor as its elements."""
        self._elements = unstack(convert(value, self.dtype))
        return self

    def size(self, name=None):
        """The number of elements."""
        return convert(len(self._elements))

    def identity(self):
        return self
