"""torch.jit: functions and modules stay Python, so that programs with script() and trace() run; saved scripts are not here."""


def _refuse(name):
    raise NotImplementedError(f"torch.jit.{name} is not here; torch.save the module's state_dict")


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    """The function or module itself.

    Partly: nothing is compiled, so there is no .code and no .graph
    """
    return obj


def trace(func, example_inputs=None, optimize=None, check_trace=True, check_inputs=None, check_tolerance=1e-5, strict=True, **options):
    """The function or module itself, run once with the example.

    Partly: nothing is compiled, so there is no .code and no .graph
    """
    import torch

    if example_inputs is not None:
        with torch.no_grad():
            func(*example_inputs) if isinstance(example_inputs, (tuple, list)) else func(example_inputs)
    return func


def save(*args, **options):
    """Not here."""
    _refuse("save")


def load(*args, **options):
    """Not here."""
    _refuse("load")


def ignore(function):
    """Accepted: there is nothing to be left out of."""
    return function


unused = export = ignore


def is_scripting():
    """False."""
    return False


def is_tracing():
    """False."""
    return False


ScriptModule = type("ScriptModule", (), {"__doc__": "Named so that isinstance() checks work; nothing is one."})
