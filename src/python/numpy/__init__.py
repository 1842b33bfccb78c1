"""numpy: arrays on the engine that torch uses, with NumPy's behaviour (that of 1.24 where versions differ; programs that
import keras see NumPy 2's scalars: _core/numpy2.py).

Importing it does not touch the engine. Arrays and tensors can share memory: torch.from_numpy(array), tensor.numpy().
Names that NumPy has and this package lacks are listed in _missing.py and end in a sentence that says so.
"""

import math

from numpy import _core
from numpy._core.arrayprint import (  # noqa: F401
    array2string, array_repr, array_str, base_repr, binary_repr, format_float_positional, format_float_scientific, get_printoptions, printoptions,
    set_printoptions, set_string_function,
)  # fmt: skip
from numpy._core.construct import array, asanyarray, asarray, asarray_chkfinite, ascontiguousarray, asfortranarray, copy  # noqa: F401
from numpy._core.buffers import frombuffer, fromiter, fromstring  # noqa: F401
from numpy._core.ranges import arange, fromfunction, geomspace, indices, linspace, logspace, meshgrid  # noqa: F401
from numpy._core.filled import empty, empty_like, eye, full, full_like, identity, ones, ones_like, zeros, zeros_like  # noqa: F401
from numpy._core.dtypes import dtype  # noqa: F401
from numpy._core.einsum import einsum, einsum_path  # noqa: F401
from numpy._core.errstate import errstate, geterr, geterrcall, seterr, seterrcall  # noqa: F401
from numpy._core.fromnumeric import (  # noqa: F401
    all, alltrue, amax, amin, any, argmax, argmin, around, clip, cumprod, cumproduct, cumsum, diagonal, fix, max, mean, min, ndim, prod, product, ptp,
    round, round_, shape, size, sometrue, std, sum, trace, var,
)  # fmt: skip
from numpy._core.multiarray import (  # noqa: F401
    argwhere, choose, compress, copyto, count_nonzero, extract, flatnonzero, may_share_memory, nonzero, place, put, put_along_axis, putmask,
    ravel_multi_index, shares_memory, take, take_along_axis, unravel_index, where,
)  # fmt: skip
from numpy._core.products import cross, dot, inner, kron, matmul, outer, tensordot, vdot  # noqa: F401
from numpy._core.ndarray import ndarray  # noqa: F401
from numpy._core.flatiter import flatiter  # noqa: F401
from numpy._core.promotion import can_cast, issubdtype, min_scalar_type, promote_types, result_type  # noqa: F401
from numpy._core.reduction import AxisError  # noqa: F401
from numpy._core.scalars import (  # noqa: F401
    bool_, bytes_, complex64, complex128, float16, float32, float64, int8, int16, int32, int64, object_, str_, uint8, uint16, uint32, uint64,
)  # fmt: skip
from numpy._core.abstract import (  # noqa: F401
    character, complexfloating, flexible, floating, generic, inexact, integer, number, signedinteger, unsignedinteger,
)  # fmt: skip
from numpy._core.shape_base import (  # noqa: F401
    append, array_split, atleast_1d, atleast_2d, atleast_3d, block, broadcast, broadcast_arrays, broadcast_shapes, broadcast_to, column_stack,
    concatenate, dsplit, dstack, hsplit, hstack, ravel, repeat, reshape, resize, row_stack, split, stack, tile, vsplit, vstack,
)  # fmt: skip
from numpy._core.axes import expand_dims, flip, fliplr, flipud, moveaxis, roll, rollaxis, rot90, squeeze, swapaxes, transpose  # noqa: F401
from numpy._core.sorting import argpartition, argsort, lexsort, msort, partition, searchsorted, sort, sort_complex  # noqa: F401
from numpy._core.ufunc import ufunc  # noqa: F401
from numpy._core.umath import *  # noqa: F403
from numpy._core.umath import abs, conj  # noqa: F401
from numpy import lib
from numpy.lib import stride_tricks as _stride_tricks
from numpy.lib.arraypad import pad  # noqa: F401
from numpy.lib.arraysetops import ediff1d, in1d, intersect1d, isin, setdiff1d, setxor1d, union1d, unique  # noqa: F401
from numpy.lib.function_base import (  # noqa: F401
    angle, convolve, correlate, delete, diff, gradient, insert, interp, nan_to_num, piecewise, select, sinc, trapz, trim_zeros, unwrap,
)  # fmt: skip
from numpy.lib.functional import apply_along_axis, apply_over_axes, frompyfunc, vectorize  # noqa: F401
from numpy.lib.getlimits import finfo, iinfo  # noqa: F401
from numpy.lib.index_tricks import (  # noqa: F401
    c_, diag_indices, diag_indices_from, fill_diagonal, index_exp, ix_, mgrid, ndenumerate, ndindex, ogrid, r_, s_,
)  # fmt: skip
from numpy.lib.logic import (  # noqa: F401
    allclose, array_equal, array_equiv, imag, isclose, iscomplex, iscomplexobj, isneginf, isposinf, isreal, isrealobj, isscalar, iterable, real,
    real_if_close,
)  # fmt: skip
from numpy.lib.nanfunctions import (  # noqa: F401
    nanargmax, nanargmin, nancumprod, nancumsum, nanmax, nanmean, nanmedian, nanmin, nanpercentile, nanprod, nanquantile, nanstd, nansum, nanvar,
)  # fmt: skip
from numpy.lib.bits import packbits, unpackbits  # noqa: F401
from numpy.lib.nditer import nditer  # noqa: F401
from numpy.lib.npyio import fromfile, genfromtxt, load, loadtxt, save, savetxt, savez, savez_compressed  # noqa: F401
from numpy.lib.polynomial import RankWarning, poly, poly1d, polyadd, polyder, polydiv, polyfit, polyint, polymul, polysub, polyval, roots  # noqa: F401
from numpy.lib.statistics import (  # noqa: F401
    average, bincount, corrcoef, cov, digitize, histogram, histogram2d, histogram_bin_edges, histogramdd, median, percentile, quantile,
)  # fmt: skip
from numpy.lib.twodim_base import (  # noqa: F401
    diag, diagflat, mask_indices, tri, tril, tril_indices, tril_indices_from, triu, triu_indices, triu_indices_from, vander,
)  # fmt: skip
from numpy.lib.type_check import (  # noqa: F401
    ComplexWarning, ModuleDeprecationWarning, TooHardError, VisibleDeprecationWarning, asfarray, common_type, find_common_type, isfortran, issctype,
    issubclass_, mintypecode, obj2sctype, require, sctype2char, typename,
)  # fmt: skip
from numpy.lib.windows import bartlett, blackman, hamming, hanning, i0, kaiser  # noqa: F401

__version__ = "1.24.2"
newaxis = None
nan = NaN = NAN = math.nan
inf = Inf = Infinity = infty = PINF = math.inf
NINF = -math.inf
pi = math.pi
e = math.e
euler_gamma = 0.5772156649015328606
NZERO, PZERO = -0.0, 0.0
True_, False_ = bool_(True), bool_(False)
little_endian = True
ALLOW_THREADS, MAXDIMS, BUFSIZE = 1, 32, 8192

# Further names of the same types and functions.
byte, short, intc, int_, intp, longlong = int8, int16, int32, int64, int64, int64
ubyte, ushort, uintc, uint, uintp, ulonglong = uint8, uint16, uint32, uint64, uint64, uint64
half, single, double, float_ = float16, float32, float64, float64
csingle, singlecomplex, cdouble, cfloat, complex_ = complex64, complex64, complex128, complex128, complex128
bool8, unicode_, string_, object0, str0, bytes0 = bool_, str_, bytes_, object_, str_, bytes_
int0, uint0 = int64, uint64
typecodes = {
    "Character": "c", "Integer": "bhilqp", "UnsignedInteger": "BHILQP", "Float": "efdg", "Complex": "FDG", "AllInteger": "bBhHiIlLqQpP",
    "AllFloat": "efdgFDG", "Datetime": "Mm", "All": "?bhilqpBHILQPefdgFDGSUVOMm",
}  # fmt: skip
sctypes = {
    "int": [int8, int16, int32, int64], "uint": [uint8, uint16, uint32, uint64], "float": [float16, float32, float64],
    "complex": [complex64, complex128], "others": [bool, object, bytes, str],
}  # fmt: skip
ScalarType = (
    int, float, complex, bool, bytes, str, memoryview, bool_, complex64, complex128, float16, float32, float64, int8, int16, int32, int64, object_, bytes_,
    str_, uint8, uint16, uint32, uint64,
)  # fmt: skip

# Loaded when first asked for.
_LAZY = ("char", "core", "fft", "linalg", "polynomial", "random", "testing", "typing", "version")


def __getattr__(name):
    from importlib import import_module  # `from numpy import …` would ask here again

    if name in _LAZY:
        return import_module(f"numpy.{name}")
    return import_module("numpy._missing").explain(name)


# `from numpy import *` leaves these builtins alone.
__all__ = [name for name in list(globals()) if not name.startswith("_") and name not in ("abs", "lib", "max", "min", "round")]
__all__ += ["fft", "linalg", "random"]


def __dir__():
    return sorted([*globals(), *_LAZY])
