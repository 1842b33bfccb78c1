"""Walks over nested lists, tuples and dicts; what the leaves are is left to the callers.

A dict's children come in the order of its sorted keys (an OrderedDict keeps its own order), as in Keras. None is a leaf.
"""

from collections import OrderedDict


def is_nested(structure):
    """True for a list, tuple or dict (also an empty one)."""
    return isinstance(structure, (list, tuple, dict))


def _keys(mapping):
    if isinstance(mapping, OrderedDict):
        return list(mapping)
    try:
        return sorted(mapping)
    except TypeError:
        return list(mapping)


def _children(structure):
    """Pairs (key, child) of a nested structure."""
    if isinstance(structure, dict):
        return [(key, structure[key]) for key in _keys(structure)]
    if hasattr(structure, "_fields"):
        return list(zip(structure._fields, structure))
    return list(enumerate(structure))


def _rebuild(like, keys, children):
    """A structure of the type of `like` with these children."""
    if isinstance(like, dict):
        made = dict(zip(keys, children))
        if isinstance(like, OrderedDict):
            return OrderedDict(made)
        return {key: made[key] for key in like}
    if isinstance(like, tuple):
        return type(like)(*children) if hasattr(like, "_fields") else tuple(children)
    return list(children)


def _collect(structure, leaves):
    if isinstance(structure, dict):
        for key in _keys(structure):
            _collect(structure[key], leaves)
    elif isinstance(structure, (list, tuple)):
        for child in structure:
            _collect(child, leaves)
    else:
        leaves.append(structure)


def flatten(structure):
    """The leaves from left to right; a leaf alone gives a list of one."""
    if not isinstance(structure, (list, tuple, dict)):
        return [structure]
    if not isinstance(structure, dict) and not any([isinstance(child, (list, tuple, dict)) for child in structure]):
        return list(structure)
    leaves = []
    _collect(structure, leaves)
    return leaves


def flatten_with_path(structure):
    """Pairs (path, leaf); a path is the tuple of keys that leads to the leaf."""
    if not is_nested(structure):
        return [((), structure)]
    pairs = []
    for key, child in _children(structure):
        pairs.extend(((key, *path), leaf) for path, leaf in flatten_with_path(child))
    return pairs


def map_structure(func, *structures, none_is_leaf=True):
    """A structure like the first one, with `func` of the corresponding leaves at each place."""
    if not structures:
        raise ValueError("Must provide at least one structure")
    if not callable(func):
        raise TypeError(f"`func` must be callable. Received: {func}")
    first = structures[0]
    if not isinstance(first, (list, tuple, dict)):
        if first is None and not none_is_leaf:
            return None
        return func(*structures)
    if len(structures) == 1:
        if type(first) is list:
            return [map_structure(func, child, none_is_leaf=none_is_leaf) for child in first]
        if type(first) is tuple:
            return tuple([map_structure(func, child, none_is_leaf=none_is_leaf) for child in first])
    else:
        for other in structures[1:]:
            _assert_same_level(first, other)
    columns = [_children(structure) for structure in structures]
    keys = [key for key, _ in columns[0]]
    made = [
        map_structure(func, *(child for _, child in row), none_is_leaf=none_is_leaf) for row in zip(*columns)
    ]
    return _rebuild(first, keys, made)


def map_structure_up_to(shallow_structure, func, *structures):
    """Like map_structure over the shape of `shallow_structure`; what lies below its leaves goes to `func` whole."""
    if not is_nested(shallow_structure):
        return func(*structures)
    for other in structures:
        _assert_same_level(shallow_structure, other)
    keys = [key for key, _ in _children(shallow_structure)]
    columns = [_children(structure) for structure in structures]
    made = [
        map_structure_up_to(child, func, *(column[place][1] for column in columns))
        for place, (_, child) in enumerate(_children(shallow_structure))
    ]
    return _rebuild(shallow_structure, keys, made)


def _assert_same_level(a, b):
    if isinstance(a, dict):
        if not isinstance(b, dict):
            raise ValueError(f"The two structures don't have the same nested structure: {a} and {b}")
        if set(a) != set(b):
            raise ValueError(f"The two dictionaries don't have the same keys: {list(a)} and {list(b)}")
        return
    both_tuples = isinstance(a, tuple) and isinstance(b, tuple)
    both_lists = isinstance(a, list) and isinstance(b, list)
    if not (both_tuples or both_lists) or len(a) != len(b):
        raise ValueError(f"The two structures don't have the same nested structure: {a} and {b}")


def assert_same_structure(a, b, check_types=None):
    """Raises ValueError unless both nest in the same way."""
    if not is_nested(a):
        if is_nested(b):
            raise ValueError(f"The two structures don't have the same nested structure: {a} and {b}")
        return
    _assert_same_level(a, b)
    for (_, left), (_, right) in zip(_children(a), _children(b)):
        assert_same_structure(left, right)


def assert_same_paths(a, b):
    """Raises ValueError unless the same keys lead to leaves in both."""
    if {path for path, _ in flatten_with_path(a)} != {path for path, _ in flatten_with_path(b)}:
        raise ValueError(f"`a` and `b` don't have the same paths: {a} and {b}")


def pack_sequence_as(structure, flat_sequence):
    """The inverse of flatten: the leaves put into a structure like the given one."""
    flat_sequence = list(flat_sequence)
    expected = len(flatten(structure))
    if expected != len(flat_sequence):
        raise ValueError(
            "Could not pack sequence. "
            f"Structure had {expected} atoms, but flat_sequence had {len(flat_sequence)} items. "
            f"Structure: {structure}, flat_sequence: {flat_sequence}."
        )
    leaves = iter(flat_sequence)
    return map_structure(lambda _: next(leaves), structure)


def lists_to_tuples(structure):
    """The same structure with each list made a tuple."""
    if isinstance(structure, dict):
        return _rebuild(structure, _keys(structure), [lists_to_tuples(child) for _, child in _children(structure)])
    if isinstance(structure, tuple) and hasattr(structure, "_fields"):
        return type(structure)(*map(lists_to_tuples, structure))
    if isinstance(structure, (list, tuple)):
        return tuple(lists_to_tuples(child) for child in structure)
    return structure


def map_shape_structure(func, structure):
    """Like map_structure where a tuple or list of dimensions is a leaf."""
    if isinstance(structure, (list, tuple)) and all(isinstance(d, (int, type(None))) for d in structure):
        return func(tuple(structure))
    if isinstance(structure, (list, tuple)):
        return type(structure)(map_shape_structure(func, child) for child in structure)
    if isinstance(structure, dict):
        return {key: map_shape_structure(func, child) for key, child in structure.items()}
    raise ValueError(f"Cannot map function to unknown objects {structure}")


def traverse(func, structure, top_down=True):
    """Replaces each node for which `func` gives something other than None."""

    def below(node):
        if not is_nested(node):
            return node
        return _rebuild(node, [key for key, _ in _children(node)], [walk(child) for _, child in _children(node)])

    def walk(node):
        if top_down:
            replaced = func(node)
            return below(node) if replaced is None else replaced
        node = below(node)
        replaced = func(node)
        return node if replaced is None else replaced

    return walk(structure)
