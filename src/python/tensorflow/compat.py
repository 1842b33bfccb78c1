"""tf.compat: strings between Python 2 and 3; the version 1 interface is not here."""


def as_bytes(value, encoding="utf-8"):
    """The text as bytes."""
    return value.encode(encoding) if isinstance(value, str) else bytes(value)


def as_str(value, encoding="utf-8"):
    """The bytes as text."""
    return value.decode(encoding) if isinstance(value, bytes) else value


as_text = as_str
