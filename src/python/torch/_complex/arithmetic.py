"""Arithmetic, products and elementary functions of complex tensors, from those of their real and imaginary parts."""

from torch._complex.tensor import ComplexTensor, as_complex, from_parts, parts
from torch._ops.register import FUNCTIONS
from torch._tensor import Tensor, rename

# name → what computes torch.NAME with complex arguments; the first two may be numbers, real or complex tensors.
MIXED = {}


def mixed(name):
    """Publishes for torch.NAME and, when dispatch.py installs it, for Tensor.NAME."""

    def publish(op):
        MIXED[name] = op
        return op

    return publish


def _zero(value):
    return value * 0 if isinstance(value, Tensor) else 0.0


def _both(first, second, node, combine):
    """from_parts of what combine makes of the four parts; at least one of the two is complex."""
    (a, b), (c, d) = parts(first), parts(second)
    real, imaginary = combine(a, b, c, d)
    if not isinstance(real, Tensor):
        real = FUNCTIONS["full_like"](imaginary, real)
    if not isinstance(imaginary, Tensor):
        imaginary = FUNCTIONS["full_like"](real, imaginary)
    return from_parts(real, imaginary, node)


def _sum(a, b, c, d):
    return a + c, (_zero(a) if b is None else b) + (_zero(c) if d is None else d)


def _difference(a, b, c, d):
    return a - c, (_zero(a) if b is None else b) - (_zero(c) if d is None else d)


def _product(a, b, c, d):
    if b is None:
        return a * c, a * d
    if d is None:
        return a * c, b * c
    return a * c - b * d, a * d + b * c


def _quotient(a, b, c, d):
    if d is None:
        return a / c, b / c
    size = c * c + d * d
    b = _zero(a) if b is None else b
    return (a * c + b * d) / size, (b * c - a * d) / size


@mixed("add")
def add(input, other, *, alpha=1):
    return _both(input, other if alpha == 1 else other * alpha, "AddBackward0", _sum)


@mixed("sub")
def sub(input, other, *, alpha=1):
    return _both(input, other if alpha == 1 else other * alpha, "SubBackward0", _difference)


@mixed("rsub")
def rsub(input, other, *, alpha=1):
    return rename_pair(sub(other, input, alpha=alpha), "RsubBackward1")


@mixed("mul")
def mul(input, other):
    return _both(input, other, "MulBackward0", _product)


@mixed("div")
def div(input, other, *, rounding_mode=None):
    if rounding_mode is not None:
        raise RuntimeError(f"div(): rounding_mode='{rounding_mode}' is not defined for complex numbers")
    return _both(input, other, "DivBackward0", _quotient)


@mixed("pow")
def pow(input, exponent):
    if not isinstance(exponent, Tensor) and isinstance(input, Tensor):
        simple = {1: lambda z: z * 1, 2: lambda z: z * z, 3: lambda z: z * z * z, 0.5: sqrt, -1: reciprocal}.get(exponent)
        if simple is not None:
            return rename_pair(simple(as_complex(input)), "PowBackward0")
        if exponent == 0:
            return as_complex(FUNCTIONS["ones_like"](input.real))
    return rename_pair(exp(mul(log(as_complex(input)), exponent)), "PowBackward0")


@mixed("matmul")
def matmul(input, other):
    (a, b), (c, d) = parts(input), parts(other)
    if a.dtype is not c.dtype and not (isinstance(input, ComplexTensor) and isinstance(other, ComplexTensor)):
        names = [each.dtype._scalar_name.lower().replace("complexfloat", "c10::complex<float>") for each in (input, other)]
        raise RuntimeError(f"expected m1 and m2 to have the same dtype, but got: {names[0]} != {names[1]}")
    real = a @ c if b is None or d is None else a @ c - b @ d
    imaginary = a @ d if b is None else b @ c if d is None else a @ d + b @ c
    return from_parts(real, imaginary, "MvBackward0" if other.ndim == 1 and input.ndim == 2 else "MmBackward0" if input.ndim == 2 else None)


for _name in ("mm", "bmm", "mv"):
    MIXED[_name] = matmul


@mixed("dot")
def dot(input, tensor):
    return rename_pair(mul(input, tensor).sum(), "DotBackward0")


@mixed("vdot")
def vdot(input, other):
    return rename_pair(mul(input.conj(), other).sum(), "VdotBackward0")


@mixed("inner")
def inner(input, other):
    return matmul(input, other.mT if other.ndim > 1 else other)


@mixed("outer")
def outer(input, vec2):
    return mul(input.unsqueeze(-1), vec2)


@mixed("eq")
def eq(input, other):
    (a, b), (c, d) = parts(input), parts(other)
    return (a == c) & ((0 if b is None else b) == (0 if d is None else d))


@mixed("ne")
def ne(input, other):
    return ~eq(input, other)


@mixed("equal")
def equal(input, other):
    return input.shape == other.shape and bool(eq(input, other).all())


@mixed("isclose")
def isclose(input, other, rtol=1e-5, atol=1e-8, equal_nan=False):
    return eq(input, other) | (sub(input, other).abs() <= atol + rtol * other.abs())


@mixed("allclose")
def allclose(input, other, rtol=1e-5, atol=1e-8, equal_nan=False):
    return bool(isclose(input, other, rtol, atol, equal_nan).all())


# --- of one tensor ------------------------------------------------------------------------------------------------


def rename_pair(tensor, node):
    """The name that the tensor's grad_fn prints."""
    rename(tensor._pair, node)
    return tensor


def abs(z):
    """The distance from 0; its gradient at 0 is 0."""
    pair = z._pair
    largest = pair.detach().abs().amax(-1, keepdim=True)
    scale = FUNCTIONS["where"]((largest == 0) | (largest == float("inf")), 1.0, largest)
    squares = ((pair / scale) ** 2).sum(-1)
    safe = FUNCTIONS["where"](squares == 0, 1.0, squares)
    return rename(FUNCTIONS["where"](squares == 0, 0.0, safe.sqrt() * scale.squeeze(-1)), "AbsBackward0")


def angle(z):
    """The angle in radians."""
    return rename(FUNCTIONS["atan2"](z.imag, z.real), "AngleBackward0")


def conj(z):
    """The complex conjugate."""
    made = from_parts(z.real, -z.imag, "ConjBackward0")
    made._conjugated = not z._conjugated
    return made


def sgn(z):
    """z / |z|, 0 at 0."""
    size = abs(z)
    safe = FUNCTIONS["where"](size == 0, 1.0, size)
    return from_parts(z.real / safe, z.imag / safe, "SgnBackward0")


def exp(z):
    """e**z."""
    size = z.real.exp()
    return from_parts(size * z.imag.cos(), size * z.imag.sin(), "ExpBackward0")


def log(z):
    """The principal logarithm."""
    return from_parts(abs(z).log(), angle(z), "LogBackward0")


def log_of_base(name, factor):
    """log2, log10."""
    return lambda z: from_parts(getattr(abs(z), name)(), angle(z) * factor, f"{name.capitalize()}Backward0")


def sqrt(z):
    """The root in the right half plane."""
    size = abs(z)
    real = ((size + z.real) * 0.5).clamp(min=0).sqrt()
    imaginary = ((size - z.real) * 0.5).clamp(min=0).sqrt()
    return from_parts(real, FUNCTIONS["where"](z.imag < 0, -imaginary, imaginary), "SqrtBackward0")


def reciprocal(z):
    """1 / z."""
    return rename_pair(div(1.0, z), "ReciprocalBackward0")


def sin(z):
    """Sine."""
    return from_parts(z.real.sin() * z.imag.cosh(), z.real.cos() * z.imag.sinh(), "SinBackward0")


def cos(z):
    """Cosine."""
    return from_parts(z.real.cos() * z.imag.cosh(), -(z.real.sin() * z.imag.sinh()), "CosBackward0")


def sinh(z):
    """Hyperbolic sine."""
    return from_parts(z.real.sinh() * z.imag.cos(), z.real.cosh() * z.imag.sin(), "SinhBackward0")


def cosh(z):
    """Hyperbolic cosine."""
    return from_parts(z.real.cosh() * z.imag.cos(), z.real.sinh() * z.imag.sin(), "CoshBackward0")


UNARY = {
    "abs": abs, "absolute": abs, "angle": angle, "conj": conj, "resolve_conj": lambda z: z, "conj_physical": conj, "sgn": sgn,
    "exp": exp, "log": log, "log2": log_of_base("log2", 1 / 0.6931471805599453),
    "log10": log_of_base("log10", 1 / 2.302585092994046), "sqrt": sqrt, "rsqrt": lambda z: reciprocal(sqrt(z)),
    "reciprocal": reciprocal, "sin": sin, "cos": cos, "tan": lambda z: div(sin(z), cos(z)), "sinh": sinh, "cosh": cosh,
    "tanh": lambda z: rename_pair(div(sinh(z), cosh(z)), "TanhBackward0"),
    "sigmoid": lambda z: rename_pair(reciprocal(add(exp(neg(z)), 1)), "SigmoidBackward0"),
    "square": lambda z: rename_pair(mul(z, z), "PowBackward0"), "neg": lambda z: neg(z), "negative": lambda z: neg(z),
    "isnan": lambda z: z.real.isnan() | z.imag.isnan(), "isinf": lambda z: z.real.isinf() | z.imag.isinf(),
    "isfinite": lambda z: z.real.isfinite() & z.imag.isfinite(), "isreal": lambda z: z.imag == 0,
    "logical_not": lambda z: eq(z, 0), "positive": lambda z: z,
}  # fmt: skip


def neg(z):
    """-z."""
    return ComplexTensor(rename(-z._pair, "NegBackward0"))


for _same, _name in (("multiply", "mul"), ("divide", "div"), ("true_divide", "div"), ("subtract", "sub"), ("not_equal", "ne")):
    MIXED[_same] = MIXED[_name]


# --- operators ----------------------------------------------------------------------------------------------------


def _number_or_tensor(other):
    return isinstance(other, (Tensor, complex, float, int)) or getattr(other, "_numpy_scalar", False)


def _operator(op, swapped=False):
    def run(self, other):
        if not _number_or_tensor(other):
            if not hasattr(other, "_as_tensor_handle"):
                return NotImplemented
            other = FUNCTIONS["as_tensor"](other)
        return op(other, self) if swapped else op(self, other)

    return run


def _in_place(op):
    def run(self, other, **options):
        self._pair.copy_(as_complex(op(self, other, **options), self.dtype)._pair)
        return self

    return run


for _name in ("add", "sub", "mul", "pow", "matmul"):
    setattr(ComplexTensor, f"__{_name}__", _operator(MIXED[_name]))
    setattr(ComplexTensor, f"__r{_name}__", _operator(MIXED[_name], swapped=True))
    setattr(ComplexTensor, f"__i{_name}__", _in_place(MIXED[_name]))
ComplexTensor.__truediv__, ComplexTensor.__rtruediv__ = _operator(div), _operator(div, swapped=True)
ComplexTensor.__itruediv__ = _in_place(div)
ComplexTensor.__eq__, ComplexTensor.__ne__ = _operator(eq), _operator(ne)
ComplexTensor.__neg__, ComplexTensor.__abs__, ComplexTensor.__pos__ = neg, abs, UNARY["positive"]
for _name, _op in MIXED.items():
    setattr(ComplexTensor, _name, _op)
for _name in ("add", "sub", "mul", "div", "pow"):
    setattr(ComplexTensor, _name + "_", _in_place(MIXED[_name]))
for _name, _op in UNARY.items():
    setattr(ComplexTensor, _name, _op)


def _unary_in_place(op):
    def run(self):
        self._pair.copy_(op(self)._pair)
        return self

    return run


for _name in ("neg", "exp", "sqrt", "reciprocal", "conj_physical", "square", "sin", "cos"):
    setattr(ComplexTensor, _name + "_", _unary_in_place(UNARY[_name]))
