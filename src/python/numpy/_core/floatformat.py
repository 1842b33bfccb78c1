"""Decimal texts of floating-point numbers: the shortest that identifies a value of 16, 32 or 64 bits, as NumPy prints it.

Python's own repr is the shortest text of a float64; narrower values are tried with more and more digits.
"""

import struct

_FORMAT = {4: "f", 2: "e"}
# A value of so many bytes is always identified by so many significant digits, and any such value may need the second number.
_DIGITS = {4: (6, 9), 2: (3, 5)}
_NORMAL = {4: 2.0**-126, 2: 2.0**-14}


def digits_of(value, itemsize):
    """(digits, exponent): value = 0.d1d2d3… · 10**exponent, shortest digits; value is positive and finite."""
    if itemsize == 8:
        text = repr(value)
    else:
        text = _shortest_narrow(value, itemsize)
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent or 0)
    digits = whole + fraction
    stripped = digits.lstrip("0")
    point = len(whole) + shift - (len(digits) - len(stripped))
    stripped = stripped.rstrip("0")
    return (stripped, point) if stripped else ("0", 1)


def _shortest_narrow(value, itemsize):
    code = _FORMAT[itemsize]
    least, most = _DIGITS[itemsize]
    if value < _NORMAL[itemsize]:
        least = 1  # fewer digits tell subnormal numbers apart
    for digits in range(least, most + 1):
        text = f"{value:.{digits - 1}e}"
        try:
            if struct.unpack(code, struct.pack(code, float(text)))[0] == value:
                return text
        except OverflowError:
            continue
    return repr(value)


def positional(value, itemsize, precision=None, unique=True, min_digits=None, keep_zeros=False):
    """A finite number without exponent: at most `precision` digits after the point, at least `min_digits`.

    Shortest digits where `unique` (with `min_digits`, those of the exact value down to the last that it asks for);
    trailing zeros are dropped unless `keep_zeros`, the point is kept.
    """
    sign = "-" if value < 0 or (value == 0 and str(value)[0] == "-") else ""
    size = abs(value)
    if unique or precision is None:
        digits, point = digits_of(size, itemsize) if size else ("0", 1)
        whole, fraction = _place(digits, point)
        if size and min_digits is not None and len(digits) < point + min_digits:
            whole, _, fraction = f"{size:.{min_digits}f}".partition(".")
            fraction = fraction.rstrip("0")
        if precision is not None and len(fraction) > precision:
            whole, _, fraction = f"{size:.{precision}f}".partition(".")
            if not keep_zeros:
                fraction = fraction.rstrip("0")
    else:
        whole, _, fraction = f"{size:.{precision}f}".partition(".")
        if not keep_zeros:
            fraction = fraction.rstrip("0")
    if keep_zeros and precision is not None:
        fraction = fraction.ljust(precision, "0")
    return f"{sign}{whole}.{fraction.ljust(min_digits or 0, '0')}"


def _place(digits, point):
    if point <= 0:
        return "0", "0" * -point + digits
    if point >= len(digits):
        return digits + "0" * (point - len(digits)), ""
    return digits[:point], digits[point:]


def scientific(value, itemsize, precision=None, unique=True, min_digits=0, exp_digits=2):
    """A finite number as d.ddde+xx."""
    sign = "-" if value < 0 or (value == 0 and str(value)[0] == "-") else ""
    size = abs(value)
    if size == 0:
        digits, power = "0", 0
    else:
        digits, point = digits_of(size, itemsize)
        power = point - 1
        if (precision is not None and len(digits) - 1 > precision) or not unique:
            text = f"{size:.{precision}e}"
            mantissa, _, exponent = text.partition("e")
            digits, power = mantissa.replace(".", ""), int(exponent)
            if unique:
                digits = digits[0] + digits[1:].rstrip("0")
    fraction = digits[1:]
    if unique and size and len(fraction) < min_digits:
        # Beyond the shortest digits NumPy goes on with those of the exact value.
        mantissa, _, exponent = f"{size:.{min_digits}e}".partition("e")
        digits, power = mantissa.replace(".", ""), int(exponent)
        fraction = digits[1:]
    fraction = fraction.ljust(min_digits, "0")
    return f"{sign}{digits[0]}.{fraction}e{'-' if power < 0 else '+'}{abs(power):0{exp_digits}d}"


def scalar_text(value, itemsize):
    """How a NumPy scalar prints: positional between 1e-4 and 1e16, else scientific."""
    if value != value:
        return "nan"
    if value in (float("inf"), float("-inf")):
        return "inf" if value > 0 else "-inf"
    if itemsize == 8:
        return repr(value)
    if value == 0 or 1e-4 <= abs(value) < 1e16:
        text = positional(value, itemsize)
        return text + "0" if text.endswith(".") else text
    text = scientific(value, itemsize)
    return text.replace(".e", "e")
