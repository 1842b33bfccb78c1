"""Text and Annotation: words in a figure."""

from matplotlib import _draw
from matplotlib.artist import Artist, drawing_color

_ALIGN = {"left": "start", "center": "middle", "right": "end"}
_VERTICAL = {"top": "top", "center": "middle", "center_baseline": "middle", "baseline": "baseline", "bottom": "baseline"}


class Text(Artist):
    """A text at a point."""

    zorder = 3
    _aliases = {
        "size": "fontsize",
        "weight": "fontweight",
        "ha": "horizontalalignment",
        "va": "verticalalignment",
        "c": "color",
        "family": "fontfamily",
        "name": "fontname",
        "style": "fontstyle",
    }

    def __init__(self, x=0, y=0, text="", space="data", **kwargs):
        super().__init__()
        self._x, self._y, self._space = x, y, space
        self._text = str(text)
        self._color = "black"
        self._size = None
        self._bold = False
        self._align, self._vertical = "left", "baseline"
        self._rotation = 0.0
        self._box = None
        self._family = None
        fontdict = kwargs.pop("fontdict", None)
        self.set(**{**(fontdict or {}), **kwargs})

    def set_text(self, s):
        self._text = "" if s is None else str(s)

    def get_text(self):
        return self._text

    def set_position(self, xy):
        self._x, self._y = xy

    def get_position(self):
        return self._x, self._y

    def set_x(self, x):
        self._x = x

    def set_y(self, y):
        self._y = y

    def set_color(self, color):
        _draw.token(color)
        self._color = color

    def get_color(self):
        return self._color

    def set_fontsize(self, fontsize):
        self._size = fontsize

    def get_fontsize(self):
        return _draw.font_size(self._size) / _draw.pixels(1)

    get_size = get_fontsize

    def set_fontweight(self, weight):
        self._bold = weight in ("bold", "heavy", "semibold", "black", "extra bold", "demibold") or (
            isinstance(weight, int) and weight >= 600
        )

    def set_fontproperties(self, fp):
        """Fonts are the page's."""

    def set_fontfamily(self, fontname):
        """Fonts are the page's."""

    set_fontname = set_fontfamily
    set_font = set_fontfamily

    def set_fontstyle(self, fontstyle):
        """Fonts are the page's."""

    def set_wrap(self, wrap):
        """The page wraps titles."""

    def set_linespacing(self, spacing):
        """The page's."""

    set_multialignment = set_linespacing
    set_pad = set_linespacing
    set_rotation_mode = set_linespacing
    set_usetex = set_linespacing
    set_backgroundcolor = set_linespacing

    def set_horizontalalignment(self, align):
        if align not in _ALIGN:
            raise ValueError(f"{align!r} is not a valid value for align; supported values are 'center', 'right', 'left'")
        self._align = align

    def set_verticalalignment(self, align):
        if align not in _VERTICAL:
            raise ValueError(
                f"{align!r} is not a valid value for align; supported values are 'top', 'bottom', 'center', 'baseline', "
                "'center_baseline'"
            )
        self._vertical = align

    def set_rotation(self, s):
        self._rotation = {"horizontal": 0.0, "vertical": 90.0, None: 0.0}.get(s) if isinstance(s, (str, type(None))) else float(s)

    def set_bbox(self, rectprops):
        self._box = rectprops

    def _box_color(self):
        if not self._box:
            return None
        color = self._box.get("facecolor", self._box.get("fc", self._box.get("color", "C0")))
        if _draw.is_none(color):
            return None
        from matplotlib import colors

        return colors.to_hex(colors.to_rgba(color, self._box.get("alpha")), keep_alpha=True)

    def _place(self):
        axes = self.axes
        if self._space != "data" or axes is None:
            return float(self._x), float(self._y)
        return axes._number(self._x, "x"), axes._number(self._y, "y")

    def _marks(self):
        if not self._text:
            return []
        x, y = self._place()
        if x != x or y != y or abs(x) == float("inf") or abs(y) == float("inf"):
            return []
        return [
            {
                **self._drawn(drawing_color(self, self._color), self._alpha),
                "label": None,
                "kind": "text",
                "text": plain(self._text),
                "x": x,
                "y": y,
                "space": self._space,
                "shift": [0.0, 4.0 if self._vertical == "bottom" else 0.0],
                "size": _draw.font_size(self._size),
                "bold": self._bold,
                "align": _ALIGN[self._align],
                "vertical": _VERTICAL[self._vertical],
                "rotation": float(self._rotation or 0.0),
                "box": self._box_color(),
                "arrow": None,
            }
        ]

    def __repr__(self):
        return f"Text({self._x}, {self._y}, {self._text!r})"


class Annotation(Text):
    """A text that belongs to a point, with an arrow to it."""

    def __init__(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, **kwargs):
        self.xy = xy
        self._coords = textcoords or xycoords
        self._arrow = arrowprops
        if xycoords not in ("data", "axes fraction"):
            raise NotImplementedError(f"annotate(xycoords={xycoords!r}) is not part of this playground; use 'data'")
        if self._coords not in ("data", "axes fraction", "offset points", "offset pixels"):
            raise NotImplementedError(f"annotate(textcoords={self._coords!r}) is not part of this playground; use 'data'")
        place = xy if xytext is None else xytext
        kwargs.pop("annotation_clip", None)
        super().__init__(*place, text, "axes" if self._coords == "axes fraction" else "data", **kwargs)
        self.xyann = place
        self._at_point = xytext is not None and self._coords.startswith("offset")

    def _place(self):
        if self._at_point:
            return self.axes._number(self.xy[0], "x"), self.axes._number(self.xy[1], "y")
        return super()._place()

    def _marks(self):
        marks = super()._marks()
        for mark in marks:
            if self._at_point:
                unit = _draw.pixels(1) if self._coords == "offset points" else 1.0
                mark["shift"] = [float(self._x) * unit, float(self._y) * unit + mark["shift"][1]]
            if self._arrow is not None:
                mark["arrow"] = [self.axes._number(self.xy[0], "x"), self.axes._number(self.xy[1], "y")]
        return marks


# What is most often written between dollar signs in titles and labels; everything else is shown as it stands.
_SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "Phi": "Φ", "Gamma": "Γ", "Theta": "Θ", "times": "×", "cdot": "·", "pm": "±",
    "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "infty": "∞", "rightarrow": "→", "to": "→", "leftarrow": "←",
    "nabla": "∇", "partial": "∂", "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√", "in": "∈", "sin": "sin", "cos": "cos",
    "tan": "tan", "log": "log", "exp": "exp", "ln": "ln", "max": "max", "min": "min", "circ": "°", "ldots": "…", "quad": " ",
}  # fmt: skip
_UP = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_DOWN = str.maketrans("0123456789+-=()aeoxi", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢ")


def plain(text):
    """Simple mathematics between dollar signs as ordinary letters: `$x^2$` is x²."""
    if text.count("$") < 2:
        return text.replace("\\$", "$")
    import re

    def formula(match):
        inner = re.sub(r"\\(?:mathrm|mathbf|text|mathit|rm|bf|hat|left|right)\b\s*", "", match.group(1))
        inner = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", inner)
        inner = re.sub(r"\\([A-Za-z]+) ?", lambda name: _SYMBOLS.get(name.group(1), name.group(1)), inner)
        inner = re.sub(r"\^(?:\{([^{}]*)\}|(.))", lambda m: _raised(m.group(1) or m.group(2), _UP, "^"), inner)
        inner = re.sub(r"_(?:\{([^{}]*)\}|(.))", lambda m: _raised(m.group(1) or m.group(2), _DOWN, "_"), inner)
        return inner.replace("{", "").replace("}", "").replace("\\,", " ").replace("\\ ", " ")

    return re.sub(r"\$([^$]+)\$", formula, text)


def _raised(text, table, sign):
    text = text.replace("−", "-")
    return text.translate(table) if all(ord(letter) in table for letter in text) else f"{sign}{text}"
