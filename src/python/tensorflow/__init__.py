"""tensorflow: tensors, variables, gradient tapes and datasets as TensorFlow 2 has them, on our torch; tf.keras is keras."""

from tensorflow import _keras_alias

_keras_alias.install()

import tensorflow.keras as keras  # noqa: E402
from keras.src.backend.dtypes import BY_NAME as _dtypes  # noqa: E402
from keras.src.backend import DType, GradientTape, Tensor, TensorShape, as_dtype  # noqa: E402, F401
from tensorflow._convert import is_tensor as _is_tensor  # noqa: E402
from tensorflow import (  # noqa: E402, F401
    autograph, bitwise, compat, config, data, debugging, distribute, dtypes, errors, experimental, image, io, linalg, lite, lookup, math, nest, nn, ragged, random, saved_model, sparse, strings,
    summary, sysconfig, test, train, version,
)  # fmt: skip
from tensorflow._api.array import (  # noqa: E402, F401
    argsort, bitcast, cast, constant, ensure_shape, eye, fill, identity, identity_n, linspace, one_hot, ones, ones_like, range, rank, saturate_cast,
    searchsorted, sequence_mask, shape, shape_n, size, sort, stop_gradient, unique, unique_with_counts, zeros, zeros_like,
)  # fmt: skip
from tensorflow._api.array import convert as convert_to_tensor  # noqa: E402, F401
from tensorflow._api.clip import clip_by_global_norm, clip_by_norm, clip_by_value  # noqa: E402, F401
from tensorflow._api.shaping import (  # noqa: E402, F401
    broadcast_dynamic_shape, broadcast_static_shape, broadcast_to, concat, expand_dims, meshgrid, pad, repeat, reshape, reverse, roll, split,
    squeeze, stack, tile, transpose, unstack,
)  # fmt: skip
from tensorflow._api.index import (  # noqa: E402, F401
    boolean_mask, dynamic_partition, dynamic_stitch, gather, gather_nd, scatter_nd, slice, strided_slice, tensor_scatter_nd_add,
    tensor_scatter_nd_max, tensor_scatter_nd_min, tensor_scatter_nd_sub, tensor_scatter_nd_update, where,
)  # fmt: skip
from tensorflow._api.control import (  # noqa: E402, F401
    Module, case, cond, control_dependencies, custom_gradient, device, executing_eagerly, foldl, foldr, get_static_value, grad_pass_through,
    gradients, group, init_scope, is_symbolic_tensor, map_fn, name_scope, no_gradient, no_op, numpy_function, print, py_function, recompute_grad,
    scan, switch_case, timestamp, vectorized_map, while_loop,
)  # fmt: skip
from tensorflow._api.tensor_array import TensorArray  # noqa: E402, F401
from tensorflow._api.linalg import einsum, matmul, norm, tensordot  # noqa: E402, F401
from tensorflow._api.math import histogram_fixed_width  # noqa: E402, F401
from tensorflow._api.math import (  # noqa: E402, F401
    abs, acos, acosh, add, add_n, asin, asinh, atan, atan2, atanh, cos, cosh, divide, equal, exp, floor, greater, greater_equal, less, less_equal,
    logical_and, logical_not, logical_or, maximum, minimum, multiply, negative, not_equal, pow, round, scalar_mul, sigmoid, sign, sin, sinh, sqrt,
    square, subtract, tan, tanh, truediv,
)  # fmt: skip
from tensorflow._api.reduce import (  # noqa: E402, F401
    argmax, argmin, cumsum, reduce_all, reduce_any, reduce_logsumexp, reduce_max, reduce_mean, reduce_min, reduce_prod, reduce_sum,
)  # fmt: skip
from tensorflow.data.structure import TensorSpec  # noqa: E402, F401
from tensorflow.debugging import Assert  # noqa: E402, F401
from tensorflow.function import function  # noqa: E402, F401
from keras.src.backend import IndexedSlices, RaggedTensor  # noqa: E402, F401
from tensorflow.sparse import SparseTensor  # noqa: E402, F401
from tensorflow.variable import Variable  # noqa: E402, F401

is_tensor = _is_tensor
globals().update(_dtypes)
initializers, losses, metrics, optimizers = keras.initializers, keras.losses, keras.metrics, keras.optimizers
__version__ = "2.21.0"
newaxis = None
realdiv = truediv


class UnconnectedGradients:
    """What a tape gives for sources that the target does not depend on."""

    NONE = "none"
    ZERO = "zero"


class VariableAggregation:
    """How replicas' variables are joined: there is one replica."""

    NONE, SUM, MEAN, ONLY_FIRST_REPLICA = 0, 1, 2, 3


# What AttributeErrors and reprs of the modules say (not of packages: imports below them go by the name).
for _each in (autograph, bitwise, config, debugging, distribute, dtypes, errors, experimental, image, io, linalg, lite, lookup, math, nest, nn, ragged, random, sparse, strings, summary):
    _each.__name__ = f"tensorflow._api.v2.{_each.__name__.rpartition('.')[2]}"
