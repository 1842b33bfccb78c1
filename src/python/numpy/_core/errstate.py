"""Floating-point warnings: np.seterr, np.errstate, and the look at a result that finds division by zero and the like."""

import os
import warnings

import bridge

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
_state = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_call = None


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Chooses what happens at floating-point errors ('ignore', 'warn', 'raise', 'call', 'print', 'log'); returns the choices before."""
    before = dict(_state)
    for value in (all, divide, over, under, invalid):
        if value is not None and value not in ("ignore", "warn", "raise", "call", "print", "log"):
            raise KeyError(value)
    for name, value in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
        _state[name] = value or all or _state[name]
    return before


def geterr():
    """What happens at floating-point errors."""
    return dict(_state)


def seterrcall(func):
    """The function that 'call' calls."""
    global _call
    before, _call = _call, func
    return before


def geterrcall():
    """The function that 'call' calls."""
    return _call


class errstate:
    """A context (or decorator) with other choices than np.seterr's: with np.errstate(divide='ignore'): …"""

    __module__ = "numpy"

    def __init__(self, *, call=None, **choices):
        self._choices, self._call = choices, call

    def __enter__(self):
        self._before, self._before_call = seterr(**self._choices), _call
        if self._call is not None:
            seterrcall(self._call)
        return self

    def __exit__(self, *exc):
        seterr(**self._before)
        seterrcall(self._before_call)

    def __call__(self, function):
        def wrapped(*args, **options):
            with errstate(call=self._call, **self._choices):
                return function(*args, **options)

        return wrapped


_FLAGS = {"divide": 1, "over": 2, "under": 4, "invalid": 8}
_TEXT = {"divide": "divide by zero", "over": "overflow", "invalid": "invalid value", "under": "underflow"}


def warn(message, category=RuntimeWarning):
    """A warning that points at the line which called numpy."""
    warnings.warn(message, category, skip_file_prefixes=(_PACKAGE,))


def warn_of_bounds(value, name):
    """A Python integer that an integer type has no room for was wrapped."""
    warn(
        "NumPy will stop allowing conversion of out-of-bound Python integers to integer arrays.  "
        f"The conversion of {value} to {name} will fail in the future.\nFor the old behavior, usually:\n"
        "    np.array(value).astype(dtype)`\nwill give the desired result (the cast overflows).",
        DeprecationWarning,
    )


def report(kind, name):
    """What the state wants for one kind of error."""
    choice = _state[kind]
    if choice == "ignore":
        return
    message = f"{_TEXT[kind]} encountered in {name}"
    if choice == "raise":
        raise FloatingPointError(message)
    if choice == "call" and _call is not None:
        _call(_TEXT[kind], _FLAGS[kind])
    elif choice == "print":
        print(f"Warning: {message}")
    else:
        warn(message)


_POLES = ("divide", "log", "log2", "log10", "log1p", "reciprocal", "arctanh", "floor_divide", "remainder")


def watch(name, made, operands):
    """Looks for infinities and NaN in a result where its operands had none."""
    found = bridge.nonfinite(made._array_handle)
    if found == 0 or (_state["divide"] == _state["over"] == _state["invalid"] == "ignore"):
        return
    before = 0
    for each in operands:
        handle = getattr(each, "_array_handle", None)
        if handle is not None:
            before |= bridge.nonfinite(handle)
        elif isinstance(each, float) and each - each != 0:
            before |= 1 if each != each else 2
    if found & 2 and (not before or _fresh("isinf", "isfinite", made, operands)):
        negative_power = name == "power" and any(_has_zero(each) for each in operands[:1])
        report("divide" if name in _POLES or negative_power else "over", name)
    if found & 1 and (not before & 1 or _fresh("isnan", "isnan", made, operands)):
        report("invalid", name)


def _fresh(sought, test, made, operands):
    """Whether an element is infinite (NaN) where all operands are finite (no NaN)."""
    from numpy._core import umath

    fresh = getattr(umath, sought)(made)
    for each in operands:
        ordinary = getattr(umath, test)(each)
        fresh = fresh & (ordinary if test == "isfinite" else ~ordinary)
    return bool(fresh.any())


def _has_zero(each):
    if not hasattr(each, "_array_handle"):
        return each == 0
    return bool((each == 0).any())
