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

    def check(self, value):
        raise ValueError("Cannot determine validity of dependent constraint")


def is_dependent(constraint):
    """Whether values cannot be checked without the parameters."""
    return isinstance(constraint, Dependent)


class _Bounded(Constraint):
    """Comparison with fixed numbers."""

    def __init__(self, **bounds):
        self.__dict__.update(bounds)
        self._bounds = bounds

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value}' for name, value in self._bounds.items())})"


class Real(Constraint):
    def check(self, value):
        return value == value


class Boolean(Constraint):
    is_discrete = True

    def check(self, value):
        return (value == 0) | (value == 1)


class GreaterThan(_Bounded):
    def check(self, value):
        return self.lower_bound < value


class GreaterThanEq(_Bounded):
    def check(self, value):
        return self.lower_bound <= value


class Interval(_Bounded):
    def check(self, value):
        return (self.lower_bound <= value) & (value <= self.upper_bound)


class LessThan(_Bounded):
    def check(self, value):
        return value < self.upper_bound


class HalfOpenInterval(Interval):
    def check(self, value):
        return (self.lower_bound <= value) & (value < self.upper_bound)


class IntegerInterval(Interval):
    is_discrete = True

    def check(self, value):
        return (value % 1 == 0) & super().check(value)


class IntegerGreaterThan(_Bounded):
    is_discrete = True

    def check(self, value):
        return (value % 1 == 0) & (value >= self.lower_bound)


class IntegerLessThan(_Bounded):
    is_discrete = True

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
    event_dim = 1

    def check(self, value):
        return torch.all(value >= 0, dim=-1) & ((value.sum(-1) - 1).abs() < 1e-6)


class OneHot(Constraint):
    event_dim = 1
    is_discrete = True

    def check(self, value):
        return ((value == 0) | (value == 1)).all(-1) & value.sum(-1).eq(1)


class LowerTriangular(Constraint):
    event_dim = 2

    def check(self, value):
        return (value.tril() == value).flatten(-2).all(-1)


class Square(Constraint):
    event_dim = 2

    def check(self, value):
        return torch.full(value.shape[:-2], value.shape[-2] == value.shape[-1])


class Symmetric(Square):
    def check(self, value):
        square = super().check(value)
        return torch.isclose(value, value.mT, atol=1e-6).flatten(-2).all(-1) if bool(square.all()) else square


class LowerCholesky(Constraint):
    event_dim = 2

    def check(self, value):
        lower = (value.tril() == value).flatten(-2).all(-1)
        return lower & (value.diagonal(dim1=-2, dim2=-1) > 0).all(-1)


class PositiveDefinite(Symmetric):
    def check(self, value):
        symmetric = super().check(value)
        return symmetric & (torch.linalg.eigvalsh(value) > 0).all(-1) if bool(symmetric.all()) else symmetric


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
independent = IndependentConstraint
multinomial = Multinomial
real_vector = IndependentConstraint(real, 1)


def interval(lower_bound, upper_bound):
    """Between two numbers."""
    return Interval(lower_bound=lower_bound, upper_bound=upper_bound)


def half_open_interval(lower_bound, upper_bound):
    """Between two numbers, without the second."""
    return HalfOpenInterval(lower_bound=lower_bound, upper_bound=upper_bound)


def integer_interval(lower_bound, upper_bound):
    """Whole numbers between two."""
    return IntegerInterval(lower_bound=lower_bound, upper_bound=upper_bound)


def greater_than(lower_bound):
    """Above a number."""
    return GreaterThan(lower_bound=lower_bound)


def greater_than_eq(lower_bound):
    """A number or above."""
    return GreaterThanEq(lower_bound=lower_bound)


def less_than(upper_bound):
    """Below a number."""
    return LessThan(upper_bound=upper_bound)
