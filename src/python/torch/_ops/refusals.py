"""PyTorch's words for a call whose first argument is no tensor; guards the functions that do not ask for themselves."""

import functools
import re
import types

from torch._tensor import Tensor
from torch._type_name import type_name

_DIM = "Tensor input, int dim"
_NAMED = "Tensor input, name dim"
_TYPED = ", *, torch.dtype dtype, Tensor out"
_BOTH = ("Tensor input, Tensor other, *, Tensor out", "Tensor input, Number other, *, Tensor out")
_LIMITS = ("Tensor input, Tensor min, Tensor max, *, Tensor out", "Tensor input, Number min, Number max, *, Tensor out")
_SCAN = (_DIM + _TYPED, _NAMED + _TYPED)
_SOFT = (_DIM + ", torch.dtype dtype, *, Tensor out", _NAMED + ", *, torch.dtype dtype")
_INDEX = (_DIM + ", Tensor index, *, Tensor out", _NAMED + ", Tensor index, *, Tensor out")

# The forms of functions that have several, and from how many arguments on PyTorch cannot tell which was meant.
_FORMS = {
    "clamp": (1, _LIMITS),
    "clip": (1, _LIMITS),
    "cumsum": (1, _SCAN),
    "cumprod": (1, _SCAN),
    "softmax": (1, _SOFT),
    "log_softmax": (1, _SOFT),
    "index_select": (1, _INDEX),
    "gather": (1, tuple(form.replace("*,", "*, bool sparse_grad,") for form in _INDEX)),
    "masked_fill": (1, ("Tensor input, Tensor mask, Tensor value", "Tensor input, Tensor mask, Number value")),
    "squeeze": (2, ("Tensor input", _DIM, _NAMED)),
    "transpose": (1, ("Tensor input, int dim0, int dim1", "Tensor input, name dim0, name dim1")),
    "unbind": (2, (_DIM, _NAMED)),
    "logsumexp": (1, tuple(f"Tensor input, tuple of {kind}s dim, bool keepdim, *, Tensor out" for kind in ("int", "name"))),
    "argsort": (2, ("Tensor input, *, bool stable, int dim, bool descending", _DIM + ", bool descending", _NAMED + ", bool descending")),
    **{name: (1, _BOTH) for name in ("eq", "ne", "lt", "le", "gt", "ge", "fmod")},
}


def received(name, args, kwargs, forms):
    """The TypeError of a call that fits none of the function's forms."""
    named = [f"{key}={type_name(value)}" for key, value in kwargs.items()]
    got = ", ".join([*map(type_name, args), *named]) + (", " if named and not args else "")
    text = f"{name}() received an invalid combination of arguments - got ({got}), but expected one of:\n"
    return TypeError(text + "".join(f" * ({form})\n{_why(form, args, kwargs)}" for form in forms))


_CLASSES = {"int": int, "bool": bool, "name": str, "str": str, "Number": (int, float)}


def _why(form, args, kwargs):
    """The line about a form that has as many parameters as were given."""
    parameters = [each.rpartition(" ")[::2] for each in form.split(", ") if each != "*"]
    if len(parameters) != len(args) + len(kwargs):
        return ""
    kinds = {name: kind for kind, name in parameters}
    wrong = [key for key in kwargs if key not in kinds]
    if wrong:
        return f"      didn't match because some of the keywords were incorrect: {', '.join(wrong)}\n"
    marks = [_marked(type_name(value), value, kind) for value, (kind, _) in zip(args, parameters)]
    marks += [_marked(f"{key}={type_name(value)}", value, kinds[key]) for key, value in kwargs.items()]
    return f"      didn't match because some of the arguments have invalid types: ({', '.join(marks)})\n"


def _marked(text, value, kind):
    if kind.startswith("tuple of "):
        fits = isinstance(value, (tuple, list)) and all(_fits(each, kind[9:-1]) for each in value)
    else:
        fits = _fits(value, kind)
    return text if fits else f"!{text}!"


def _fits(value, kind):
    if kind == "Tensor":
        return isinstance(value, Tensor)
    return isinstance(value, _CLASSES.get(kind, ())) or type_name(value) == kind


def not_a_tensor(name, args, kwargs, value):
    """The TypeError of a call whose first argument is `value`, no tensor."""
    fewest, forms = _FORMS.get(name, (99, ()))
    if len(args) + len(kwargs) >= fewest and forms:
        return received(name, args, kwargs, forms)
    return TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type_name(value)}")


# Functions whose sizes are one sequence, while their methods take them one by one too: the name of that argument.
_SEQUENCES = {"reshape": "shape", "permute": "dims", "flip": "dims", "tile": "dims"}


def _not_a_sequence(name, argument, args):
    if len(args) > 2:
        return TypeError(f"{name}() takes 2 positional arguments but {len(args)} were given")
    return TypeError(f"{name}(): argument '{argument}' (position 2) must be tuple of ints, not int")


def _asks(op):
    # A function that warns counts the frames up to the caller.
    return not {"must_be_tensor", "refuse", "warnings"}.isdisjoint(op.__code__.co_names)


def seal(owner):
    """Gives the properties that cannot be set PyTorch's words for the attempt."""
    for name, each in list(vars(owner).items()):
        if isinstance(each, property) and each.fset is None:
            setattr(owner, name, each.setter(_unwritable(name)))


def _unwritable(name):
    def refuse(self, value):
        raise AttributeError(f"attribute '{name}' of 'torch._C._TensorBase' objects is not writable")

    return refuse


def _refuse_call(name, args, kwargs, message):
    """Raises PyTorch's TypeError if Python refused the call itself."""
    if not message.startswith(f"{name}() ") or " argument" not in message:
        return
    if name in _FORMS:
        raise received(name, args, kwargs, _FORMS[name][1]) from None
    if " missing " in message:
        absent = re.findall("'([^']*)'", message)
        plural = "s" if len(absent) == 1 else ""  # the other way round in PyTorch
        text = ", ".join(f'"{each}"' for each in absent)
        raise TypeError(f"{name}() missing {len(absent)} required positional argument{plural}: {text}") from None


def guarded(op, method=None):
    """The function, its failures for want of a tensor in PyTorch's words.

    method: PyTorch's own first calls this method of the argument, so that what fails is the look for it.
    """
    if not isinstance(op, types.FunctionType) or not op.__code__.co_argcount or op.__code__.co_varnames[0] != "input" or _asks(op):
        return op
    name = op.__name__
    sequence = _SEQUENCES.get(name)

    @functools.wraps(op)
    def call(*args, **kwargs):
        if sequence is not None and len(args) > 1 and (len(args) > 2 or type(args[1]) is int):
            raise _not_a_sequence(name, sequence, args)
        try:
            return op(*args, **kwargs)
        except (AttributeError, TypeError, ValueError) as error:
            value = args[0] if args else kwargs.get("input", call)
            if value is call or isinstance(value, Tensor):
                _refuse_call(name, args, kwargs, str(error))
                raise
        if method is not None:
            raise AttributeError(f"'{type_name(value)}' object has no attribute '{method}'")
        raise not_a_tensor(name, args, kwargs, value)

    return call
