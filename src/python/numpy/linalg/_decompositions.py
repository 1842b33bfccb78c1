"""Factors of matrices: Cholesky, QR, eigenvalues and singular values."""

import bridge
from numpy._core import dtypes
from numpy._core.ndarray import from_values, values
from numpy.linalg._engine import LinAlgError, call, finite, matrices, narrowed


def cholesky(a):
    """The lower triangular L with a = L @ L.T of positive definite matrices."""
    a, kind = matrices(a, square=True)
    (factor,) = call("cholesky", a, refusal="Matrix is not positive definite")
    return narrowed(factor, kind)


def qr(a, mode="reduced"):
    """Orthonormal columns Q and triangular R with a = Q @ R; mode is 'reduced', 'complete' or 'r'."""
    if mode not in ("reduced", "complete", "r"):
        if mode in ("raw", "f", "full", "e", "economic"):
            raise NotImplementedError(f"qr has no mode={mode!r} here: use 'reduced', 'complete' or 'r'")
        raise ValueError(f"Unrecognized mode '{mode}'")
    a, kind = matrices(a)
    q, r = (narrowed(each, kind) for each in call("qr", a, mode == "complete", results=2))
    return r if mode == "r" else (q, r)


def _lower(a, UPLO):
    UPLO = UPLO.upper()
    if UPLO not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return a if UPLO == "L" else a.swapaxes(-1, -2)


def _not_finite(a):
    return a._dtype.kind == "f" and bridge.nonfinite(a._array_handle)


def eigh(a, UPLO="L"):
    """Eigenvalues, smallest first, and eigenvectors (columns) of symmetric matrices; only one triangle is read."""
    a, kind = matrices(_lower(matrices(a, square=True)[0], UPLO))
    if _not_finite(a):
        raise LinAlgError("Eigenvalues did not converge")
    w, v = call("eigh", a, results=2, refusal="Eigenvalues did not converge")
    return narrowed(w, kind), narrowed(v, kind)


def eigvalsh(a, UPLO="L"):
    """Eigenvalues of symmetric matrices, smallest first."""
    return eigh(a, UPLO)[0]


def eig(a):
    """Eigenvalues and eigenvectors (columns) of square matrices; complex when some eigenvalue is."""
    a, kind = matrices(a, square=True)
    finite(a)
    real, imaginary, v = call("eig", a, results=3, refusal="Eigenvalues did not converge")
    if not imaginary.any():
        return narrowed(real, kind), narrowed(v, kind)
    wide = dtypes.complex64 if kind.itemsize == 4 else dtypes.complex128
    re, im, parts = values(real), values(imaginary), values(v)
    n = a.shape[-1]
    vectors = []
    for k in range(a.size // (n * n)):
        signs = im[k * n : (k + 1) * n]
        for i in range(n):
            row = parts[(k * n + i) * n : (k * n + i + 1) * n]
            vectors.extend(_component(row, signs, j) for j in range(n))
    w = from_values([complex(x, y) for x, y in zip(re, im, strict=True)], real.shape, wide)
    return w, from_values(vectors, a.shape, wide)


def _component(row, signs, j):
    """An element of the j-th vector, whose pair stands in two columns."""
    if signs[j] > 0:
        return complex(row[j], row[j + 1])
    if signs[j] < 0:
        return complex(row[j - 1], -row[j])
    return complex(row[j])


def eigvals(a):
    """Eigenvalues of square matrices; complex when some are."""
    return eig(a)[0]


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """u, s, vh with a = u @ diag(s) @ vh and the singular values s in falling order."""
    a, kind = matrices(a)
    if _not_finite(a):
        raise LinAlgError("SVD did not converge")
    full = bool(full_matrices and compute_uv)
    u, s, vh = (narrowed(each, kind) for each in call("svd", a, full, results=3, refusal="SVD did not converge"))
    return (u, s, vh) if compute_uv else s
