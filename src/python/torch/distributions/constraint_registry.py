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
        self._registry[constraint if isinstance(constraint, type) else type(constraint)] = factory
        return factory

    def __call__(self, constraint):
        factory = self._registry.get(type(constraint))
        if factory is None:
            raise NotImplementedError(f"Cannot transform {type(constraint).__name__} constraints")
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


for _registry in (biject_to, transform_to):
    _registry.register(constraints.Real, lambda constraint: transforms.identity_transform)
    _registry.register(constraints.IndependentConstraint, lambda constraint: biject_to(constraint.base_constraint))
    _registry.register(constraints.GreaterThan, _above)
    _registry.register(constraints.GreaterThanEq, _above)
    _registry.register(constraints.LessThan, _below)
    _registry.register(constraints.Interval, _between)
    _registry.register(constraints.HalfOpenInterval, _between)
biject_to.register(constraints.Simplex, lambda constraint: transforms.StickBreakingTransform())
transform_to.register(constraints.Simplex, lambda constraint: transforms.SoftmaxTransform())
