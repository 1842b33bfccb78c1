"""numpy: arrays on the engine that torch uses, with NumPy's behaviour (that of 1.24 where versions differ).

Importing it does not touch the engine. Arrays and tensors can share memory: torch.from_numpy(array), tensor.numpy().
"""

import builtins as _builtins
import math as _math

from numpy import _core
from numpy._core.arrayprint import (  # noqa: F401
    array2string, array_repr, array_str, base_repr, binary_repr, format_float_positional, format_float_scientific, get_printoptions, printoptions,
    set_printoptions, set_string_function,
)  # fmt: skip
from numpy._core.construct import (  # noqa: F401
    arange, array, asanyarray, asarray, asarray_chkfinite, ascontiguousarray, asfortranarray, copy, empty, empty_like, eye, frombuffer, fromfunction,
    fromiter, fromstring, full, full_like, geomspace, identity, indices, linspace, logspace, meshgrid, ones, ones_like, zeros, zeros_like,
)  # fmt: skip
from numpy._core.dtypes import dtype  # noqa: F401
from numpy._core.errstate import errstate, geterr, geterrcall, seterr, seterrcall  # noqa: F401
from numpy._core.fromnumeric import (  # noqa: F401
    all, alltrue, amax, amin, any, argmax, argmin, around, clip, cumprod, cumsum, diagonal, fix, max, mean, min, ndim, prod, product, ptp, round,
    round_, shape, size, sometrue, std, sum, trace, var,
)  # fmt: skip
from numpy._core.multiarray import (  # noqa: F401
    argwhere, choose, compress, copyto, count_nonzero, cross, dot, extract, flatnonzero, inner, kron, matmul, may_share_memory, nonzero, outer, place, put,
    put_along_axis, putmask, ravel_multi_index, shares_memory, take, take_along_axis, tensordot, unravel_index, vdot, where,
)  # fmt: skip
from numpy._core.ndarray import flatiter, ndarray  # noqa: F401
from numpy._core.promotion import can_cast, issubdtype, min_scalar_type, promote_types, result_type  # noqa: F401
from numpy._core.reduction import AxisError  # noqa: F401
from numpy._core.scalars import (  # noqa: F401
    bool_, bytes_, character, complex64, complex128, complexfloating, flexible, float16, float32, float64, floating, generic, inexact, int8, int16, int32,
    int64, integer, number, object_, signedinteger, str_, uint8, uint16, uint32, uint64, unsignedinteger,
)  # fmt: skip
from numpy._core.shape_base import (  # noqa: F401
    append, array_split, atleast_1d, atleast_2d, atleast_3d, block, broadcast, broadcast_arrays, broadcast_shapes, broadcast_to, column_stack, concatenate,
    dsplit, dstack, expand_dims, flip, fliplr, flipud, hsplit, hstack, moveaxis, ravel, repeat, reshape, resize, roll, rollaxis, rot90, row_stack, split,
    squeeze, stack, swapaxes, tile, transpose, vsplit, vstack,
)  # fmt: skip
from numpy._core.ufunc import ufunc  # noqa: F401
from numpy._core.umath import *  # noqa: F403

__version__ = "1.24.2"
newaxis = None
nan = NaN = NAN = _math.nan
inf = Inf = Infinity = PINF = _math.inf
NINF = -_math.inf
pi = _math.pi
e = _math.e
euler_gamma = 0.5772156649015328606
NZERO, PZERO = -0.0, 0.0
