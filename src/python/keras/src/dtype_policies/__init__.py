"""Which dtype a layer computes in, and which it keeps its variables in."""

from keras.src.backend import global_state
from keras.src.dtype_policies.dtype_policy import DTypePolicy, FloatDTypePolicy


def dtype_policy():
    """The policy of layers that ask for none."""
    policy = global_state.get_global_attribute("dtype_policy")
    if policy is None:
        from keras.src import backend

        policy = DTypePolicy(backend.floatx())
        global_state.set_global_attribute("dtype_policy", policy)
    return policy


def set_dtype_policy(policy):
    """Sets the policy of layers that ask for none, e.g. "mixed_float16"."""
    if not isinstance(policy, DTypePolicy):
        if not isinstance(policy, str):
            raise ValueError(
                "Invalid `policy` argument. Expected the string name of a policy (such as 'mixed_float16') or a "
                f"`DTypePolicy` instance. Received: policy={policy} (of type {type(policy)})"
            )
        policy = DTypePolicy(policy)
    global_state.set_global_attribute("dtype_policy", policy)


def get(identifier):
    """A policy from a policy, a dtype, a policy's name, a config or None."""
    if identifier is None:
        return dtype_policy()
    if isinstance(identifier, DTypePolicy):
        return identifier
    if isinstance(identifier, dict):
        return deserialize(identifier)
    if isinstance(identifier, str):
        return DTypePolicy(identifier)
    from keras.src import backend

    try:
        return DTypePolicy(backend.standardize_dtype(identifier))
    except Exception:
        raise ValueError(
            f"Cannot interpret `dtype` argument. Expected a string or an instance of DTypePolicy. Received: dtype={identifier}"
        ) from None


def serialize(policy):
    """The policy as a config."""
    from keras.src.saving import serialization_lib

    return serialization_lib.serialize_keras_object(policy)


def deserialize(config, custom_objects=None):
    """A policy from a config."""
    return DTypePolicy(config["config"]["name"])
