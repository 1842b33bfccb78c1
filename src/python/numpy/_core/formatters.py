"""How floating-point and complex elements are laid out in one width when arrays print; the rest of printing is in arrayprint.py."""

import math

from numpy._core.floatformat import positional, scientific


class Floats:
    """Lays out floating-point numbers in one width: positional or scientific, aligned at the point."""

    def __init__(self, numbers, itemsize, options, sign=None):
        self.itemsize = itemsize
        self.options = options
        self.sign = options["sign"] if sign is None else sign
        self.precision = options["precision"] if options["floatmode"] != "unique" else None
        self.fixed = options["floatmode"] == "fixed"
        finite = [x for x in numbers if x - x == 0]
        sizes = [abs(x) for x in finite if x != 0]
        self.exponent = bool(sizes) and (
            max(sizes) >= 1e8
            or (not options["suppress"] and (min(sizes) < 0.0001 or self._rounded(max(sizes) / min(sizes)) > 1000.0))
        )
        self.pad_left = self.pad_right = 0
        self.min_digits = 0
        self.keep = False
        self.unique = True
        if finite and self.exponent:
            self._fit_scientific(finite)
        elif finite:
            self._fit_positional(finite)
        if self.sign == " " and not any(math.copysign(1, x) < 0 for x in finite):
            self.pad_left += 1
        if len(finite) < len(numbers):
            negative = self.sign != "-" or any(x == -math.inf for x in numbers)
            beyond = self.pad_right + 1
            self.pad_left = max(
                self.pad_left, len(options["nanstr"]) - beyond, len(options["infstr"]) + negative - beyond
            )

    def _rounded(self, ratio):
        if self.itemsize == 8:
            return ratio
        from numpy._core.abstract import round_float16, round_float32

        return round_float32(ratio) if self.itemsize == 4 else round_float16(ratio)

    def _fit_scientific(self, finite):
        texts = [self._scientific(x, self.precision, not self.fixed, 0) for x in finite]
        parts = [text.partition("e") for text in texts]
        self.exp_digits = max(len(each[2]) for each in parts) - 1
        self.unique = not self.fixed
        if not self.fixed or self.precision is None:
            self.precision = max(len(each[0].partition(".")[2]) for each in parts)
        self.min_digits = self.precision
        self.pad_left = max(len(each[0].partition(".")[0]) for each in parts)
        self.pad_right = self.exp_digits + 2 + self.precision

    def _fit_positional(self, finite):
        self.unique = not self.fixed
        texts = [self._positional(x, self.precision, 0, self.fixed) for x in finite]
        self.pad_left = max(len(text.partition(".")[0]) for text in texts)
        self.pad_right = max(len(text.partition(".")[2]) for text in texts)
        if self.options["floatmode"] in ("fixed", "maxprec_equal"):
            self.precision = self.min_digits = self.pad_right
            self.keep = True

    def _scientific(self, x, precision, unique, min_digits, exp_digits=2):
        text = scientific(x, self.itemsize, precision, unique, min_digits, exp_digits)
        return "+" + text if self.sign == "+" and text[0] != "-" else text

    def _positional(self, x, precision, min_digits, keep):
        text = positional(x, self.itemsize, precision, self.unique, min_digits, keep)
        return "+" + text if self.sign == "+" and text[0] != "-" else text

    def __call__(self, x):
        if x - x != 0:
            sign = "+" if self.sign == "+" else ""
            text = sign + self.options["nanstr"] if x != x else ("-" if x < 0 else sign) + self.options["infstr"]
            return " " * (self.pad_left + self.pad_right + 1 - len(text)) + text
        if self.exponent:
            text = self._scientific(x, self.precision, self.unique, self.min_digits, self.exp_digits)
            return " " * (self.pad_left - text.index(".")) + text
        text = self._positional(x, self.precision, self.min_digits, self.keep)
        whole, _, fraction = text.partition(".")
        return f"{whole:>{self.pad_left}}.{fraction:<{self.pad_right}}"


class Complexes:
    """Two formatters, for the real and the imaginary parts."""

    def __init__(self, numbers, itemsize, options):
        mode = {**options, "floatmode": "maxprec_equal" if options["floatmode"] == "fixed" else options["floatmode"]}
        self.real = Floats([x.real for x in numbers], itemsize // 2, mode)
        self.imag = Floats([x.imag for x in numbers], itemsize // 2, mode, sign="+")

    def __call__(self, x):
        text = self.imag(x.imag)
        bare = text.rstrip()
        return self.real(x.real) + bare + "j" + text[len(bare) :]
