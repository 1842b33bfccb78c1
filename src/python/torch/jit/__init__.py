"""torch.jit: the decorators are accepted where they change nothing; compiled and saved scripts are not here."""


def _refuse(name):
    raise NotImplementedError(f"torch.jit.{name} is not here; call the function or module itself, and torch.save its state_dict")


def script(obj, *args, **options):
    """Not here: TorchScript compiles a subset of Python, which needs PyTorch's own interpreter."""
    _refuse("script")


def trace(func, example_inputs=None, *args, **options):
    """Not here."""
    _refuse("trace")


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
