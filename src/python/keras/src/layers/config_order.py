"""The order of the entries of a layer's config; what the entries are is left to the layers."""


def in_order(base, own, names):
    """`base` with the entries of `own` behind it, those of `names` (one string) first and as listed there.

    An entry that base has keeps its place there. Printed configs thus read as in Keras.
    """
    config = {**base, **{name: own[name] for name in names.split() if name in own}}
    return {**config, **own}
