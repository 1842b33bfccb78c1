"""keras.mixed_precision: short float types for computing, float32 for weights."""

from keras.src.dtype_policies import DTypePolicy, dtype_policy, set_dtype_policy  # noqa: F401
from keras.src.optimizers import LossScaleOptimizer  # noqa: F401

Policy = DTypePolicy
global_policy, set_global_policy = dtype_policy, set_dtype_policy
