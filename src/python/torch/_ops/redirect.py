"""Gives functions other forms after the fact, for kinds of tensors that few programs have: those that never have one pay nothing."""

import types

# The shell's code must close over as many variables as the code that it replaces.
_SHELL = """
def outer({free}):
    def call(*args, **options):
        {uses}
        return __import__("sys").modules["torch._ops.redirect"].run({key}, args, options)
    return call
"""
_plain = []
_others = []


def run(key, args, options):
    """What a redirected function does."""
    for wanted, other in _others[key]:
        if wanted(args, options):
            return other(*args, **options)
    return _plain[key](*args, **options)


def redirect(op, other, wanted):
    """From now on op(…) is other(…) where wanted(args, options).

    The function itself changes, not the name: in torch.exp(1j * x) the call holds exp before anything complex exists.
    """
    if not isinstance(op, types.FunctionType):
        return
    key = getattr(op, "_redirected", None)
    if key is not None:
        if all(known is not wanted for known, _ in _others[key]):  # a function may have two names
            _others[key].append((wanted, other))
        return
    plain = types.FunctionType(op.__code__, op.__globals__, op.__name__, op.__defaults__, op.__closure__)
    plain.__kwdefaults__, plain.__doc__, plain.__module__ = op.__kwdefaults__, op.__doc__, op.__module__
    plain.__dict__.update(op.__dict__)
    free = [f"free{i}" for i in range(len(op.__code__.co_freevars))]
    space = {}
    exec(_SHELL.format(free=", ".join(free), uses=f"({', '.join(free)})" if free else "pass", key=len(_plain)), space)
    op.__code__ = space["outer"](*free).__code__.replace(co_name=op.__name__)
    op.__defaults__ = op.__kwdefaults__ = None
    op.__wrapped__ = plain
    op._redirected = len(_plain)
    _plain.append(plain)
    _others.append([(wanted, other)])
