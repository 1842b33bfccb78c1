"""Complex tensors: loaded when a program first names a complex dtype, number or function (torch/__init__.py's __getattr__)."""

import sys

from torch._complex.dispatch import install
from torch._complex.tensor import ComplexTensor, as_complex, from_parts  # noqa: F401

install(sys.modules["torch"])
