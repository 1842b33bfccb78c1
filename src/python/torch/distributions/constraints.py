"""What the parameters and the values of distributions must satisfy; each prints as in PyTorch's errors."""

import torch


class Constraint:
    """check(value) tells for each event whether it is allowed."""

    event_dim = 0
    is_discrete = False

    def check(self, value):
        raise NotImplementedError

    def __repr__(self):
        return type(self).__name__ + "()"


class Dependent(Constraint):
    """Depends on parameters: the distribution itself tells its support."""

    def __init__(self, *, is_discrete=NotImplemented, event_dim=NotImplemented):
        self._is_discrete, self._event_dim = is_discrete, event_dim

    def _static(name):
        def known(self):
            if getattr(self, "_" + name) is NotImplemented:
                raise NotImplementedError(f".{name} cannot be determined statically")
            return getattr(self, "_" + name)

        return property(known)

    is_discrete, event_dim = _static("is_discrete"), _static("event_dim")

    def __call__(self, *, is_discrete=NotImplemented, event_dim=NotImplemented):
        """The same with what is known of it."""
        return Dependent(
            is_discrete=self._is_discrete if is_discrete is NotImplemented else is_discrete,
            event_dim=self._event_dim if event_dim is NotImplemented else event_dim,
        )

    def check(self, value):
        raise ValueError("Cannot determine validity of dependent constraint")


class DependentProperty(property, Dependent):
    """A property of distributions that gives a constraint; on the class it is a dependent constraint itself."""

    def __init__(self, fn=None, *, is_discrete=NotImplemented, event_dim=NotImplemented):
        super().__init__(fn)
        self._is_discrete, self._event_dim = is_discrete, event_dim

    def __call__(self, fn):
        """For the decorator with arguments."""
        return DependentProperty(fn, is_discrete=self._is_discrete, event_dim=self._event_dim)


def is_dependent(constraint):
    """Whether values cannot be checked without the parameters."""
    return isinstance(constraint, Dependent)


class _Bounded(Constraint):
    """Comparison with fixed numbers."""

    _names = ("lower_bound", "upper_bound")

    def __init__(self, *bounds, **named):
        self._bounds = {**dict(zip(self._names, bounds)), **named}
        if set(self._bounds) != set(self._names):
            raise TypeError(f"{type(self).__name__}() takes {', '.join(self._names)}")
        self.__dict__.update(self._bounds)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value}' for name, value in self._bounds.items())})"


class Real(Constraint):
    """Every number but nan."""

    def check(self, value):
        return value == value


class Boolean(Constraint):
    """0 or 1."""

    is_discrete = True

    def check(self, value):
        return (value == 0) | (value == 1)


class GreaterThan(_Bounded):
    """Above lower_bound."""

    _names = ("lower_bound",)

    def check(self, value):
        return self.lower_bound < value


class GreaterThanEq(_Bounded):
    """lower_bound or above."""

    _names = ("lower_bound",)

    def check(self, value):
        return self.lower_bound <= value


class Interval(_Bounded):
    """From lower_bound to upper_bound."""

    def check(self, value):
        return (self.lower_bound <= value) & (value <= self.upper_bound)


class LessThan(_Bounded):
    """Below upper_bound."""

    _names = ("upper_bound",)

    def check(self, value):
        return value < self.upper_bound


class HalfOpenInterval(Interval):
    """From lower_bound to upper_bound, without the latter."""

    def check(self, value):
        return (self.lower_bound <= value) & (value < self.upper_bound)


class IntegerInterval(Interval):
    """Whole numbers from lower_bound to upper_bound."""

    is_discrete = True

    def check(self, value):
        return (value % 1 == 0) & super().check(value)


class IntegerGreaterThan(_Bounded):
    """Whole numbers from lower_bound upwards."""

    is_discrete = True
    _names = ("lower_bound",)

    def check(self, value):
        return (value % 1 == 0) & (value >= self.lower_bound)


class IntegerLessThan(_Bounded):
    """Whole numbers up to upper_bound."""

    is_discrete = True
    _names = ("upper_bound",)

    def check(self, value):
        return (value % 1 == 0) & (value <= self.upper_bound)


class Multinomial(Constraint):
    """Counts that sum to at most a number."""

    event_dim = 1
    is_discrete = True

    def __init__(self, upper_bound):
        self.upper_bound = upper_bound

    def check(self, value):
        return (value >= 0).all(dim=-1) & (value.sum(dim=-1) <= self.upper_bound)


class Simplex(Constraint):
    """Vectors of numbers from 0 upwards that sum to 1."""

    event_dim = 1

    def check(self, value):
        return torch.all(value >= 0, dim=-1) & ((value.sum(-1) - 1).abs() < 1e-6)


class OneHot(Constraint):
    """Vectors of zeros and one 1."""

    event_dim = 1
    is_discrete = True

    def check(self, value):
        return ((value == 0) | (value == 1)).all(-1) & value.sum(-1).eq(1)


class LowerTriangular(Constraint):
    """Matrices with zeros above the diagonal."""

    event_dim = 2

    def check(self, value):
        return (value.tril() == value).flatten(-2).all(-1)


class Square(Constraint):
    """Matrices with as many rows as columns."""

    event_dim = 2

    def check(self, value):
        return torch.full(value.shape[:-2], value.shape[-2] == value.shape[-1])


class Symmetric(Square):
    """Square matrices that equal their transpose."""

    def check(self, value):
        square = super().check(value)
        return torch.isclose(value, value.mT, atol=1e-6).flatten(-2).all(-1) if bool(square.all()) else square


class LowerCholesky(Constraint):
    """Lower triangular matrices with a positive diagonal."""

    event_dim = 2

    def check(self, value):
        lower = (value.tril() == value).flatten(-2).all(-1)
        return lower & (value.diagonal(dim1=-2, dim2=-1) > 0).all(-1)


class CorrCholesky(LowerCholesky):
    """Lower triangular matrices with a positive diagonal and rows of length 1."""

    def check(self, value):
        tolerance = torch.finfo(value.dtype).eps * value.shape[-1] * 10
        return super().check(value) & ((torch.linalg.norm(value.detach(), dim=-1) - 1).abs() <= tolerance).all(-1)


class PositiveSemidefinite(Symmetric):
    """Symmetric matrices whose eigenvalues are not negative."""

    def check(self, value):
        symmetric = super().check(value)
        return torch.linalg.eigvalsh(value).ge(0).all(-1) if bool(symmetric.all()) else symmetric


class PositiveDefinite(Symmetric):
    """Symmetric matrices whose eigenvalues are positive."""

    def check(self, value):
        symmetric = super().check(value)
        return symmetric & (torch.linalg.eigvalsh(value) > 0).all(-1) if bool(symmetric.all()) else symmetric


class Cat(Constraint):
    """A constraint for each run of positions of a dimension."""

    def __init__(self, cseq, dim=0, lengths=None):
        self.cseq, self.dim = list(cseq), dim
        self.lengths = [1] * len(self.cseq) if lengths is None else list(lengths)

    is_discrete = property(lambda self: any(each.is_discrete for each in self.cseq))
    event_dim = property(lambda self: max(each.event_dim for each in self.cseq))

    def check(self, value):
        parts = value.split(self.lengths, self.dim)
        return torch.cat([each.check(part) for each, part in zip(self.cseq, parts)], self.dim)


class Stack(Constraint):
    """A constraint for each position of a dimension."""

    def __init__(self, cseq, dim=0):
        self.cseq, self.dim = list(cseq), dim

    is_discrete = property(lambda self: any(each.is_discrete for each in self.cseq))

    @property
    def event_dim(self):
        largest = max(each.event_dim for each in self.cseq)
        return largest + 1 if self.dim + largest < 0 else largest

    def check(self, value):
        return torch.stack([each.check(part) for each, part in zip(self.cseq, value.unbind(self.dim))], self.dim)


class IndependentConstraint(Constraint):
    """A constraint that must hold for all elements of the last dimensions."""

    def __init__(self, base_constraint, reinterpreted_batch_ndims):
        self.base_constraint = base_constraint
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
        self.event_dim = base_constraint.event_dim + reinterpreted_batch_ndims

    def check(self, value):
        result = self.base_constraint.check(value)
        for _ in range(self.reinterpreted_batch_ndims):
            result = result.all(-1)
        return result

    def __repr__(self):
        return f"IndependentConstraint({self.base_constraint!r}, {self.reinterpreted_batch_ndims})"


dependent = Dependent()
dependent_property = DependentProperty
real = Real()
boolean = Boolean()
positive = GreaterThan(lower_bound=0.0)
nonnegative = GreaterThanEq(lower_bound=0.0)
unit_interval = Interval(lower_bound=0.0, upper_bound=1.0)
nonnegative_integer = IntegerGreaterThan(lower_bound=0)
positive_integer = IntegerGreaterThan(lower_bound=1)
simplex = Simplex()
one_hot = OneHot()
lower_triangular = LowerTriangular()
lower_cholesky = LowerCholesky()
square = Square()
symmetric = Symmetric()
positive_definite = PositiveDefinite()
positive_semidefinite = PositiveSemidefinite()
corr_cholesky = CorrCholesky()
cat, stack = Cat, Stack
independent = IndependentConstraint
multinomial = Multinomial
real_vector = IndependentConstraint(real, 1)
interval, half_open_interval, integer_interval = Interval, HalfOpenInterval, IntegerInterval
greater_than, greater_than_eq, less_than = GreaterThan, GreaterThanEq, LessThan
