"""The metaclass of NumPy's types, for the names that errors show; the types are in ndarray.py, abstract.py and scalars.py."""

_NAME = type.__dict__["__name__"]


class Named(type):
    """Python's own errors say 'numpy.ndarray' object is not callable, as with NumPy, where type(a).__name__ is 'ndarray'.

    CPython prints what was set as __name__; reading it goes through the property here.
    """

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if namespace.get("__module__") == "numpy":
            _NAME.__set__(cls, f"numpy.{name}")

    __name__ = property(lambda cls: _NAME.__get__(cls).rpartition(".")[2], lambda cls, name: _NAME.__set__(cls, name))
