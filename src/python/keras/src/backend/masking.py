"""The mask that travels with a tensor from layer to layer: True where a timestep counts."""

# Looked at before every search for a mask: most programs never make one.
in_use = False


def set_keras_mask(x, mask):
    """Attaches a mask to a tensor."""
    global in_use
    in_use = True
    x._keras_mask = mask


def get_keras_mask(x):
    """The mask of a tensor, or None."""
    return getattr(x, "_keras_mask", None) if in_use else None
