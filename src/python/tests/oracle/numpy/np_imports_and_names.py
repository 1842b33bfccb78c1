import numpy
import numpy as np
import numpy.linalg as LA
import numpy.random as npr
from numpy import arange, array, linalg, pi, sqrt
from numpy.fft import fft
from numpy.lib.stride_tricks import as_strided
from numpy.linalg import inv, norm
from numpy.random import RandomState, rand
from numpy.testing import assert_allclose
from numpy.typing import NDArray

print(np is numpy, np.__name__, LA is np.linalg, npr is np.random, linalg.norm is norm, inv(np.eye(2)), norm([3, 4]), array([1]) + arange(1), sqrt(4), round(pi, 4), RandomState(0).rand(), rand().__class__.__name__, fft([1, 1])[0], as_strided(np.arange(3), (2,), (8,)))
namespace = {}
exec("from numpy import *", namespace)
print("zeros" in namespace, "sum" in namespace, "min" in namespace, "max" in namespace, "round" in namespace, "abs" in namespace, namespace["array"]([1, 2]).sum(), "random" in namespace, "linalg" in namespace)


def f(x: np.ndarray, y: "NDArray[np.float64]") -> np.float64:
    return (x * y).sum()


print(f(np.ones(2), np.ones(2)), f.__annotations__["x"], f.__annotations__["return"])
for name in ("nothing", "arrange", "Array", "float", "int", "bool", "object", "str", "complex"):
    try:
        getattr(np, name)
    except AttributeError as e:
        print(name, "|", str(e).split("\n")[0])
for name in ("zeros", "ndarray", "foo", "float32", "nan"):
    print(name, hasattr(np, name), end=" ")
print(np.ndarray, np.array, sep="|") if False else print(np.ndarray, np.float32, np.dtype)
print(np.math.sqrt(16), np.math.pi == np.pi, np.e, np.inf, -np.inf, np.nan, np.newaxis is None, np.True_, np.False_, np.__version__.split(".")[0] in ("1", "2"), np.little_endian, np.MAXDIMS)
print(isinstance(np.ones(1), np.ndarray), isinstance([1], np.ndarray), isinstance(np.float32(1), np.generic), isinstance(np.add, np.ufunc), isinstance(np.dtype("f4"), np.dtype), issubclass(np.float64, float), issubclass(np.int32, np.signedinteger), np.int64.__name__, np.float32.__mro__[1].__name__, np.ndarray.__module__, type(np.sum).__name__, np.bool_.__name__, np.bool8 is np.bool_, np.int_.__name__, np.str_.__name__)
assert_allclose([1.0], [1.0])
print(np.char.upper(["ab", "c"]), np.char.add(["a", "b"], ["x", "y"]), np.char.replace(["aXb"], "X", "-"), np.char.split(["a b", "c"]), np.char.str_len(["abc", ""]), np.char.startswith(["ab", "cd"], "a"), np.char.strip([" a "]), np.char.title(["hello world"]), np.char.multiply(["ab"], 2), np.char.find(["abc"], "c"), np.char.zfill(["7"], 3), np.char.join("-", ["abc"]), np.char.isdigit(["1", "a"]), np.char.lower("ABC"), np.char.center(["a"], 5), np.char.count(["aab"], "a"), np.char.equal(["a "], ["a"]), np.char.capitalize(["abc"]))
