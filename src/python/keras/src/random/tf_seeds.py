"""TensorFlow's global seed: the two seeds that an operation draws with, and how much of each stream has been drawn. Here because
keras.utils.set_random_seed and fit() need it without the tensorflow package, whose operations use it too."""

import contextlib
import os
import random

from torch import _philox

_LARGEST = 2**31 - 1
_WITHOUT_GLOBAL = 87654321  # the first seed of an operation with a seed of its own alone


class _Eager:
    """Outside functions: the seeds of operations without one come from Python's generator, started from the global seed."""

    def __init__(self):
        self.seed = None
        self.drawn = {}
        self._source = None

    def start(self, seed):
        """After tf.random.set_seed."""
        self.seed = int(seed)
        self._source = random.Random(self.seed)
        self.drawn.clear()

    def operation_seed(self):
        """The seed of an operation without one."""
        return self._source.randint(0, _LARGEST)

    def stream(self, operation, seeds):
        """What tells one stream from another: equal operations with equal seeds go on where the last one ended."""
        return operation, seeds


class Graph:
    """One traced function: its operations are numbered, and each has a stream of its own."""

    def __init__(self, seed=None):
        self.seed = _scopes[-1].seed if seed is None else seed
        self.drawn = {}
        self._times = _times[0]
        self._operations = self._seeds = 0

    def anew(self):
        """The same function with its streams at their beginnings: an iterator of a dataset has one of its own."""
        return Graph(self.seed) if self.seed is not None else Graph()

    def begin(self):
        """The function runs again, from its first operation on. set_seed in between starts its streams anew."""
        self._operations = self._seeds = 0
        if self._times != _times[0]:
            self._times = _times[0]
            self.drawn.clear()

    def operation_seed(self):
        """The seed of an operation without one."""
        self._seeds += 1
        return self._seeds - 1

    def stream(self, operation, seeds):
        """The operation's number."""
        self._operations += 1
        return self._operations


_eager = _Eager()
_scopes = [_eager]
_times = [0]  # how often set_seed was called


_looking = [0]


@contextlib.contextmanager
def looking():
    """Inside, an element of a dataset is made to see its shape: no seed may be used up."""
    _looking[0] += 1
    try:
        yield
    finally:
        _looking[0] -= 1


def looks():
    """Whether an element is made for its shape alone."""
    return _looking[0] > 0


@contextlib.contextmanager
def inside(graph):
    """Operations belong to the graph; its streams go on where the last run ended."""
    graph.begin()
    _scopes.append(graph)
    try:
        yield
    finally:
        _scopes.pop()


def set_seed(seed):
    """tf.random.set_seed."""
    _eager.start(seed)
    _times[0] += 1


def pair(seed=None):
    """The two seeds of an operation with a seed of its own or none; (0, 0) where nothing was seeded."""
    scope = _scopes[-1]
    if scope.seed is None and seed is None:
        return 0, 0
    first = _WITHOUT_GLOBAL if scope.seed is None else scope.seed % _LARGEST
    second = scope.operation_seed() if seed is None else int(seed)
    return unlike_nothing(first, second % _LARGEST)


def unlike_nothing(first, second):
    """(0, 0) would mean that nothing was seeded."""
    return (0, _LARGEST) if first == second == 0 else (first, second)


def start_of(seeds):
    """The place where the stream of two seeds begins; a new one for (0, 0)."""
    if seeds == (0, 0):
        seeds = int.from_bytes(os.urandom(8), "little"), int.from_bytes(os.urandom(8), "little")
    return _philox.at(*seeds)


def place(operation, seed, blocks):
    """The place where the next run of an operation draws; it keeps `blocks` times four words for itself."""
    seeds = pair(seed)
    if seeds == (0, 0):
        return start_of(seeds)
    scope = _scopes[-1]
    stream = scope.stream(operation, seeds)
    before = scope.drawn.get(stream, 0)
    scope.drawn[stream] = before + blocks
    return _philox.at(*seeds, before)


def shuffle_blocks(n):
    """What a shuffle of n rows keeps."""
    return -(-(n - 1) // 4)


class Words:
    """The words of a stream, one at a time."""

    def __init__(self, seeds):
        self._place = start_of(seeds)
        self._ready = []
        self._chunk = 16
        self._blocks = 0

    def next(self):
        """A whole number of 32 bits."""
        if not self._ready:
            self._ready = _philox.words(self._chunk, _philox.later(self._place, self._blocks))[::-1]
            self._blocks += self._chunk // 4
            self._chunk = min(2 * self._chunk, 1024)
        return self._ready.pop()
