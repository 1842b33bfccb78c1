"""Transforms from all real numbers to the values that a constraint allows."""

from . import constraints, transforms


class ConstraintRegistry:
    """Calls a constraint's transform: biject_to(constraints.positive) is ExpTransform()."""

    def __init__(self):
        self._registry = {}

    def register(self, constraint, factory=None):
        """Names the transform of a constraint; a decorator without a factory."""
        if factory is None:
            return lambda made: self.register(constraint, made)
        kind = constraint if isinstance(constraint, type) else type(constraint)
        if not issubclass(kind, constraints.Constraint):
            raise TypeError(f"Expected constraint to be either a Constraint subclass or instance, but got {constraint}")
        self._registry[kind] = factory
        return factory

    def __call__(self, constraint):
        factory = self._registry.get(type(constraint))
        if factory is None:
            own = "_" if type(constraint).__module__ == constraints.__name__ else ""  # as PyTorch names its classes
            raise NotImplementedError(f"Cannot transform {own}{type(constraint).__name__} constraints")
        return factory(constraint)


biject_to, transform_to = ConstraintRegistry(), ConstraintRegistry()


def _above(constraint):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(constraint.lower_bound, 1)])


def _below(constraint):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(constraint.upper_bound, -1)])


def _between(constraint):
    low, high = constraint.lower_bound, constraint.upper_bound
    if isinstance(low, (int, float)) and low == 0 and isinstance(high, (int, float)) and high == 1:
        return transforms.SigmoidTransform()
    return transforms.ComposeTransform([transforms.SigmoidTransform(), transforms.AffineTransform(low, high - low)])


def _among(registry):
    """The transforms of constraints that are made of others, each by the same registry."""
    registry.register(
        constraints.IndependentConstraint,
        lambda whole: transforms.IndependentTransform(registry(whole.base_constraint), whole.reinterpreted_batch_ndims),
    )
    registry.register(
        constraints.Cat, lambda whole: transforms.CatTransform(map(registry, whole.cseq), whole.dim, whole.lengths)
    )
    registry.register(constraints.Stack, lambda whole: transforms.StackTransform(map(registry, whole.cseq), whole.dim))


for _registry in (biject_to, transform_to):
    _registry.register(constraints.Real, lambda constraint: transforms.identity_transform)
    _registry.register(constraints.GreaterThan, _above)
    _registry.register(constraints.GreaterThanEq, _above)
    _registry.register(constraints.LessThan, _below)
    _registry.register(constraints.Interval, _between)
    _registry.register(constraints.HalfOpenInterval, _between)
    _among(_registry)
biject_to.register(constraints.Simplex, lambda constraint: transforms.StickBreakingTransform())
transform_to.register(constraints.Simplex, lambda constraint: transforms.SoftmaxTransform())
