"""What all transforms of distributions share, and the inverse of a transform."""

import torch

from . import constraints


class Transform:
    """y = f(x) from `domain` to `codomain`; `inv` is the inverse transform. log_abs_det_jacobian(x, y) is log |dy/dx|.

    With cache_size 1 the inverse of the latest y is the very x that it was made of.
    """

    bijective = False
    domain = codomain = constraints.real
    _cache_size = 0
    _latest = None, None

    def __init__(self, cache_size=0):
        if cache_size not in (0, 1):
            raise ValueError("cache_size must be 0 or 1")
        self._cache_size = cache_size

    @property
    def event_dim(self):
        """How many dimensions make one event, where that is the same before and after."""
        if self.domain.event_dim != self.codomain.event_dim:
            raise ValueError("Please use either .domain.event_dim or .codomain.event_dim")
        return self.domain.event_dim

    @property
    def sign(self):
        """1 or -1: whether y rises with x."""
        raise NotImplementedError

    def with_cache(self, cache_size=1):
        """The same transform, remembering its latest values or not."""
        made = object.__new__(type(self))
        made.__dict__.update({**self.__dict__, "_cache_size": cache_size, "_latest": (None, None)})
        return made

    def __call__(self, x):
        if self._cache_size == 0:
            return self._call(x)
        if x is not self._latest[0]:
            self._latest = x, self._call(x)
        return self._latest[1]

    def _back(self, y):
        if self._cache_size == 0:
            return self._inverse(y)
        if y is not self._latest[1]:
            self._latest = self._inverse(y), y
        return self._latest[0]

    @property
    def inv(self):
        return _Inverse(self)

    def _call(self, x):
        raise NotImplementedError

    def _inverse(self, y):
        raise NotImplementedError

    def log_abs_det_jacobian(self, x, y):
        raise NotImplementedError

    def forward_shape(self, shape):
        """The shape of f(x) for x of a shape."""
        return shape

    def inverse_shape(self, shape):
        """The shape of x for f(x) of a shape."""
        return shape

    def __eq__(self, other):
        if type(self) is not type(other):
            return False
        mine, theirs = (
            {name: value for name, value in vars(each).items() if name not in ("_cache_size", "_latest")} for each in (self, other)
        )
        return mine.keys() == theirs.keys() and all(_same(mine[name], theirs[name]) for name in mine)

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return type(self).__name__ + "()"


def _same(a, b):
    if isinstance(a, torch.Tensor) or isinstance(b, torch.Tensor):
        return bool(torch.as_tensor(a == b).all())
    return a == b


class _Inverse(Transform):
    def __init__(self, transform):
        self._transform = transform

    inv = property(lambda self: self._transform)
    domain = property(lambda self: self._transform.codomain)
    codomain = property(lambda self: self._transform.domain)
    sign = property(lambda self: self._transform.sign)
    bijective = property(lambda self: self._transform.bijective)

    def forward_shape(self, shape):
        return self._transform.inverse_shape(shape)

    def inverse_shape(self, shape):
        return self._transform.forward_shape(shape)

    def __call__(self, x):
        return self._transform._back(x)

    def _inverse(self, y):
        return self._transform(y)

    def log_abs_det_jacobian(self, x, y):
        return -self._transform.log_abs_det_jacobian(y, x)

    def __repr__(self):
        return f"_InverseTransform({self._transform!r})"
