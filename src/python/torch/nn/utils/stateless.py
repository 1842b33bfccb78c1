"""Calling a module with other tensors in the place of its own."""

_NONE = object()


def functional_call(module, parameters_and_buffers, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """Runs the module with the given tensors (by dotted name) and puts its own back afterwards.

    A tensor that the module has under several names is replaced under all of them (tie_weights). What the module itself
    puts in the place of a given tensor stands in the dictionary afterwards.
    """
    if strict:
        _refuse_other_names(module, parameters_and_buffers)
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    places = {name: _place(module, name) for name in parameters_and_buffers}
    given = dict(parameters_and_buffers)
    if tie_weights:
        for name, same in list(_tied(module, given)):
            places[name], given[name] = _place(module, name), given[same]
    own = {name: registry.get(leaf, _NONE) for name, (registry, leaf) in places.items()}
    try:
        for name, (registry, leaf) in places.items():
            registry[leaf] = given[name]
        return module(*args, **(kwargs or {}))
    finally:
        for name, (registry, leaf) in places.items():
            if name in parameters_and_buffers:
                parameters_and_buffers[name] = registry[leaf]
            if own[name] is _NONE:
                del registry[leaf]
            else:
                registry[leaf] = own[name]


def _place(module, name):
    """The dictionary and the key under which a module keeps a tensor; another name becomes an attribute for the call."""
    path, _, leaf = name.rpartition(".")
    owner = module.get_submodule(path)
    for registry in (owner._parameters, owner._buffers):
        if leaf in registry:
            return registry, leaf
    return owner.__dict__, leaf


def _named(module):
    yield from module.named_parameters(remove_duplicate=False)
    yield from module.named_buffers(remove_duplicate=False)


def _tied(module, given):
    """(another name, given name) of the tensors that a module has several times."""
    tensors = dict(_named(module))
    names = {}
    for name in given:
        if name in tensors:
            names.setdefault(id(tensors[name]), []).append(name)
    for same in names.values():
        if any(given[name] is not given[same[0]] for name in same):
            raise ValueError(
                f"functional_call got multiple values for keys {sorted(same)}, which are tied. Consider using tie_weights=False"
            )
    for name, tensor in tensors.items():
        if name not in given and id(tensor) in names:
            yield name, names[id(tensor)][0]


def _refuse_other_names(module, given):
    names = [name for name, _tensor in _named(module)]
    unexpected = [name for name in given if name not in names]
    missing = [name for name in names if name not in given]
    said = [("Unexpected", unexpected), ("Missing", missing)]
    texts = [f"{kind} key(s): {', '.join(sorted(each))}." for kind, each in said if each]
    if texts:
        raise RuntimeError(f"Error(s) in reparametrizing for {module._get_name()}:\n\t" + "\n\t".join(texts))
