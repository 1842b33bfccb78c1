"""keras.regularizers, and regularizers by name."""

from keras.src.regularizers.regularizers import L1, L1L2, L2, OrthogonalRegularizer, Regularizer
from keras.src.utils.identifiers import lookup

ALL_OBJECTS_DICT = {cls.__name__: cls for cls in (Regularizer, L1, L2, L1L2, OrthogonalRegularizer)}
ALL_OBJECTS_DICT.update(l1=L1, l2=L2, l1l2=L1L2, orthogonal_regularizer=OrthogonalRegularizer)
get, serialize, deserialize = lookup("regularizer", ALL_OBJECTS_DICT)
__all__ = ["L1", "L1L2", "L2", "OrthogonalRegularizer", "Regularizer", "get", "serialize", "deserialize"]
