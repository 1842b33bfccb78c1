"""What all of keras stands on: tensors, variables, gradient tapes, dtypes and settings. Operations are in keras.src.ops."""

# isort: off  (the order matters: naming needs global_state, operators complete Tensor)
from . import global_state  # noqa: F401
from .config import (  # noqa: F401
    backend, epsilon, floatx, image_data_format, set_epsilon, set_floatx, set_image_data_format, standardize_data_format,
)  # fmt: skip
from .dtypes import DType, as_dtype, is_float_dtype, is_int_dtype, result_type, standardize_dtype, torch_dtype  # noqa: F401
from .tensor_shape import TensorShape  # noqa: F401
from .tensor import Tensor, unwrap, wrap  # noqa: F401
from .convert import convert_to_tensor, to_torch  # noqa: F401
from . import errors, operators  # noqa: F401
from .strings import StringTensor, is_text, string_tensor  # noqa: F401
from .ragged import RaggedTensor  # noqa: F401
from .tape import GradientTape  # noqa: F401
from .indexed_slices import IndexedSlices  # noqa: F401
from .masking import get_keras_mask, set_keras_mask  # noqa: F401
from .name_scope import current_path, name_scope  # noqa: F401
from .keras_tensor import KerasTensor, any_symbolic_tensors, is_keras_tensor  # noqa: F401
from .variable import AutocastScope, Variable as _Variable, shape_equal, standardize_shape  # noqa: F401
from .global_state import clear_session  # noqa: F401
from .values import cast, convert_to_numpy, is_tensor, shape  # noqa: F401
from .symbolic_scope import compute_output_spec, in_stateless_scope  # noqa: F401
# isort: on


class Variable(_Variable):
    __doc__ = _Variable.__doc__


def get_autocast_scope():
    """The AutocastScope's torch dtype that applies now, or None."""
    return AutocastScope.current
