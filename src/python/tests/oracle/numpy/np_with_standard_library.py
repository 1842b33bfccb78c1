import collections
import copy
import fractions
import functools
import heapq
import itertools
import json
import math
import numbers
import operator
import random
import statistics
import struct

import numpy as np

a = np.array([3.0, 1.0, 2.0])
i = np.array([3, 1, 2])
print(math.sqrt(a[0]), math.floor(a[1]), math.ceil(np.float32(1.5)), math.isnan(np.float64("nan")), math.gcd(i[0], i[2]), math.factorial(i[0]), math.fsum(a), math.prod(i), math.hypot(*a[:2]), math.isclose(a[0], 3), math.exp(np.float32(0)), math.comb(np.int64(5), np.int64(2)), math.dist(a, a + 1), math.log(np.int64(8), 2), math.trunc(np.float64(2.7)), math.sqrt(np.array([4.0])), math.copysign(1, np.float64(-0.0)))
print(isinstance(i[0], numbers.Integral), isinstance(a[0], numbers.Real), isinstance(np.float32(1), numbers.Real), isinstance(np.bool_(1), numbers.Number), isinstance(a, collections.abc.Iterable), isinstance(a, collections.abc.Sized), isinstance(a, collections.abc.Sequence), isinstance(a, collections.abc.Hashable), isinstance(i[0], collections.abc.Hashable), callable(a), isinstance(np.complex64(1), numbers.Complex))
print(statistics.mean(a), statistics.median(i), statistics.pstdev(a), fractions.Fraction(np.int64(3)), fractions.Fraction(i[0], i[2]), sum(a), sum(i, 10), max(a), min(i), sorted(a), sorted(i, reverse=True), list(reversed(i)), any(i > 2), all(i > 0), len(a), abs(a[0] - 5), round(a.mean(), 1), divmod(i[0], i[2]), pow(i[0], i[2]), hash(i[0]) == 3, bool(a[0]), range(i[0]), list(range(i[2])), "x" * i[0], [0] * i[1], [1, 2, 3, 4][i[1] : i[0]], chr(np.int64(65)), bin(i[0]), hex(np.int64(255)), format(a[0], ".2f"), format(i[0], "04d"), int("11", np.int64(2)), slice(i[1], i[0]).indices(5))
print(collections.Counter(np.array([1, 2, 2, 3]).tolist()), collections.Counter(np.array(["a", "b", "a"])).most_common(1), dict(collections.Counter(np.array([1, 1, 2]))), collections.deque(i, maxlen=2), collections.defaultdict(int, {i[0]: 5})[3], {np.int64(1): "one"}[1], len({np.float64(1), 1, 1.0, np.int64(1), True}), set(i) == {1, 2, 3})
print(list(itertools.accumulate(i)), list(itertools.chain(i, a)), list(itertools.product(i[:2], repeat=2)), list(itertools.combinations(i, 2)), [k for k, g in itertools.groupby(np.array([1, 1, 2]))], list(itertools.pairwise(i)) if hasattr(itertools, "pairwise") else "", functools.reduce(operator.mul, i), functools.reduce(np.maximum, [np.array([1, 5]), np.array([3, 2])]), list(map(float, i)), list(filter(None, np.array([0, 1, 2]))), operator.itemgetter(1)(a), heapq.nlargest(2, a), heapq.nsmallest(1, i), list(zip(*np.array([[1, 2], [3, 4]]))), [*np.eye(2)][0], dict(np.array([[1, 2], [3, 4]])), list(enumerate(a, 1)), functools.partial(np.sum, axis=0)(np.ones((2, 2))), np.vectorize(math.factorial)([1, 2, 3]), sorted(range(3), key=i.__getitem__), sorted([(2, "b"), (1, "a")], key=lambda p: np.int64(p[0])))
random.seed(0)
deck = np.arange(5)
print(random.choice(deck) in deck, len(random.sample(list(deck), 2)), random.choices(deck, k=2)[0] in deck, random.randint(np.int64(1), np.int64(1)), random.uniform(np.float64(1), np.float64(1)))
print(json.dumps(a.tolist()), json.dumps({"v": a[0], "n": int(i[0]), "b": bool(i[0] > 2)}), json.loads("[1, 2]") + np.array([1, 1]), struct.pack("<f", np.float32(1.5)), struct.unpack("<2h", np.array([1, 2], dtype=np.int16).tobytes()), np.frombuffer(struct.pack("<2d", 1.5, 2.5)), copy.copy(a) is a, copy.deepcopy({"a": a})["a"], str(a[0]).encode(), eval(repr(a[0])), repr([a[0], i[0]]), ascii(i), type(a[0] + i[0]).__name__, isinstance(a[0], float), isinstance(i[0], int), "%s %r %d %.1f" % (a[0], i[0], a[1], i[2]), "{:>6.2f}|{:<4}|{!s}".format(a[0], i[0], a), f"{a[0]:e} {i[0]:x} {a.sum():g} {i.mean():.3g} {a.max():+.1f} {i[0]:,}")


class Point:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Point(self.x + (other.x if isinstance(other, Point) else other))

    def __repr__(self):
        return f"P({self.x})"


points = np.array([Point(1), Point(2)])
print(points, points + 1, points.sum(), points.dtype, (points + points)[1].x, np.array([Point(1)] * 2, dtype=object).shape)
