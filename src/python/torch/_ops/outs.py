"""`out=` for operations that are written without it: results are computed first and then copied into the given tensors."""

import functools
import inspect

from .register import given


def accept_out(table, names):
    """Wraps functions of a module's table so that they take `out`, a tensor or a tuple of tensors."""
    for name in names:
        table[name] = _with_out(table[name])


def _with_out(op):
    @functools.wraps(op)
    def with_out(*args, out=None, **options):
        result = op(*args, **options)
        if out is None:
            return result
        if isinstance(out, tuple | list):
            for value, target in zip(result, out):
                given(value, target)
            return tuple(out)
        return given(result, out)

    signature = inspect.signature(op)
    if "out" not in signature.parameters:
        parameters = list(signature.parameters.values())
        gathers = bool(parameters) and parameters[-1].kind is inspect.Parameter.VAR_KEYWORD
        place = len(parameters) - gathers
        parameters.insert(place, inspect.Parameter("out", inspect.Parameter.KEYWORD_ONLY, default=None))
        with_out.__signature__ = signature.replace(parameters=parameters)
    return with_out


FUNCTION_NAMES = (
    "aminmax angle bucketize chain_matmul cholesky cholesky_inverse cholesky_solve column_stack conj_physical cummax cummin "
    "deg2rad dstack frexp gcd heaviside histogram hstack i0 inner isneginf isposinf kron kthvalue lcm ldexp logaddexp logaddexp2 "
    "logspace matrix_power median mode msort nanmean nanmedian nanquantile qr quantile rad2deg renorm row_stack searchsorted sinc "
    "std_mean svd take_along_dim triangular_solve mvlgamma var_mean vdot vstack xlogy"
).split()
LINALG_NAMES = (
    "cond cross det eigvals eigvalsh lu matmul matrix_norm matrix_power matrix_rank pinv slogdet solve_triangular svdvals vecdot "
    "vector_norm"
).split()
SPECIAL_NAMES = "entr ndtr ndtri xlog1py".split()
