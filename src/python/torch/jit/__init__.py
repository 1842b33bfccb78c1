"""torch.jit: functions and modules stay Python, so that programs with script() and trace() run; files hold what torch.save writes."""


class _Saver:
    """The method save() of a module that was scripted or traced."""

    def __init__(self, module):
        self._module = module

    def __call__(self, f, **options):
        save(self._module, f)


def _savable(made):
    import torch

    if isinstance(made, torch.nn.Module) and not hasattr(type(made), "save"):
        made.__dict__["save"] = _Saver(made)
    return made


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    """The function or module itself.

    Partly: nothing is compiled, so there is no .code and no .graph
    """
    return _savable(obj)


def trace(func, example_inputs=None, optimize=None, check_trace=True, check_inputs=None, check_tolerance=1e-5, strict=True, **options):
    """The function or module itself, run once with the example.

    Partly: nothing is compiled, so there is no .code and no .graph
    """
    import torch

    if example_inputs is not None:
        with torch.no_grad():
            func(*example_inputs) if isinstance(example_inputs, (tuple, list)) else func(example_inputs)
    return _savable(func)


def save(m, f, _extra_files=None):
    """Writes the module.

    Partly: the file is torch.save's and needs the module's class again, which TorchScript's does not
    """
    import torch

    torch.save(m, f)


def load(f, map_location=None, _extra_files=None):
    """Reads what save() wrote.

    Partly: the file is torch.save's and needs the module's class again, which TorchScript's does not
    """
    import torch

    return torch.load(f, map_location=map_location, weights_only=False)


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
