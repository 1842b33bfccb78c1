"""numpy.ufunc: calling a function element by element with broadcasting, promotion, out=, where= and dtype=; its reductions are in
reduction.py, the functions themselves in umath.py."""


import bridge
from numpy._core import dtypes, promotion
from numpy._core.dtypes import as_dtype
from numpy._core.errstate import errstate, watch
from numpy._core.fastpath import fits, table
from numpy._core.ndarray import (
    as_array, cast, element, from_values, handle_as, masked, ndarray, result, values, wrap,
)
from numpy._core.scalars import float64
from numpy._core.promotion import can_cast, float_for, limits, python_dtype, resolve
from numpy._core.writing import assign
from numpy._core.ufunc_errors import UFuncOutputCastingError, dtype_class, no_loop, not_supported, refuse_text
from numpy._core.abstract import generic

_NUMBERS = (int, float)
_FLOATS = (float, float64)


def broadcast_shape(first, second):
    """The shape of two operands together."""
    if first == second:
        return first
    rank = max(len(first), len(second))
    a, b = (1,) * (rank - len(first)) + first, (1,) * (rank - len(second)) + second
    out = []
    for m, n in zip(a, b, strict=True):
        if m != n and m != 1 and n != 1:
            raise ValueError(
                f"operands could not be broadcast together with shapes {shape_text(first)} {shape_text(second)} "
            )
        out.append(n if m == 1 else m)
    return tuple(out)


def shape_text(shape):
    """A shape as NumPy's errors print it: no space after commas."""
    return str(shape).replace(" ", "")


class ufunc:
    """A function that works element by element: np.add, np.exp, …

    `policy` says which types it computes in and gives: 'same', 'float', 'divide', 'compare', 'logical', 'bits' or 'test'.
    `loop` names the engine's operation (and NAME_scalar its form with a number); `python` is the function of two (or one)
    Python objects for strings, complex numbers and objects; `compose` replaces the engine by a function of arrays.
    """

    __module__ = "numpy"

    def __init__(self, name, nin, policy, loop=None, python=None, identity=None, compose=None, doc="", on_bool=None, scalar=False):
        self.__name__ = name
        self.nin, self.nout, self.nargs = nin, 1, nin + 1
        self.identity = identity
        self._policy, self._loop, self._python, self._compose = policy, loop, python, compose
        self._on_bool, self._scalar = on_bool, scalar
        self.__doc__ = doc
        self._plans = {}
        self._direct = table()
        self._watched = name in _WATCHED

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __reduce__(self):
        return self.__name__

    # --- which types ------------------------------------------------------------------------------------------------

    def _plan(self, kind):
        """(kind to compute in, kind of the result, engine operation) for operands that were promoted to `kind`."""
        plan = self._plans.get(kind.name)
        if plan is None:
            plan = self._plans[kind.name] = self._make_plan(kind)
        return plan

    def _make_plan(self, kind):
        policy, group = self._policy, kind.kind
        if policy == "compare":
            return kind, dtypes.bool_, self._loop
        if policy == "logical":
            return (kind if kind._pooled else dtypes.bool_), dtypes.bool_, self._loop
        if policy == "test":
            if group == "O":
                raise not_supported(self.__name__)
            return kind, dtypes.bool_, self._loop
        if policy == "bits":
            if group in "fc":
                raise not_supported(self.__name__)
            if group == "b" and self._on_bool == "int8":
                return dtypes.int8, dtypes.int8, self._loop
            return kind, kind, (self._on_bool or self._loop) if group == "b" else self._loop
        if policy == "float":
            kind = float_for(kind)
            return kind, kind, self._loop
        if policy == "divide":
            kind = kind if group in "fcO" else dtypes.float64
            return kind, kind, self._loop
        if group == "b":
            if self._on_bool is None:
                self._refuse_bool()
            if self._on_bool == "int8":
                return dtypes.int8, dtypes.int8, self._loop
            return kind, kind, self._on_bool
        return kind, kind, self._loop

    def _refuse_bool(self):
        if self.__name__ == "subtract":
            raise TypeError(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the "
                "logical_xor function instead."
            )
        if self.__name__ == "negative":
            raise TypeError(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."
            )
        each = dtype_class(dtypes.bool_)
        raise no_loop(self.__name__, f"({each}, {each})" if self.nin > 1 else each)

    # --- calling ----------------------------------------------------------------------------------------------------

    def __call__(self, *args, out=None, where=True, dtype=None, casting="same_kind", order="K", subok=True, signature=None, **unknown):
        if unknown:
            raise TypeError(f"{self.__name__}() got an unexpected keyword argument {next(iter(unknown))!r}")
        if len(args) != self.nin:
            if len(args) == self.nin + 1 and out is None:
                *args, out = args
            else:
                raise TypeError(
                    f"{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments but {len(args)} were given"
                )
        if out is None and where is True and dtype is None:
            made = self._quick(*args)
            if made is not None:
                return made
        if isinstance(out, tuple):
            (out,) = out
        wanted = None if dtype is None else as_dtype(dtype)
        try:
            if where is True:
                made = self._general(args, wanted)
            else:
                with errstate(all="ignore"):  # elements that are not asked for cause no warnings
                    made = self._general(args, wanted)
        except ValueError as error:
            if out is None or not str(error).startswith("operands could not"):
                raise
            raise ValueError(f"{error}{shape_text(out.shape)} ") from None
        if where is not True:
            made = self._choose(made, where, out)
        if out is None:
            return wrapped_like(args, made)
        return self._write(made, out, casting, args)

    def _quick(self, first, second=None):
        """The commonest calls: arrays of one dtype, an array and a Python number. None: not one of them."""
        if type(first) is not ndarray:
            return self._quick_number(first) if type(first) in _FLOATS and self.nin == 1 else None
        if self._compose is not None:
            return None
        kind = first._dtype
        if kind._pooled or not first.shape:
            return None
        if self.nin == 1:
            if kind._mask and self._policy != "test":
                return None
            compute, out, loop = self._plan(kind)
            return self._finish(self._run1(loop, first, compute), out, first.shape, first)
        if type(second) is ndarray:
            if second._dtype is not kind or kind._mask or not second.shape:
                return None
            broadcast_shape(first.shape, second.shape)
            compute, out, loop = self._plan(kind)
            return self._finish(self._run2(loop, first, second, compute), out, None, first, second)
        if type(second) not in _NUMBERS or kind._mask or kind.kind == "b" or self._loop is None:
            return None
        compute, out, loop = self._plan(kind)
        if compute is not kind:
            return None
        if not self._scalar:
            if not fits(second, kind) or kind.itemsize == 2:
                return None
            number = bridge.full(kind._code, second, 2 if type(second) is float else 1, 0)
            handle = getattr(bridge, loop)(first._array_handle, number)
            bridge.free(number)
            return self._finish(handle, out, first.shape, first, second)
        if type(second) is float:
            if kind.kind != "f" or kind.itemsize == 2 or kind.itemsize == 4 and not -3.4e38 < second < 3.4e38 and second - second == 0:
                return None
            handle = getattr(bridge, loop + "_scalar")(first._array_handle, second, 2)
        else:
            if kind.kind != "f":
                low, high = limits(kind.name)
                if not low <= second <= high:
                    return None
            elif kind.itemsize == 2 or kind.itemsize == 4 and not -32769 < second < 65536:
                return None  # a larger number asks for float64
            handle = getattr(bridge, loop + "_scalar")(first._array_handle, second, 1)
        return self._finish(handle, out, first.shape, first, second)

    def _quick_number(self, number):
        """np.exp(0.5): the engine's own function of one float64, or None."""
        if self._policy != "float" or self._loop is None or self._compose is not None:
            return None
        handle = bridge.full(1, number, 2, 0)
        made = wrap(getattr(bridge, self._loop)(handle), dtypes.float64)
        bridge.free(handle)
        value = element(made)
        return float64(value) if value - value == 0 else None  # the general way may have to warn

    def _finish(self, handle, kind, shape, *operands):
        made = wrap(handle, kind)
        made._shape = shape
        if self._watched and kind.kind == "f":
            watch(self.__name__, made, operands)
        return made

    def _run1(self, loop, a, compute):
        if a._dtype is compute:
            return getattr(bridge, loop)(a._array_handle)
        handle = handle_as(a, compute)
        try:
            return getattr(bridge, loop)(handle)
        finally:
            bridge.free(handle)

    def _run2(self, loop, a, b, compute):
        if a._dtype is compute and b._dtype is compute:
            return getattr(bridge, loop)(a._array_handle, b._array_handle)
        first, second = handle_as(a, compute), handle_as(b, compute)
        try:
            return getattr(bridge, loop)(first, second)
        finally:
            bridge.free(first)
            bridge.free(second)

    def _general(self, args, wanted):
        """Any operands: an array (perhaps without dimensions) of the result."""
        arrays, kinds, scalars = [], [], []
        for each in args:
            if isinstance(each, ndarray):
                arrays.append(each)
                if each.shape or promotion.python_numbers_are_weak:
                    kinds.append(each._dtype)
                else:
                    scalars.append((element(each), each._dtype))
            elif isinstance(each, (int, float, complex, generic)):
                own = python_dtype(each)
                scalars.append((each, own))
                arrays.append(from_values([each], (), own))
            else:
                made = as_array(each)
                arrays.append(made)
                if made.shape or promotion.python_numbers_are_weak:
                    kinds.append(made._dtype)
                else:
                    scalars.append((element(made), made._dtype))
        own = [each._dtype for each in arrays]
        if any(each.kind in "US" for each in own) and not (self._policy == "compare" and len({each.kind for each in own}) == 1):
            if not any(each.kind == "O" for each in own):
                refuse_text(self.__name__, own)
        if self._policy == "float" and len(kinds) > 1:
            kinds = [float_for(each) if each.kind in "iub" else each for each in kinds]
        kind = resolve(kinds, scalars)
        if wanted is not None and self._policy in ("same", "float", "divide"):
            kind = wanted
        compute, out, loop = self._plan(kind)
        if self.nin == 2:
            shape = broadcast_shape(arrays[0].shape, arrays[1].shape)
        else:
            shape = arrays[0].shape
        if compute._pooled or compute.name == "uint64" and self._python and self.__name__ in _ORDERED and any(map(_beyond_int64, arrays)):
            return self._in_python(arrays, shape, compute, out)
        if self._compose is not None:
            return as_array(self._compose(*(cast(each, compute) for each in arrays)), out)
        if self.nin == 1:
            handle = self._run1(loop, arrays[0], compute)
        else:
            handle = self._run2(loop, arrays[0], arrays[1], compute)
        if out._mask:
            handle = masked(handle, out)
        return self._finish(handle, out, shape, *arrays)

    def _in_python(self, arrays, shape, compute, out):
        from numpy._core.shape_base import broadcast_to

        columns = [values(broadcast_to(cast(each, compute), shape)) for each in arrays]
        function = self._python
        if function is None:
            raise TypeError(f"ufunc {self.__name__!r} not supported for the input types")
        try:
            flat = [function(*row) for row in zip(*columns, strict=True)]
        except TypeError:
            if compute.kind == "O" and self._policy == "float" and self.nin == 1:
                raise self._without_method(columns[0]) from None
            raise
        if compute.kind == "c" and self.__name__ in ("absolute",):
            out = dtypes.float32 if compute.itemsize == 8 else dtypes.float64
        return from_values(flat, shape, out)

    def _without_method(self, objects):
        """Objects are asked for a method of the ufunc's name."""
        name = self.__name__
        for i, each in enumerate(objects):
            if not hasattr(each, name):
                return TypeError(
                    f"loop of ufunc does not support argument {i} of type {type(each).__name__} which has no callable {name} method"
                )
        return TypeError(f"ufunc {name!r} not supported for the input types")

    def _choose(self, made, where, out):
        """Where the mask is False: what `out` had, or zeros."""
        mask = as_array(where, bool)
        base = as_array(out) if out is not None else wrap(bridge.full(made._dtype._code, 0, 1, 0), made._dtype)
        from numpy._core.multiarray import where as choose

        return as_array(choose(mask, made, cast(base, made._dtype)))

    def _write(self, made, out, casting, operands):
        if not isinstance(out, ndarray):
            raise TypeError("return arrays must be of ArrayType")
        if not can_cast(made._dtype, out._dtype, casting):
            raise UFuncOutputCastingError(
                f"Cannot cast ufunc {self.__name__!r} output from {made._dtype!r} to {out._dtype!r} with casting rule {casting!r}"
            )
        if made.shape != out.shape:
            try:
                shape = broadcast_shape(made.shape, out.shape)
            except ValueError:
                shapes = [shape_text(as_array(each).shape) for each in operands]
                raise ValueError(f"operands could not be broadcast together with shapes {' '.join(shapes)} {shape_text(out.shape)} ") from None
            if shape != out.shape:
                raise ValueError(
                    f"non-broadcastable output operand with shape {shape_text(out.shape)} doesn't match the broadcast shape {shape_text(shape)}"
                )
        if out._locked:
            raise ValueError("output array is read-only")
        assign(out, made)
        return out

    # --- folding (the work is in reduction.py) ------------------------------------------------------------------------

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        """Folds an axis (or several) with the function: np.add.reduce is a sum."""
        from numpy._core.reduction import ufunc_reduce

        return ufunc_reduce(self, array, axis, dtype, out, keepdims, initial, where)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        """All intermediate results of folding an axis: np.add.accumulate is a cumulative sum."""
        from numpy._core.reduction import ufunc_accumulate

        return ufunc_accumulate(self, array, axis, dtype, out)

    def reduceat(self, array, indices, axis=0, dtype=None, out=None):
        """Folds the slices that begin at the given indices."""
        from numpy._core.reduction import ufunc_reduceat

        return ufunc_reduceat(self, array, indices, axis, dtype)

    def outer(self, A, B, **options):
        """The function of all pairs; shape A.shape + B.shape."""
        first, second = as_array(A), as_array(B)
        return self(first.reshape(first.shape + (1,) * second.ndim), second, **options)

    def at(self, a, indices, b=None):
        """In place and unbuffered: an index that occurs twice is worked on twice."""
        from numpy._core.reduction import ufunc_at

        ufunc_at(self, a, indices, b)


def wrapped_like(args, made):
    """A scalar or an array, or what an operand that is no array (a tensor) makes of it."""
    for each in args:
        if type(each) not in _OWN and hasattr(each, "__array_wrap__"):
            return each.__array_wrap__(made)
    return result(made)


_OWN = (ndarray, int, float, bool, complex, list, tuple, str)
_WATCHED = ("divide", "add", "subtract", "log", "log2", "log10", "log1p", "sqrt", "exp", "exp2", "expm1", "power", "arcsin", "arccos", "reciprocal", "remainder", "floor_divide", "arctanh", "arccosh", "sinh", "cosh", "multiply")  # fmt: skip


# For these the sign of an element matters, and a uint64 from 2**63 on is carried by a negative number.
_ORDERED = ("floor_divide", "remainder", "divide", "maximum", "minimum", "less", "less_equal", "greater", "greater_equal", "right_shift")


def _beyond_int64(a):
    if a._dtype.name != "uint64" or a.size == 0:
        return False
    least = bridge.amin(a._array_handle, 0)
    try:
        return bridge.item(least) < 0
    finally:
        bridge.free(least)
