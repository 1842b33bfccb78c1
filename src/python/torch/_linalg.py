"""Factorisations of matrices: the arithmetic in Python numbers (float64), the derivatives as tensor formulas.

Derivatives: Giles, Collected matrix derivative results for forward and reverse mode algorithmic differentiation, 2008.
"""

import math

import bridge
import torch
from torch._tensor import rename
from torch.autograd.function import Function
from torch.return_types import named_result


def _by_matrix(kernel, A, count):
    """Runs a kernel on every matrix of a batch; its results as tensors with the batch dimensions in front."""
    rows, columns = A.shape[-2:]
    flat = A.detach().double().cpu().reshape(-1, rows, columns)
    results = [kernel(matrix) for matrix in flat.tolist()]
    made = []
    for place in range(count):
        parts = [torch.tensor(each[place], dtype=torch.float64) for each in results]
        stacked = torch.stack(parts) if parts else torch.empty(0, dtype=torch.float64)
        made.append(stacked.reshape(*A.shape[:-2], *stacked.shape[1:]).to(dtype=A.dtype, device=A.device))
    return made


# --- solving ------------------------------------------------------------------------------------------------------


def _factor(rows):
    """LU with row exchanges: the packed factors, the order of rows, the sign, the first zero pivot (or -1)."""
    n = len(rows)
    a = [row[:] for row in rows]
    order, sign, zero = list(range(n)), 1.0, -1
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i][k]))
        if pivot != k:
            a[k], a[pivot] = a[pivot], a[k]
            order[k], order[pivot] = order[pivot], order[k]
            sign = -sign
        if a[k][k] == 0.0:
            zero = k if zero < 0 else zero
            continue
        for i in range(k + 1, n):
            factor = a[i][k] = a[i][k] / a[k][k]
            if factor:
                row, top = a[i], a[k]
                for j in range(k + 1, n):
                    row[j] -= factor * top[j]
    return a, order, sign, zero


def _solved(a, order, columns):
    """The solution for each right-hand side (a list of columns)."""
    n = len(a)
    out = []
    for column in columns:
        x = [column[i] for i in order]
        for i in range(n):
            x[i] -= sum(a[i][j] * x[j] for j in range(i))
        for i in range(n - 1, -1, -1):
            x[i] = (x[i] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
        out.append(x)
    return out


class _Solve(Function):
    @staticmethod
    def forward(ctx, A, B, name):
        def kernel(both):
            n = len(both)
            a, order, _, zero = _factor([row[:n] for row in both])
            if zero >= 0:
                _refuse_singular(name, zero)
            columns = _solved(a, order, [list(column) for column in zip(*(row[n:] for row in both))])
            return ([list(row) for row in zip(*columns)],)

        (X,) = _by_matrix(kernel, torch.cat([A, B], -1), 1)
        ctx.save_for_backward(A, X)
        return X

    @staticmethod
    def backward(ctx, grad):
        A, X = ctx.saved_tensors
        grad_b = solve_square(A.mT, grad, "solve")
        return -grad_b @ X.mT, grad_b, None


def _refuse_singular(name, zero):
    if name == "inv":
        raise bridge.LinAlgError(
            f"linalg.inv: The diagonal element {zero + 1} is zero, the inversion could not be completed because the input "
            "matrix is singular."
        )
    raise bridge.LinAlgError(f"torch.linalg.{name}: The solver failed because the input matrix is singular.")


def solve_square(A, B, name):
    """X with A X = B, for batches; B may broadcast."""
    batch = torch.broadcast_shapes(A.shape[:-2], B.shape[:-2])
    return _Solve.apply(A.expand(*batch, *A.shape[-2:]), B.expand(*batch, *B.shape[-2:]), name)


class _Det(Function):
    @staticmethod
    def forward(ctx, A):
        def kernel(rows):
            a, _, sign, _ = _factor(rows)
            return (math.prod((a[i][i] for i in range(len(a))), start=sign),)

        (value,) = _by_matrix(kernel, A, 1)
        ctx.save_for_backward(A, value)
        return value

    @staticmethod
    def backward(ctx, grad):
        A, value = ctx.saved_tensors
        eye = torch.eye(A.shape[-1], dtype=A.dtype).expand(A.shape)
        return (grad * value)[..., None, None] * solve_square(A.mT, eye, "inv")


def lu(A):
    """Packed LU factors, row orders, determinants."""
    packed, order = _by_matrix(lambda rows: _factor(rows)[:2], A, 2)
    return packed, order.long(), _Det.apply(A)


# --- QR and Cholesky ----------------------------------------------------------------------------------------------


def _householder(rows, complete):
    """Q and R by reflections with LAPACK's signs."""
    m, n = len(rows), len(rows[0])
    r = [row[:] for row in rows]
    q = [[float(i == j) for j in range(m)] for i in range(m)]
    for k in range(min(m - 1, n)):
        length = math.sqrt(sum(r[i][k] ** 2 for i in range(k, m)))
        if length == 0.0 or all(r[i][k] == 0.0 for i in range(k + 1, m)):
            continue
        v = [0.0] * k + [r[i][k] for i in range(k, m)]
        v[k] += math.copysign(length, v[k])
        norm = sum(each * each for each in v)
        for matrix, width in ((r, n), (q, m)):
            for j in range(width):
                share = 2.0 * sum(v[i] * matrix[i][j] for i in range(k, m)) / norm
                for i in range(k, m):
                    matrix[i][j] -= share * v[i]
    kept = m if complete else min(m, n)
    for i in range(m):
        for j in range(min(i, n)):
            r[i][j] = 0.0
    return [[q[j][i] for j in range(kept)] for i in range(m)], r[:kept]


class _QR(Function):
    @staticmethod
    def forward(ctx, A, complete):
        Q, R = _by_matrix(lambda rows: _householder(rows, complete), A, 2)
        ctx.save_for_backward(Q, R)
        return Q, R

    @staticmethod
    def backward(ctx, grad_q, grad_r):
        Q, R = ctx.saved_tensors
        M = R @ grad_r.mT - grad_q.mT @ Q
        M = M.tril() + M.tril(-1).mT
        return solve_square(R, (grad_q + Q @ M).mT, "qr").mT, None


def qr(A, mode="reduced", *, out=None):
    """Q with orthonormal columns and an upper triangular R."""
    Q, R = _QR.apply(A, mode == "complete")
    return named_result("linalg_qr" if mode != "old" else "qr", Q=rename(Q, "LinalgQrBackward0"), R=rename(R, "LinalgQrBackward0"))


def _cholesky(rows):
    n = len(rows)
    lower = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = rows[i][j] - sum(lower[i][k] * lower[j][k] for k in range(j))
            if i == j:
                if rest <= 0.0:
                    raise bridge.LinAlgError(
                        "linalg.cholesky: The factorization could not be completed because the input is not positive-definite "
                        f"(the leading minor of order {i + 1} is not positive-definite)."
                    )
                lower[i][i] = math.sqrt(rest)
            else:
                lower[i][j] = rest / lower[j][j]
    return (lower,)


class _Cholesky(Function):
    @staticmethod
    def forward(ctx, A):
        (L,) = _by_matrix(_cholesky, A, 1)
        ctx.save_for_backward(L)
        return L

    @staticmethod
    def backward(ctx, grad):
        (L,) = ctx.saved_tensors
        middle = (L.mT @ grad).tril()
        middle = middle - 0.5 * torch.diag_embed(middle.diagonal(0, -2, -1))
        inner = solve_square(L.mT, middle, "cholesky")
        inner = solve_square(L.mT, inner.mT, "cholesky").mT
        return 0.5 * (inner + inner.mT)


def cholesky(A, *, upper=False, out=None):
    """The lower triangular L with A = L Lᵀ, for positive definite matrices."""
    L = rename(_Cholesky.apply(A), "LinalgCholeskyExBackward0")
    return L.mT if upper else L


# --- eigenvalues and singular values -------------------------------------------------------------------------------


def _rotate(a, v, n):
    """One sweep of Jacobi rotations; returns the size of what is left beside the diagonal."""
    for p in range(n - 1):
        for q in range(p + 1, n):
            if abs(a[p][q]) < 1e-300:
                continue
            theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q])
            t = math.copysign(1.0, theta) / (abs(theta) + math.hypot(theta, 1.0))
            c = 1.0 / math.hypot(t, 1.0)
            s = t * c
            for k in range(n):
                a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
            for k in range(n):
                a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
            for k in range(n):
                v[k][p], v[k][q] = c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]
    return sum(a[i][j] ** 2 for i in range(n) for j in range(n) if i != j)


def _eigen(rows):
    """Eigenvalues in rising order and eigenvectors as columns; the last component of each is not negative."""
    n = len(rows)
    a = [[rows[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    scale = sum(each * each for row in a for each in row)
    for _ in range(60):
        if _rotate(a, v, n) <= 1e-32 * scale:
            break
    order = sorted(range(n), key=lambda i: a[i][i])
    signs = [-1.0 if v[n - 1][i] < 0 else 1.0 for i in order]
    return [a[i][i] for i in order], [[v[k][i] * sign for i, sign in zip(order, signs)] for k in range(n)]


class _Eigh(Function):
    @staticmethod
    def forward(ctx, A):
        values, vectors = _by_matrix(_eigen, A, 2)
        ctx.save_for_backward(values, vectors)
        return values, vectors

    @staticmethod
    def backward(ctx, grad_values, grad_vectors):
        values, V = ctx.saved_tensors
        gaps = values.unsqueeze(-2) - values.unsqueeze(-1)
        inverse = torch.where(gaps == 0, 0.0, 1 / torch.where(gaps == 0, 1.0, gaps))
        inner = torch.diag_embed(grad_values) + inverse * (V.mT @ grad_vectors)
        return V @ inner @ V.mT


def eigh(A, UPLO="L", *, out=None):
    """Eigenvalues of symmetric matrices, smallest first, and eigenvectors as columns (their signs are free)."""
    if A.ndim < 2 or A.shape[-1] != A.shape[-2]:
        raise RuntimeError(
            f"linalg.eigh: A must be batches of square matrices, but they are {A.shape[-2]} by {A.shape[-1]} matrices"
        )
    values, vectors = _Eigh.apply(A if UPLO == "L" else A.mT)
    return named_result(
        "linalg_eigh", eigenvalues=rename(values, "LinalgEighBackward0"), eigenvectors=rename(vectors, "LinalgEighBackward0")
    )


def eigvals(A):
    """Eigenvalues of matrices by QR steps.

    Partly: only eigenvalues that are real, as real tensors
    """

    def kernel(rows):
        a = rows
        n = len(a)
        for _ in range(500):
            shift = a[n - 1][n - 1]
            q, r = _householder([[a[i][j] - (shift if i == j else 0.0) for j in range(n)] for i in range(n)], True)
            a = [[sum(r[i][k] * q[k][j] for k in range(n)) + (shift if i == j else 0.0) for j in range(n)] for i in range(n)]
            if sum(abs(a[i][j]) for i in range(n) for j in range(i)) < 1e-14:
                break
        else:
            raise NotImplementedError("complex eigenvalues are not here; the matrix seems to have some")
        return ([a[i][i] for i in range(n)],)

    return _by_matrix(kernel, A, 1)[0]


def _singular_values(rows):
    """U, S, Vᵀ (reduced) from rotations that make the columns orthogonal."""
    m, n = len(rows), len(rows[0])
    if m < n:
        u, s, vt = _singular_values([list(column) for column in zip(*rows)])
        return [list(column) for column in zip(*vt)], s, [list(column) for column in zip(*u)]
    columns = [list(column) for column in zip(*rows)]
    v = [[float(i == j) for j in range(n)] for i in range(n)]  # rows of v are columns of V
    for _ in range(60):
        moved = False
        for p in range(n - 1):
            for q in range(p + 1, n):
                alpha = sum(x * x for x in columns[p])
                beta = sum(x * x for x in columns[q])
                gamma = sum(x * y for x, y in zip(columns[p], columns[q]))
                if abs(gamma) <= 1e-15 * math.sqrt(alpha * beta):
                    continue
                moved = True
                zeta = (beta - alpha) / (2.0 * gamma)
                t = math.copysign(1.0, zeta) / (abs(zeta) + math.hypot(1.0, zeta))
                c = 1.0 / math.hypot(1.0, t)
                s = c * t
                for pair in (columns, v):
                    pair[p], pair[q] = (
                        [c * x - s * y for x, y in zip(pair[p], pair[q])],
                        [s * x + c * y for x, y in zip(pair[p], pair[q])],
                    )
        if not moved:
            break
    sizes = [math.sqrt(sum(x * x for x in column)) for column in columns]
    order = sorted(range(n), key=lambda i: -sizes[i])
    largest = max(sizes, default=0.0)
    u = []
    for i in order:
        length = sizes[i]
        column = [x / length for x in columns[i]] if length > 1e-14 * largest and length > 0 else _orthogonal(u, m)
        first = next((x for x in column if abs(x) > 1e-12), 1.0)
        if first > 0:  # LAPACK's reflections make the first component negative as a rule
            column = [-x for x in column]
            v[i] = [-x for x in v[i]]
        u.append(column)
    return [list(row) for row in zip(*u)], [sizes[i] for i in order], [v[i] for i in order]


def _orthogonal(found, m):
    """A unit vector at right angles to those found."""
    for place in range(m):
        column = [float(i == place) for i in range(m)]
        for other in found:
            share = sum(x * y for x, y in zip(column, other))
            column = [x - share * y for x, y in zip(column, other)]
        length = math.sqrt(sum(x * x for x in column))
        if length > 1e-8:
            return [x / length for x in column]
    return [0.0] * m


class _SVD(Function):
    @staticmethod
    def forward(ctx, A):
        U, S, Vh = _by_matrix(_singular_values, A, 3)
        ctx.save_for_backward(U, S, Vh)
        return U, S, Vh

    @staticmethod
    def backward(ctx, grad_u, grad_s, grad_vh):
        U, S, Vh = ctx.saved_tensors
        squares = S * S
        gaps = squares.unsqueeze(-2) - squares.unsqueeze(-1)
        inverse = torch.where(gaps == 0, 0.0, 1 / torch.where(gaps == 0, 1.0, gaps))
        left = inverse * (U.mT @ grad_u - grad_u.mT @ U)
        right = inverse * (Vh @ grad_vh.mT - grad_vh @ Vh.mT)
        middle = left * S.unsqueeze(-2) + S.unsqueeze(-1) * right + torch.diag_embed(grad_s)
        grad = U @ middle @ Vh
        rows, columns = U.shape[-2], Vh.shape[-1]
        if rows > columns:
            rest = grad_u / S.unsqueeze(-2)
            grad = grad + (rest - U @ (U.mT @ rest)) @ Vh
        if columns > rows:
            rest = grad_vh / S.unsqueeze(-1)
            grad = grad + U @ (rest - (rest @ Vh.mT) @ Vh)
        return grad


def svd(A, full_matrices=True, *, driver=None, out=None):
    """U, S, Vh with A = U diag(S) Vh; singular values fall. Signs of the vectors are free."""
    U, S, Vh = _SVD.apply(A)
    rows, columns = A.shape[-2:]
    if full_matrices and rows != columns:
        if rows > columns:
            U = torch.cat([U, qr(U, "complete")[0][..., columns:]], -1)
        else:
            Vh = torch.cat([Vh, qr(Vh.mT, "complete")[0].mT[..., rows:, :]], -2)
    name = "LinalgSvdBackward0"
    return named_result("linalg_svd", U=rename(U, name), S=rename(S, name), Vh=rename(Vh, name))
