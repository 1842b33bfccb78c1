"""functional_call for the parameters and the buffers in one dictionary or in several."""

from torch.nn.utils import stateless


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """Runs the module with the given tensors (by dotted name), of a dictionary or of several, and leaves its own as they are."""
    given = parameter_and_buffer_dicts
    if isinstance(given, dict):
        return stateless.functional_call(module, given, args, kwargs, tie_weights=tie_weights, strict=strict)
    if not isinstance(given, tuple | list):
        raise ValueError(f"Expected parameter_and_buffer_dicts to be a dict, or a list/tuple of dicts, but got {type(given)}")
    if not all(isinstance(each, dict) for each in given):
        raise ValueError("Expected all elements of parameter_and_buffer_dicts to be dictionaries")
    names = [name for each in given for name in each]
    repeated = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if repeated:
        raise ValueError(f"{repeated} appeared in multiple dictionaries; behavior of functional call is ambiguous")
    merged = {name: tensor for each in given for name, tensor in each.items()}
    return stateless.functional_call(module, merged, args, kwargs, tie_weights=tie_weights, strict=strict)
