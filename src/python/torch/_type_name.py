"""The name of a value's type as C code prints it in messages: with the module for the classes that PyTorch and NumPy write in C."""

_IN_C = {
    "dtype": "torch.dtype",
    "device": "torch.device",
    "Size": "torch.Size",
    "Generator": "torch._C.Generator",
    "memory_format": "torch.memory_format",
    "layout": "torch.layout",
}


def type_name(value):
    """'int', 'Tensor', 'numpy.ndarray', 'torch.dtype', 'collections.OrderedDict'."""
    if isinstance(value, type):
        return "type"
    kind = type(value)
    top = kind.__module__.partition(".")[0]
    if top == "numpy":
        return f"numpy.{kind.__name__}"
    if top == "torch":
        return _IN_C.get(kind.__name__, kind.__name__)
    return "collections.OrderedDict" if kind.__name__ == "OrderedDict" else kind.__name__
