"""Names for annotations: ArrayLike, DTypeLike, NDArray."""

from types import GenericAlias
from typing import Any, TypeVar

from numpy._core.dtypes import dtype
from numpy._core.ndarray import ndarray
from numpy._core.abstract import generic

ArrayLike = DTypeLike = Any
ScalarType = TypeVar("ScalarType", bound=generic, covariant=True)
NDArray = GenericAlias(ndarray, (Any, GenericAlias(dtype, (ScalarType,))))
