"""Powers of a matrix, and products of many in the cheapest order."""

from numpy._core.ndarray import as_array
from numpy._core.products import dot, matmul
from numpy._core.shape_base import atleast_2d
from numpy.linalg._engine import LinAlgError
from numpy.linalg._solve import inv


def matrix_power(a, n):
    """a @ a @ … (n times); the inverse's powers for negative n."""
    from numpy._core.filled import eye
    from numpy._core.shape_base import broadcast_to

    a = as_array(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    try:
        n = n.__index__()
    except AttributeError as error:
        raise TypeError("exponent must be an integer") from error
    if n == 0:
        return broadcast_to(eye(a.shape[-1], dtype=a.dtype), a.shape).copy()
    if n < 0:
        a, n = inv(a), -n
    if n == 3:
        return matmul(matmul(a, a), a)
    power = found = None
    while n > 0:
        power = a if power is None else matmul(power, power)
        if n % 2:
            found = power if found is None else matmul(found, power)
        n //= 2
    return found


def multi_dot(arrays, *, out=None):
    """The product of two or more matrices (the first and last may be vectors) with the fewest multiplications."""
    arrays = [as_array(each) for each in arrays]
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    if len(arrays) == 2:
        return dot(*arrays, out=out)
    first, last = arrays[0].ndim, arrays[-1].ndim
    arrays[0] = atleast_2d(arrays[0])
    arrays[-1] = atleast_2d(arrays[-1]).T if last == 1 else arrays[-1]
    for each in arrays:
        if each.ndim != 2:
            raise LinAlgError(f"{each.ndim}-dimensional array given. Array must be two-dimensional")
    sizes = [each.shape[0] for each in arrays] + [arrays[-1].shape[1]]
    found = _product(arrays, _splits(sizes), 0, len(arrays) - 1)
    if first == 1 and last == 1:
        found = found[0, 0]
    elif first == 1 or last == 1:
        found = found.reshape(-1)
    if out is None:
        return found
    out[...] = found
    return out


def _splits(sizes):
    """Where to split each run of matrices (T. Cormen et al., Introduction to Algorithms, matrix-chain multiplication)."""
    n = len(sizes) - 1
    cost = [[0] * n for _ in range(n)]
    split = [[0] * n for _ in range(n)]
    for length in range(1, n):
        for i in range(n - length):
            j = i + length
            cost[i][j], split[i][j] = min(
                (cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1], k) for k in range(i, j)
            )
    return split


def _product(arrays, split, i, j):
    if i == j:
        return arrays[i]
    k = split[i][j]
    return matmul(_product(arrays, split, i, k), _product(arrays, split, k + 1, j))
