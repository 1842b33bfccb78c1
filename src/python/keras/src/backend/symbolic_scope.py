"""Working out the shapes of a function's outputs without its numbers; the following itself is keras.src.ops.tracing."""

# How many functions are being followed: meanwhile inner calls leave no trace in the layers' graphs, variables keep their values.
following = 0


def compute_output_spec(fn, *args, **kwargs):
    """KerasTensors with the shapes and dtypes of what fn returns for these KerasTensors."""
    from keras.src.ops import tracing

    return tracing.compute_output_spec(fn, *args, **kwargs)


def in_stateless_scope():
    """Keras' stateless scopes belong to JAX; here state is always real."""
    return False
