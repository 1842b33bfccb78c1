"""Where ticks stand and what they say. Without an explicit locator the page chooses as many as there is room for."""

import math


class Locator:
    """Gives the places of ticks between two limits."""

    def tick_values(self, vmin, vmax):
        raise NotImplementedError("Derived must override")

    def __call__(self):
        raise NotImplementedError("a locator without its axis has no limits; use tick_values(vmin, vmax)")


class NullLocator(Locator):
    """No ticks."""

    def tick_values(self, vmin, vmax):
        return []


class FixedLocator(Locator):
    """Given places."""

    def __init__(self, locs, nbins=None):
        self.locs = [float(each) for each in locs]

    def tick_values(self, vmin, vmax):
        return list(self.locs)


class MultipleLocator(Locator):
    """Multiples of a base."""

    def __init__(self, base=1.0, offset=0.0):
        self._base, self._offset = float(base), float(offset)

    def tick_values(self, vmin, vmax):
        first = math.ceil((vmin - self._offset) / self._base - 1e-9)
        last = math.floor((vmax - self._offset) / self._base + 1e-9)
        return [self._offset + index * self._base for index in range(first, min(last, first + 1000) + 1)]


class LinearLocator(Locator):
    """A number of ticks at equal distances."""

    def __init__(self, numticks=11):
        self.numticks = numticks

    def tick_values(self, vmin, vmax):
        steps = max(1, self.numticks - 1)
        return [vmin + (vmax - vmin) * index / steps for index in range(self.numticks)]


class MaxNLocator(Locator):
    """Round numbers, at most nbins intervals."""

    _STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)

    def __init__(self, nbins=10, steps=None, integer=False, min_n_ticks=2, prune=None, symmetric=False):
        self._nbins = 9 if nbins == "auto" else int(nbins)
        self._steps = tuple(steps) if steps is not None else self._STEPS
        self._integer = integer
        self._min_n_ticks = min_n_ticks
        self._prune = prune
        self._symmetric = symmetric

    def tick_values(self, vmin, vmax):
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        low, high = nonsingular(vmin, vmax, expander=1e-13, tiny=1e-14)
        ticks = self._raw_ticks(low, high)
        if self._prune in ("lower", "both"):
            ticks = ticks[1:]
        if self._prune in ("upper", "both"):
            ticks = ticks[:-1]
        return ticks

    def _raw_ticks(self, low, high):
        scale, offset = _scale_range(low, high, self._nbins)
        low, high = low - offset, high - offset
        steps = [step * scale * power for power in (0.1, 1, 10) for step in self._steps[:-1]] + [self._steps[-1] * 10 * scale]
        if self._integer:
            steps = [step for step in steps if step < 1 or abs(step - round(step)) < 0.001]
        raw_step = (high - low) / self._nbins
        candidates = [index for index, step in enumerate(steps) if step >= raw_step] or [len(steps) - 1]
        ticks = []
        for index in range(candidates[0], -1, -1):
            step = steps[index]
            if self._integer and math.floor(high) - math.ceil(low) >= self._min_n_ticks - 1:
                step = max(1.0, step)
            best = math.floor(low / step + 1e-10) * step
            first = math.floor((low - best) / step + 1e-10)
            last = math.ceil((high - best) / step - 1e-10)
            ticks = [best + step * each + offset for each in range(first, last + 1)]
            inside = sum(low + offset <= tick <= high + offset for tick in ticks)
            if inside >= self._min_n_ticks:
                break
        return ticks


def _scale_range(low, high, count):
    span = abs(high - low)
    middle = (high + low) / 2
    offset = 0 if abs(middle) / span < 100 else math.copysign(10 ** (math.log10(abs(middle)) // 1), middle)
    return 10 ** (math.log10(span / count) // 1), offset


class AutoLocator(MaxNLocator):
    """The default of linear axes."""

    def __init__(self):
        super().__init__("auto", steps=(1, 2, 2.5, 5, 10))


class LogLocator(Locator):
    """Powers of ten."""

    def __init__(self, base=10.0, subs=(1.0,), numticks=None):
        self._base = float(base)
        self.numticks = numticks

    def tick_values(self, vmin, vmax):
        if vmin <= 0:
            raise ValueError("Data has no positive values, and therefore cannot be log-scaled.")
        low = math.floor(math.log(vmin, self._base) + 1e-10)
        high = math.ceil(math.log(vmax, self._base) - 1e-10)
        every = max(1, (high - low) // (self.numticks or 9))
        return [self._base**power for power in range(low - every, high + every + 1, every)]


def nonsingular(vmin, vmax, expander=0.001, tiny=1e-15):
    """Moves limits apart that are (nearly) the same."""
    if not (math.isfinite(vmin) and math.isfinite(vmax)):
        return -expander, expander
    if vmax < vmin:
        vmin, vmax = vmax, vmin
    largest = max(abs(vmin), abs(vmax))
    if largest == 0:
        return -expander, expander
    if vmax - vmin <= largest * tiny:
        return vmin - expander * abs(vmin), vmax + expander * abs(vmax)
    return vmin, vmax


class Formatter:
    """Says what a tick says."""

    def __call__(self, x, pos=None):
        raise NotImplementedError("Derived must override")


class NullFormatter(Formatter):
    """No text at the ticks."""

    def __call__(self, x, pos=None):
        return ""


class FuncFormatter(Formatter):
    """Any function of value and position."""

    def __init__(self, func):
        self.func = func

    def __call__(self, x, pos=None):
        return self.func(x, pos)


class FormatStrFormatter(Formatter):
    """`%.2f`."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class StrMethodFormatter(Formatter):
    """`{x:.2f}`."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt.format(x=x, pos=pos)


class FixedFormatter(Formatter):
    """Given texts."""

    def __init__(self, seq):
        self.seq = list(seq)

    def __call__(self, x, pos=None):
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ""


class PercentFormatter(Formatter):
    """Shares of xmax as percentages."""

    def __init__(self, xmax=100, decimals=None, symbol="%", is_latex=False):
        self.xmax, self.decimals, self.symbol = xmax, decimals, symbol or ""

    def __call__(self, x, pos=None):
        value = 100.0 * x / self.xmax
        decimals = self.decimals
        if decimals is None:
            decimals = 0 if abs(value - round(value)) < 1e-9 else 1
        return f"{value:.{decimals}f}{self.symbol}"


class ScalarFormatter(Formatter):
    """Plain numbers, no more digits than needed."""

    def __init__(self, useOffset=None, useMathText=None, useLocale=None):
        pass

    def __call__(self, x, pos=None):
        return format_number(x)

    def set_scientific(self, b):
        """The page decides how numbers are written."""

    def set_powerlimits(self, lims):
        """The page decides how numbers are written."""

    def set_useOffset(self, val):
        """The page decides how numbers are written."""


class LogFormatter(ScalarFormatter):
    """As ScalarFormatter: powers of ten are written out."""


class LogFormatterMathtext(LogFormatter):
    """As LogFormatter."""


class EngFormatter(Formatter):
    """1500 → `1.5 k`."""

    _PREFIXES = {-9: "n", -6: "µ", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T"}

    def __init__(self, unit="", places=None, sep=" "):
        self.unit, self.places, self.sep = unit, places, sep

    def __call__(self, x, pos=None):
        power = 0 if x == 0 else min(12, max(-9, 3 * math.floor(math.log10(abs(x)) / 3)))
        value = x / 10**power
        text = f"{value:g}" if self.places is None else f"{value:.{self.places}f}"
        return f"{text}{self.sep}{self._PREFIXES[power]}{self.unit}".rstrip()


def format_number(value):
    """A number as a tick label."""
    if value == 0:
        return "0"
    return f"{value:.6g}" if 1e-4 <= abs(value) < 1e7 else f"{value:.3g}"


class AutoMinorLocator(NullLocator):
    """No minor ticks."""

    def __init__(self, n=None):
        super().__init__()
