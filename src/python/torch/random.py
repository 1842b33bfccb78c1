"""Random numbers that repeat PyTorch's CPU streams: generators, seeds and random tensors. The Mersenne Twister is the engine's."""

import contextlib
import os

import bridge
from torch import _device
from torch._creation import leaf
from torch._ops.convert import broadcast_pair
from torch._ops.filled import sizes_of
from torch._dtype import code_of
from torch._ops.refusals import received
from torch._ops.register import FUNCTIONS, both, function, method
from torch._type_name import type_name
from torch._tensor import Tensor, wrap, write_out


class Generator:
    """A stream of random numbers of its own: torch.Generator().manual_seed(0)."""

    __module__ = "torch._C"

    def __init__(self, device="cpu"):
        self.device = _device.device(device)
        self._engine_id = None

    def _id(self):
        if self._engine_id is None:
            self._engine_id = bridge.generator_new()
        return self._engine_id

    def manual_seed(self, seed):
        """Starts the stream of a seed; returns the generator."""
        if not isinstance(seed, int) and not hasattr(seed, "__index__"):
            raise RuntimeError(f"manual_seed expected a long, but got {type(seed).__name__}")
        seed = _checked_seed(seed)
        bridge.generator_seed(self._id(), seed >> 32, seed & 0xFFFFFFFF)
        return self

    def seed(self):
        """Starts a stream that nobody knows; returns its seed."""
        seed = int.from_bytes(os.urandom(6), "little")
        self.manual_seed(seed)
        return seed

    def initial_seed(self):
        """The seed of the stream."""
        number = self._id()
        return bridge.generator_initial_seed(number, 1) << 32 | bridge.generator_initial_seed(number, 0)

    def get_state(self):
        """The stream's state as a tensor of bytes."""
        return wrap(bridge.generator_state(self._id()))

    def set_state(self, new_state):
        """Goes back to a state."""
        if not isinstance(new_state, Tensor):
            raise TypeError(f"expected a torch.ByteTensor, but got {type(new_state).__name__}")
        bridge.generator_set_state(self._id(), new_state._handle)
        return self


class _DefaultGenerator(Generator):
    """The generator that calls use which name none; it exists from the start."""

    __module__ = "torch._C"

    def _id(self):
        return 0


_DefaultGenerator.__name__ = _DefaultGenerator.__qualname__ = "Generator"
default_generator = _DefaultGenerator()


def _checked_seed(seed):
    seed = int(seed)
    if not -(2**63) <= seed < 2**64:
        raise RuntimeError("Overflow when unpacking long")
    return seed % 2**64


def generator_id(generator):
    """The engine's number of a `generator=` argument."""
    if generator is None:
        return 0
    if not isinstance(generator, Generator):
        raise TypeError(f"argument 'generator' must be torch.Generator, not {type_name(generator)}")
    return generator._id()


def manual_seed(seed):
    """Starts the default stream of a seed; returns the generator."""
    seed = int(seed)
    return default_generator.manual_seed(seed)


def seed():
    """Starts a stream that nobody knows; returns its seed."""
    return default_generator.seed()


def initial_seed():
    """The seed of the default stream."""
    return default_generator.initial_seed()


def get_rng_state():
    """The default stream's state as a tensor of bytes."""
    return default_generator.get_state()


def set_rng_state(new_state):
    """Takes the default stream back to a state."""
    default_generator.set_state(new_state)


@contextlib.contextmanager
def fork_rng(devices=None, enabled=True, **_options):
    """Random numbers drawn inside leave the stream outside as it was."""
    if not enabled:
        yield
        return
    state = get_rng_state()
    try:
        yield
    finally:
        set_rng_state(state)


# --- random tensors -----------------------------------------------------------------------------------------------


def _floating(name, fill, doc):
    def make(*size, generator=None, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, **more):
        if more:
            if "size" not in more:
                raise received(name, size, more, [f"tuple of ints size, *, {each}, {_MADE}" for each in _SOURCES])
            size = (more["size"],)
        sizes = sizes_of(name, size)
        code = bridge.default_dtype() if dtype is None else code_of(dtype)
        if code > 3:
            raise RuntimeError(f'"{_KERNELS[name]}" not implemented for \'{dtype._scalar_name}\'')
        handle = bridge.empty(code, 0, *sizes)
        fill(handle, generator_id(generator))
        return _finish(handle, device, out, requires_grad)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = doc
    return function(make)


_KERNELS = {"rand": "check_uniform_bounds", "randn": "normal_kernel_cpu"}


def _finish(handle, device, out, requires_grad):
    if out is not None:
        return write_out(out, handle)
    made = wrap(handle)
    place = _device.code_of(device)
    return leaf(made if place == 0 else wrap(bridge.to_device(handle, place)), requires_grad)


rand = _floating("rand", lambda h, g: bridge.uniform_(h, g, 0, 1), "Numbers uniform in [0, 1).")
randn = _floating("randn", lambda h, g: bridge.normal_(h, g, 0, 1), "Numbers of the standard normal distribution.")


_SOURCES = ("torch.Generator generator, tuple of names names", "torch.Generator generator, Tensor out", "Tensor out", "tuple of names names")
_MADE = "torch.dtype dtype, torch.layout layout, torch.device device, bool pin_memory, bool requires_grad"
_BOUNDS = ("int high", "int low, int high")
_RANDINT = [f"{bounds}, tuple of ints size, *, {source}, {_MADE}" for bounds in _BOUNDS for source in _SOURCES[1:3]]


@function
def randint(*args, low=0, high=None, size=None, generator=None, out=None, dtype=None, device=None, requires_grad=False, **options):
    """Whole numbers from low (inclusive) to high (exclusive): randint(high, size), randint(low, high, size)."""
    whole = all(hasattr(each, "__index__") for each in (args if size is not None else args[:-1]))
    if size is None and high is None and (not whole or len(args) < 2 or isinstance(args[-1], int)):
        if len(args) == 2 and not whole:
            raise TypeError(f"randint(): argument 'high' (position 1) must be int, not {type_name(args[0])}")
        if len(args) == 2:
            raise TypeError("randint(): argument 'size' (position 2) must be tuple of ints, not int")
        raise received("randint", args, {}, _RANDINT)
    args = list(args)
    if size is None:
        size = args.pop()
    if len(args) == 2:
        low, high = args
    elif args:
        high = args[0]
    low, high = int(low), int(high)
    if low >= high:
        raise RuntimeError(f"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}")
    handle = bridge.empty(4 if dtype is None else code_of(dtype), 0, *sizes_of("randint", (size,)))
    bridge.random_integers_(handle, generator_id(generator), low, high - low)
    return _finish(handle, device, out, requires_grad)


@function
def randperm(n, *, generator=None, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """The whole numbers below n in random order."""
    if not isinstance(n, int) and not hasattr(n, "__index__"):
        raise TypeError(f"randperm(): argument 'n' (position 1) must be int, not {type_name(n)}")
    n = n.__index__()
    if n < 0:
        raise RuntimeError(f"n must be non-negative, got{n}")
    handle = bridge.randperm(n, generator_id(generator), 4 if dtype is None else code_of(dtype), 0)
    return _finish(handle, device, out, requires_grad)


def _like(name, fill):
    def like(input, *, dtype=None, layout=None, device=None, requires_grad=False, memory_format=None):
        empty = FUNCTIONS["empty_like"](input, dtype=dtype, device=device, memory_format=memory_format)
        return leaf(fill(empty), requires_grad)

    like.__name__ = like.__qualname__ = name
    like.__doc__ = f"{name[:-5]} with the input's sizes, dtype and device."
    return function(like)


rand_like = _like("rand_like", lambda made: made.uniform_())
randn_like = _like("randn_like", lambda made: made.normal_())


@function
def randint_like(input, low=0, high=None, *, dtype=None, layout=None, device=None, requires_grad=False, memory_format=None):
    """randint with the input's sizes, dtype and device."""
    low, high = (0, low) if high is None else (low, high)
    return randint(low, high, tuple(input.shape), dtype=dtype or input.dtype, device=device or input.device)


@function
def normal(mean, std=1.0, size=None, *, generator=None, out=None, dtype=None, device=None, requires_grad=False):
    """Normal numbers: of one mean and deviation and a size, or of a mean and deviation for each element."""
    if not isinstance(std, Tensor) and std < 0:
        raise RuntimeError(f"normal expects std >= 0.0, but found std {std:g}")
    if isinstance(std, Tensor) and bool((std < 0).any().item()):
        raise RuntimeError("normal expects all elements of std >= 0.0")
    if size is not None:
        made = randn(size, generator=generator, dtype=dtype, device=device)
        bridge.mul_scalar_(made._handle, std, 2)
        bridge.add_scalar_(made._handle, mean, 2)
        return leaf(made, requires_grad)
    if isinstance(mean, Tensor) and isinstance(std, Tensor):
        shape = broadcast_pair(mean.shape, std.shape)
        like = mean
    else:
        like = mean if isinstance(mean, Tensor) else std
        if not isinstance(like, Tensor):
            kinds = (("Tensor", "Tensor"), ("Tensor", "float"), ("float", "Tensor"))
            forms = [f"{first} mean, {second} std, *, torch.Generator generator, Tensor out" for first, second in kinds]
            sizes = "float mean, float std, tuple of ints size, *, torch.Generator generator, Tensor out, torch.dtype dtype"
            forms.append(f"{sizes}, torch.layout layout, torch.device device, bool pin_memory, bool requires_grad")
            raise received("normal", (mean, std), {}, forms)
        shape = like.shape
    made = randn(shape, generator=generator, dtype=like.dtype, device=like.device)
    with_mean = made * std + mean
    return with_mean if out is None else write_out(out, bridge.share(with_mean._handle))


@both
def bernoulli(input, p=None, *, generator=None, out=None):
    """1 with the probability that each element gives (or p), else 0."""
    handle = bridge.empty(bridge.dtype(input._handle), 0, *input.shape)
    if p is None:
        if not input.is_floating_point():
            raise RuntimeError(f'"bernoulli_tensor_cpu_p_" not implemented for \'{input.dtype._scalar_name}\'')
        shares = input.detach().cpu()
        bridge.bernoulli_from_(handle, shares._handle, generator_id(generator))
    else:
        bridge.bernoulli_(handle, generator_id(generator), p)
    return _finish(handle, input.device, out, False)


@both
def multinomial(input, num_samples, replacement=False, *, generator=None, out=None):
    """Positions drawn with the probabilities (weights) of each row."""
    weights = input.detach().cpu()
    if weights.ndim not in (1, 2):
        raise RuntimeError("prob_dist must be 1 or 2 dim")
    if not weights.is_floating_point():
        raise RuntimeError(
            "multinomial only supports floating-point dtypes for input, got: " + weights.dtype._scalar_name
        )
    if num_samples <= 0:
        raise RuntimeError("cannot sample n_sample <= 0 samples")
    if not replacement and num_samples > weights.shape[-1]:
        raise RuntimeError("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    if bool((weights < 0).any().item()) or not bool(weights.isfinite().all().item()):
        raise RuntimeError("probability tensor contains either `inf`, `nan` or element < 0")
    if bool((weights.sum(-1) <= 0).any().item()):
        raise RuntimeError("invalid multinomial distribution (sum of probabilities <= 0)")
    if replacement:
        weights = weights.double()
        handle = bridge.multinomial_with_replacement(weights._handle, num_samples, generator_id(generator))
        return _finish(handle, input.device, out, False)
    # Without replacement: the largest of weight / exponential, one exponential number for each weight.
    race = FUNCTIONS["empty"](weights.shape, dtype=weights.dtype, device="cpu").exponential_(1, generator=generator)
    race = weights / race
    if num_samples == 1:
        drawn = race.argmax(-1, keepdim=True)
    else:
        drawn = race.topk(num_samples, -1)[1]
    return _finish(bridge.share(drawn._handle), input.device, out, False)


@function
def poisson(input, generator=None):
    """Poisson numbers with the rates of each element."""
    rates = input.detach().cpu()
    if not bool((rates >= 0).all().item()):
        raise RuntimeError("invalid Poisson rate, expected rate to be non-negative")
    if not input.is_floating_point():
        raise RuntimeError(f'"poisson_cpu" not implemented for \'{input.dtype._scalar_name}\'')
    return _finish(bridge.sample_from(rates._handle, 1, generator_id(generator)), input.device, None, False)


@function
def binomial(count, prob, generator=None):
    """How many of `count` tries succeed, each with probability `prob`, element by element."""
    if count.dtype != prob.dtype:
        raise RuntimeError(f"Found dtype {prob.dtype._scalar_name} but expected {count.dtype._scalar_name}")
    tries, shares = FUNCTIONS["broadcast_tensors"](count.detach().cpu(), prob.detach().cpu())
    handle = bridge.sample_binomial(tries._handle, shares._handle, generator_id(generator))
    return _finish(handle, count.device, None, False)


# --- filling in place ---------------------------------------------------------------------------------------------


@method
def uniform_(self, from_=0.0, to=1.0, *, generator=None, **options):
    """Fills with numbers uniform in [from, to)."""
    bridge.uniform_(self._handle, generator_id(generator), options.get("from", from_), to)
    return self


@method
def normal_(self, mean=0.0, std=1.0, *, generator=None):
    """Fills with normal numbers."""
    bridge.normal_(self._handle, generator_id(generator), mean, std)
    return self


@method
def random_(self, from_=0, to=None, *, generator=None, **options):
    """Fills with whole numbers in [from, to), or below the largest that the dtype holds exactly."""
    low = options.get("from", from_)
    if to is None:
        digits = {"float32": 24, "float64": 53, "float16": 11, "bfloat16": 8, "bool": 1}
        low, to = (0, low) if low else (0, 2 ** digits.get(self.dtype._name, 8 * self.dtype.itemsize - self.dtype.is_signed))
        if self.dtype.is_floating_point and to in (2**24, 2**53, 2**11, 2**8):
            to += 1
    if low >= to:
        raise RuntimeError(f"random_ expects 'from' to be less than 'to', but got from={low} >= to={to}")
    bridge.random_integers_(self._handle, generator_id(generator), low, to - low)
    return self


@method
def bernoulli_(self, p=0.5, *, generator=None):
    """Fills with 1 (with probability p, a number or a tensor) and 0."""
    if isinstance(p, Tensor):
        shares = p.detach().expand_as(self).cpu()
        bridge.bernoulli_from_(self._handle, shares._handle, generator_id(generator))
    else:
        bridge.bernoulli_(self._handle, generator_id(generator), p)
    return self


def _distribution(name, kind, doc, first, second=0.0, check=lambda value: None):
    def fill(self, a=first, b=second, *, generator=None, **named):
        values = (*named.values(), b) if named else (a, b)
        check(values[0])
        bridge.distribution_(self._handle, generator_id(generator), kind, values[0], values[1])
        return self

    fill.__name__ = fill.__qualname__ = name
    fill.__doc__ = doc
    method(fill)


def _check_rate(value):
    if not value >= 0:
        raise RuntimeError(f"exponential_ expects lambda >= 0.0, but found lambda={value:g}")


def _check_share(value):
    if not 0 < value < 1:
        raise RuntimeError(f"geometric_ expects p to be in (0, 1), but got p={value:g}")


_distribution("exponential_", 0, "Fills with exponential numbers of rate lambd.", 1.0, check=_check_rate)
_distribution(
    "geometric_", 1, "Fills with the number of tries until the first success of probability p.", 0.5, check=_check_share
)
_distribution("cauchy_", 2, "Fills with Cauchy numbers.", 0.0, 1.0)
_distribution("log_normal_", 3, "Fills with exp of normal numbers.", 1.0, 2.0)

