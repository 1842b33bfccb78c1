"""keras.constraints, and constraints by name."""

from keras.src.constraints.constraints import Constraint, MaxNorm, MinMaxNorm, NonNeg, UnitNorm
from keras.src.utils.identifiers import lookup
from keras.src.utils.naming import to_snake_case

_CLASSES = (Constraint, MaxNorm, MinMaxNorm, NonNeg, UnitNorm)
ALL_OBJECTS_DICT = {cls.__name__: cls for cls in _CLASSES}
ALL_OBJECTS_DICT.update({to_snake_case(cls.__name__): cls for cls in _CLASSES})
get, serialize, deserialize = lookup("constraint", ALL_OBJECTS_DICT)
__all__ = ["Constraint", "MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm", "get", "serialize", "deserialize"]
