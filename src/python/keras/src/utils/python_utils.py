"""Small helpers on Python values."""


def pythonify_logs(logs):
    """The logs with numbers in place of tensors, sorted by name."""
    result = {}
    for key, value in sorted((logs or {}).items()):
        if isinstance(value, dict):
            result.update(pythonify_logs(value))
            continue
        try:
            value = float(value)
        except Exception:
            # Several numbers, or none: it stays what it is.
            pass
        result[key] = value
    return result


def default(method):
    """Marks a method that subclasses are expected to override."""
    method._is_default = True
    return method


def is_default(method):
    """True for a marked method."""
    return getattr(method, "_is_default", False)
