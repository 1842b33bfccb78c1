"""Bit generators: MT19937 and PCG64 in the engine, seeded by NumPy's SeedSequence (after O'Neill's seed_seq_fe)."""

import array
import os

import bridge
from numpy._core import dtypes
from numpy._core.ndarray import as_array, from_values, ndarray, values, wrap

_MASK = 0xFFFFFFFF
_POOL = 4


def _words(number):
    """An integer as 32-bit words, the lowest first."""
    if number < 0:
        raise ValueError("expected non-negative integer")
    words = [number & _MASK]
    number >>= 32
    while number:
        words.append(number & _MASK)
        number >>= 32
    return words


def _entropy_words(entropy):
    if isinstance(entropy, ndarray):
        entropy = entropy.tolist()
    if isinstance(entropy, (list, tuple)):
        return [word for each in entropy for word in _entropy_words(each)]
    if not hasattr(entropy, "__index__"):
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {entropy}")
    return _words(int(entropy))


class SeedSequence:
    """Mixes seeds of any size into a well-distributed state."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        self.entropy = int.from_bytes(os.urandom(16), "little") if entropy is None else entropy
        self.spawn_key = tuple(spawn_key)
        self.pool_size = pool_size
        self.n_children_spawned = n_children_spawned
        words = _entropy_words(self.entropy)
        keys = [word for each in self.spawn_key for word in _words(each)]
        if keys:
            words += [0] * (_POOL - len(words))
        self._pool = _mixed(words + keys)

    def __repr__(self):
        spawned = f"\n    spawn_key={self.spawn_key!r}," if self.spawn_key else ""
        if self.n_children_spawned:
            spawned += f"\n    n_children_spawned={self.n_children_spawned!r},"
        return f"SeedSequence(\n    entropy={self.entropy!r},{spawned}\n)"

    def generate_state(self, n_words, dtype="uint32"):
        """So many words of state."""
        wide = dtypes.as_dtype(dtype).itemsize == 8
        words = self._generate(n_words * (2 if wide else 1))
        if wide:
            words = [words[i] | words[i + 1] << 32 for i in range(0, len(words), 2)]
        return from_values(words, (n_words,), dtypes.uint64 if wide else dtypes.uint32)

    def _generate(self, count):
        constant, out = 0x8B51F9DD, []
        for i in range(count):
            value = self._pool[i % _POOL] ^ constant
            constant = constant * 0x58F38DED & _MASK
            value = value * constant & _MASK
            out.append(value ^ value >> 16)
        return out

    def spawn(self, n_children):
        """New sequences that are independent of this one."""
        start = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=(*self.spawn_key, start + i)) for i in range(n_children)]


def _mixed(words):
    constant = 0x43B0D7E5

    def hashed(value):
        nonlocal constant
        value ^= constant
        constant = constant * 0x931E8875 & _MASK
        value = value * constant & _MASK
        return value ^ value >> 16

    def mix(x, y):
        value = (0xCA01F9DD * x - 0x4973F715 * y) & _MASK
        return value ^ value >> 16

    pool = [hashed(words[i] if i < len(words) else 0) for i in range(_POOL)]
    for source in range(_POOL):
        for target in range(_POOL):
            if source != target:
                pool[target] = mix(pool[target], hashed(pool[source]))
    for word in words[_POOL:]:
        for target in range(_POOL):
            pool[target] = mix(pool[target], hashed(word))
    return pool


class BitGenerator:
    """A source of random bits: a stream of the engine, opened at its first use."""

    _kind = 0

    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self._opened = None

    _seed_seq = property(lambda self: self.seed_seq)

    @property
    def stream(self):
        """The engine's number of the stream."""
        if self._opened is None:
            self._opened = bridge.numpy_stream(self._kind)
            self._start()
        return self._opened

    def _feed(self, words, as_list=False):
        held = array.array("q", words)
        handle = bridge.from_address(4, held.buffer_info()[0], len(held))
        bridge.numpy_stream_seed(self._opened, handle, as_list)
        bridge.free(handle)

    def _load(self, words):
        held = array.array("q", words)
        handle = bridge.from_address(4, held.buffer_info()[0], len(held))
        bridge.numpy_stream_load(self.stream, handle)
        bridge.free(handle)

    def _saved(self):
        return values(wrap(bridge.numpy_stream_state(self.stream), dtypes.int64))

    def __del__(self):
        try:
            if self._opened is not None:
                bridge.numpy_stream_free(self._opened)
        except (AttributeError, TypeError):
            pass

    def spawn(self, n_children):
        """New bit generators with seeds of their own."""
        return [type(self)(each) for each in self.seed_seq.spawn(n_children)]

    def __reduce__(self):
        return (_rebuild, (type(self), self.state))

    def random_raw(self, size=None):
        """Raw draws of the generator."""
        draws = [self._raw() for _ in range(1 if size is None else size)]
        return draws[0] if size is None else from_values(draws, (size,), dtypes.uint64)


def _rebuild(kind, state):
    made = kind(0)
    made.state = state
    return made


class PCG64(BitGenerator):
    """M. O'Neill's permuted congruential generator with 128 bits of state: default_rng's."""

    def _start(self):
        words = values(self.seed_seq.generate_state(4, "uint64"))
        self._feed([half for word in words for half in (word >> 32, word & _MASK)])

    def _raw(self):
        integer = wrap(bridge.numpy_integers(self.stream, 1, 0, 2**64 - 1, 64), dtypes.uint64)
        return integer.item()

    @property
    def state(self):
        """The state as a dictionary that can be assigned again."""
        words = self._saved()

        def joined(part):
            return part[0] << 96 | part[1] << 64 | part[2] << 32 | part[3]

        return {
            "bit_generator": "PCG64",
            "state": {"state": joined(words[:4]), "inc": joined(words[4:8])},
            "has_uint32": words[8],
            "uinteger": words[9],
        }

    @state.setter
    def state(self, given):
        parts = []
        for number in (given["state"]["state"], given["state"]["inc"]):
            parts.extend(number >> shift & _MASK for shift in (96, 64, 32, 0))
        self._load([*parts, given["has_uint32"], given["uinteger"]])


class MT19937(BitGenerator):
    """The Mersenne Twister: RandomState's."""

    _kind = 2

    def _start(self):
        words = values(self.seed_seq.generate_state(624))
        words[0] = 0x80000000
        self._load([*words, 623])

    def _raw(self):
        return int(values(wrap(bridge.numpy_draw(self.stream, 20, 1, 0, 0, 0), dtypes.float64))[0])

    @property
    def state(self):
        """The state as a dictionary that can be assigned again."""
        words = self._saved()
        return {"bit_generator": "MT19937", "state": {"key": from_values(words[:624], (624,), dtypes.uint32), "pos": words[624]}}

    @state.setter
    def state(self, given):
        inner = given["state"]
        self._load([*values(as_array(inner["key"])), inner["pos"]])


class LegacyView:
    """Another bit generator as RandomState draws from it: RandomState(PCG64(3))."""

    def __init__(self, bits):
        self.bits = bits
        self._opened = None

    @property
    def stream(self):
        """The engine's number of the stream, which shares the generator's bits."""
        if self._opened is None:
            self._opened = bridge.numpy_stream_share(self.bits.stream)
        return self._opened

    def _saved(self):
        return self.bits._saved()

    def _load(self, words):
        self.bits._load(words)

    def reseed(self, seed):
        """RandomState.seed() is for its own generator."""
        raise TypeError("can only re-seed a MT19937 BitGenerator")

    def __del__(self):
        try:
            if self._opened is not None:
                bridge.numpy_stream_free(self._opened)
        except (AttributeError, TypeError):
            pass


class LegacySeeding(MT19937):
    """MT19937 as RandomState(seed) seeds it: a number or a list of numbers."""

    _kind = 1

    def __init__(self, seed=None):
        self._opened = None
        self.words = self._checked(seed)

    def _start(self):
        # Entropy is drawn when the stream opens: a module restored from a memory snapshot must not repeat itself.
        words = self.words or [int.from_bytes(os.urandom(4), "little") for _ in range(8)]
        self._feed(words, len(words) > 1 or self.from_list)

    def reseed(self, seed):
        """Starts again."""
        self.words = self._checked(seed)
        if self._opened is not None:
            self._start()

    def _checked(self, seed):
        self.from_list = isinstance(seed, (list, tuple)) or getattr(seed, "shape", ()) != ()
        if seed is None:
            return None
        if self.from_list:
            words = as_array(seed).reshape(-1).tolist()
            if not words:
                raise ValueError("Seed must be non-empty")
            if any(not 0 <= word <= _MASK for word in words):
                raise ValueError("Seed must be between 0 and 2**32 - 1")
            return words
        try:
            seed = seed.__index__()
        except AttributeError:
            kind = as_array(seed).dtype
            raise TypeError(f"Cannot cast scalar from {kind!r} to dtype('int64') according to the rule 'safe'") from None
        if not 0 <= seed <= _MASK:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        return [seed]
