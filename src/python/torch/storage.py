"""The memory behind tensors, as far as programs look at it: `tensor.storage()`, and what `.pth` files store."""

import bridge
from torch._dtype import BY_CODE
from torch._tensor import wrap


class _Storage:
    """One block of memory, held through a one-dimensional tensor over all of it."""

    def __init__(self, flat):
        self._flat = flat

    @classmethod
    def _of(cls, tensor):
        return cls(_whole(tensor))

    @property
    def device(self):
        return self._flat.device

    def nbytes(self):
        """Bytes of the block."""
        return bridge.storage_bytes(self._flat._handle)

    def data_ptr(self):
        """The address of the block (0 on the GPU)."""
        return self._flat.data_ptr()

    def __len__(self):
        return self.size()

    def __iter__(self):
        return iter(self.tolist())

    def __reduce__(self):
        return (_unpickled, (type(self).__name__, to_bytes(self)))

    def _key(self):
        """The same for tensors that share memory."""
        return self._flat.data_ptr() or id(self)


def _whole(tensor):
    """All of a tensor's memory as a vector; a GPU tensor is copied."""
    tensor = tensor.detach()
    if tensor.is_cuda:
        return tensor.cpu().reshape(-1)
    count = bridge.storage_bytes(tensor._handle) // tensor.dtype.itemsize
    return wrap(bridge.as_strided(tensor._handle, 0, count, 1))


class TypedStorage(_Storage):
    """A storage seen as elements of one dtype."""

    @classmethod
    def _of(cls, tensor):
        return _CLASSES[tensor.dtype._name](_whole(tensor))

    @property
    def dtype(self):
        return self._flat.dtype

    def size(self):
        """The number of elements."""
        return self._flat.numel()

    def element_size(self):
        return self.dtype.itemsize

    def tolist(self):
        return self._flat.tolist()

    def __getitem__(self, index):
        return self._flat[index].tolist()

    def __setitem__(self, index, value):
        self._flat[index] = value

    def untyped(self):
        return UntypedStorage(self._flat)

    def pickle_storage_type(self):
        """The class by which `.pth` files name the dtype."""
        return type(self).__name__

    def _view(self, offset, size, stride):
        _check_within(self, offset, size, stride)
        return wrap(bridge.as_strided(self._flat._handle, offset, *size, *stride))

    def __repr__(self):
        lines = "\n".join(f" {value}" for value in self.tolist())
        return f"{lines}\n[torch.storage.TypedStorage(dtype={self.dtype}, device={self.device}) of size {len(self)}]"


class UntypedStorage(_Storage):
    """A storage seen as bytes."""

    def size(self):
        return self.nbytes()


_NAMES = {
    "float32": "Float", "float64": "Double", "float16": "Half", "bfloat16": "BFloat16", "int64": "Long", "int32": "Int",
    "int16": "Short", "int8": "Char", "uint8": "Byte", "bool": "Bool",
}  # fmt: skip
_CLASSES = {
    dtype: type(f"{name}Storage", (TypedStorage,), {"__module__": "torch", "_stored_dtype": dtype})
    for dtype, name in _NAMES.items()
}
BY_CLASS_NAME = {cls.__name__: cls for cls in _CLASSES.values()}


def itemsize_of(cls):
    """Bytes of an element of a storage class."""
    return next(each for each in BY_CODE if each._name == cls._stored_dtype).itemsize


def swapped(cls, raw):
    """The bytes of elements in the other byte order."""
    import array

    size = itemsize_of(cls)
    if size == 1:
        return raw
    held = array.array({2: "H", 4: "I", 8: "Q"}[size], raw)
    held.byteswap()
    return held.tobytes()


def _check_within(storage, offset, size, stride):
    """A file can say anything: a tensor must lie within its memory."""
    numbers = [offset, *size, *stride]
    if any(not isinstance(number, int) for number in numbers) or len(size) != len(stride):
        raise RuntimeError(f"A tensor is described by sizes {list(size)}, strides {list(stride)} and offset {offset!r}.")
    last = offset + sum((length - 1) * step for length, step in zip(size, stride))
    needed = 0 if 0 in size else (last + 1) * storage.element_size()
    if min(numbers) < 0 or needed > storage.nbytes():
        raise RuntimeError(
            f"setStorage: sizes {list(size)}, strides {list(stride)}, storage offset {offset}, and itemsize "
            f"{storage.element_size()} requiring a storage size of {needed} are out of bounds for storage of size "
            f"{storage.nbytes()}"
        )


def from_bytes(cls, raw):
    """A storage of the class with a copy of the bytes."""
    import array

    dtype = next(each for each in BY_CODE if each._name == cls._stored_dtype)
    held = array.array("B", raw)
    count = len(raw) // dtype.itemsize
    if count == 0:
        return cls(wrap(bridge.empty(dtype._code, 0, 0)))
    return cls(wrap(bridge.from_address(dtype._code, held.buffer_info()[0], count)))


def _unpickled(name, raw):
    """A storage from a plain pickle (torch.save writes storages as records of their own)."""
    return from_bytes(BY_CLASS_NAME[name], raw)


def to_bytes(storage):
    """The bytes of a storage."""
    import array

    held = array.array("B", bytes(storage._flat.numel() * storage._flat.dtype.itemsize))
    if len(held):
        bridge.to_address(storage._flat._handle, held.buffer_info()[0])
    return held.tobytes()


