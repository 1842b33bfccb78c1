"""tf.nest: walks over nested lists, tuples and dicts."""

from keras.src.tree import flatten, is_nested, map_structure, pack_sequence_as  # noqa: F401
from keras.src.tree.tree_api import assert_same_structure  # noqa: F401
