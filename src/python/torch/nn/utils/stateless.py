"""Calling a module with other tensors in the place of its own."""



def functional_call(module, parameters_and_buffers, args, kwargs=None, *, tie_weights=True, strict=False):
    """Runs the module with the given tensors (by dotted name) and puts its own back afterwards."""
    replaced = []
    try:
        for name, tensor in parameters_and_buffers.items():
            path, _, leaf = name.rpartition('.')
            owner = module.get_submodule(path)
            registry = owner._parameters if leaf in owner._parameters else owner._buffers
            if leaf not in registry:
                raise KeyError(f'{name} is not a parameter or a buffer of the module')
            replaced.append((registry, leaf, registry[leaf]))
            registry[leaf] = tensor
        return module(*(args if isinstance(args, tuple) else (args,)), **(kwargs or {}))
    finally:
        for registry, leaf, tensor in reversed(replaced):
            registry[leaf] = tensor
