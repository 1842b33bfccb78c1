"""numpy.linalg: solutions, decompositions, norms and eigenvalues of matrices, in float64 on the engine's kernels.

Batches of matrices work as in NumPy; complex matrices are not here, complex eigenvalues are.
"""

from numpy.linalg._decompositions import cholesky, eig, eigh, eigvals, eigvalsh, qr, svd  # noqa: F401
from numpy.linalg._engine import LinAlgError  # noqa: F401
from numpy.linalg._norms import cond, matrix_rank, norm  # noqa: F401
from numpy.linalg._products import matrix_power, multi_dot  # noqa: F401
from numpy.linalg._solve import det, inv, lstsq, pinv, slogdet, solve, tensorinv, tensorsolve  # noqa: F401
from numpy.linalg import linalg  # noqa: F401, E402, I001  the same functions by their older address
