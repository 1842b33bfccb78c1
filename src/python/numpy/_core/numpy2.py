"""What learners see of NumPy 2 where it differs from 1.24: the repr of scalars (np.float64(0.5) instead of 0.5) and of long arrays (with
their shape), and Python's numbers beside float32 scalars (which leave them float32).

TensorFlow 2.21 and Keras 3 come with NumPy 2, PyTorch 1.13 with NumPy 1.24: programs that import keras or tensorflow see what they see
there, all others NumPy 1.24.
"""

from numpy._core import arrayprint, promotion
from numpy._core.abstract import floating, generic
from numpy._core.scalars import bool_, bytes_, complex64, complex128, float64, str_

_OLD = {each: each.__repr__ for each in (generic, floating, float64, complex64, complex128, str_, bytes_)}


def _number(self):
    return f"np.{type(self).__name__}({self!s})"


def _text(self):
    return f"np.str_({str.__repr__(self)})"


def _bytes(self):
    return f"np.bytes_({bytes.__repr__(self)})"


def _complex(self):
    return f"np.{type(self).__name__}({str(self).strip('()')})"


def _truth(self):
    return f"np.{self!s}_"


_NEW = {generic: _number, floating: _number, float64: _number, complex64: _complex, complex128: _complex, str_: _text, bytes_: _bytes}


def use(newer):
    """Behaves as NumPy 2 does (True) or as 1.24 does (False)."""
    promotion.python_numbers_are_weak = newer
    for kind, function in (_NEW if newer else _OLD).items():
        kind.__repr__ = function
    if newer:
        bool_.__repr__ = _truth
    elif "__repr__" in bool_.__dict__:
        del bool_.__repr__
    arrayprint.tells_shape_of_long_arrays = newer
