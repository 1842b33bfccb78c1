"""Checks of arguments that are a number for each spatial dimension."""


def standardize_tuple(value, n, name, allow_zero=False):
    """The value as a tuple of n ints; one int stands for all.

    Raises:
        ValueError: for another length, for other types, and for numbers that are too small.
    """
    required = ">= 0" if allow_zero else "> 0"
    message = f"The `{name}` argument must be a tuple of {n} integers. Received {name}={value}"
    if isinstance(value, int):
        numbers = (value,) * n
    else:
        try:
            numbers = tuple(value)
        except TypeError:
            raise ValueError(message) from None
        if len(numbers) != n:
            raise ValueError(message)
        for number in numbers:
            try:
                int(number)
            except (ValueError, TypeError):
                raise ValueError(
                    f"{message}, including element {number} of type {type(number)}"
                ) from None
    unfit = {v for v in numbers if v < 0 or (v == 0 and not allow_zero)}
    if unfit:
        raise ValueError(
            f"{message}, including values {unfit} that do not satisfy `value {required}`"
        )
    return tuple(int(v) for v in numbers)


def standardize_padding(value, allow_causal=False):
    """"valid", "same" or, in one dimension, "causal"."""
    if isinstance(value, (list, tuple)):
        return value
    padding = value.lower()
    # Keras prints a set here, whose order changes from run to run; ours doesn't.
    allowed = ("valid", "same", "causal") if allow_causal else ("valid", "same")
    if padding not in allowed:
        raise ValueError(
            f"The `padding` argument must be a list/tuple or one of {{{str(allowed)[1:-1]}}}. Received: {padding}"
        )
    return padding
