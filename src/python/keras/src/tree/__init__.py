"""Nested structures (lists, tuples, dicts) seen as trees of leaves."""

from keras.src.tree.tree_api import (
    assert_same_paths,
    assert_same_structure,
    flatten,
    flatten_with_path,
    is_nested,
    lists_to_tuples,
    map_shape_structure,
    map_structure,
    map_structure_up_to,
    pack_sequence_as,
    traverse,
)
