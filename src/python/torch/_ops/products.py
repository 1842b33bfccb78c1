"""Products: matrices, batches, einsum and what is made of them. Factorisations are in torch/linalg.py."""

import bridge
from torch.amp.autocast_mode import in_float32
from torch._tensor import Tensor, rename, wrap
from torch._type_name import type_name

from .register import FUNCTIONS, both, function, given, method, must_be_tensor, renamed, result


def _product(name, doc, second="other"):
    def op(input, other, *, out=None):
        if not isinstance(other, Tensor):
            must_be_tensor(name, second, 2, other)
        must_be_tensor(name, "input", 1, input)
        handle = getattr(bridge, name)(input._handle, other._handle)
        return wrap(handle) if out is None else result(handle, out)

    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    return both(renamed(op, other=second))


matmul = _product("matmul", "Matrix product of vectors, matrices or (broadcast) batches: input @ other.")
mm = _product("mm", "Product of two matrices.", "mat2")
bmm = _product("bmm", "Product of two batches of matrices.", "mat2")
mv = _product("mv", "Product of a matrix and a vector.", "vec")
dot = _product("dot", "Inner product of two vectors.", "tensor")


@both
def vdot(input, other):
    """Inner product of two vectors."""
    return dot(input, other)


@both
def inner(input, other):
    """Sum of products over the last dimensions."""
    if input.ndim == 0 or other.ndim == 0:
        return input * other
    if input.shape[-1] != other.shape[-1]:
        raise RuntimeError(
            f"inner() the last dimension must match on both input tensors but got shapes {list(input.shape)} and {list(other.shape)}"
        )
    return FUNCTIONS["tensordot"](input, other, ([-1], [-1]))


@both
def outer(input, vec2, *, out=None):
    """All products of two vectors, a matrix."""
    if input.ndim != 1 or vec2.ndim != 1:
        wrong = "self" if input.ndim != 1 else "vec2"
        rank = input.ndim if input.ndim != 1 else vec2.ndim
        raise RuntimeError(f"outer: Expected 1-D argument {wrong}, but got {rank}-D")
    return given(input.unsqueeze(1) * vec2, out)


ger = outer
FUNCTIONS["ger"] = outer
Tensor.ger = outer


@both
def addmm(input, mat1, mat2, *, beta=1, alpha=1, out=None):
    """beta * input + alpha * (mat1 @ mat2)."""
    kind = 2 if isinstance(beta, float) or isinstance(alpha, float) else 1
    return result(bridge.addmm(input._handle, mat1._handle, mat2._handle, beta, kind, alpha, kind), out)


def _plus_product(name, multiply, doc, node, names):
    def op(input, first, second, *, beta=1, alpha=1, out=None):
        product = multiply(first, second)
        total = FUNCTIONS["add"](input if beta == 1 else input * beta, product, alpha=alpha)
        return given(rename(total, node), out)

    op.__name__ = op.__qualname__ = name
    op.__doc__ = doc
    both(renamed(op, first=names[0], second=names[1]))

    def op_(self, first, second, *, beta=1, alpha=1):
        return self.copy_(op(self, first, second, beta=beta, alpha=alpha))

    op_.__name__ = op_.__qualname__ = name + "_"
    op_.__doc__ = doc + " In place."
    method(renamed(op_, first=names[0], second=names[1]))


_batches = ("batch1", "batch2")
_plus_product("addmv", mv, "beta * input + alpha * (mat @ vec).", "AddmvBackward0", ("mat", "vec"))
_plus_product("addr", outer, "beta * input + alpha * outer(vec1, vec2).", "AddrBackward0", ("vec1", "vec2"))
_plus_product("baddbmm", bmm, "beta * input + alpha * (batch1 @ batch2).", "BaddbmmBackward0", _batches)
_plus_product("addbmm", lambda a, b: bmm(a, b).sum(0), "beta * input + alpha * sum of batch1 @ batch2.", "AddbmmBackward0", _batches)


@method
def addmm_(self, mat1, mat2, *, beta=1, alpha=1):
    """beta * self + alpha * (mat1 @ mat2), in place."""
    return self.copy_(addmm(self, mat1, mat2, beta=beta, alpha=alpha))


@function
def chain_matmul(*matrices):
    """The product of several matrices, or the one that is given."""
    return multi_dot(matrices) if len(matrices) > 1 else matrices[0]


def multi_dot(matrices):
    """The product of several matrices, from left to right."""
    if len(matrices) < 2:
        raise RuntimeError(f"multi_dot(): expected at least 2 tensors but got {len(matrices)}")
    product = matrices[0]
    for matrix in matrices[1:]:
        product = product @ matrix
    return product


@both
def matrix_power(input, n):
    """A square matrix multiplied by itself n times (its inverse for n < 0)."""
    if input.ndim < 2:
        raise RuntimeError("linalg.matrix_power: The input tensor A must have at least 2 dimensions.")
    if input.shape[-1] != input.shape[-2]:
        raise RuntimeError(
            "linalg.matrix_power: A must be batches of square matrices, but they are "
            f"{input.shape[-2]} by {input.shape[-1]} matrices"
        )
    if n < 0:
        return matrix_power(FUNCTIONS["inverse"](input), -n)
    size = input.shape[-1]
    power = FUNCTIONS["eye"](size, dtype=input.dtype, device=input.device).expand(input.shape)
    while n:
        if n & 1:
            power = power @ input
        n >>= 1
        input = input @ input if n else input
    return power


@both
def kron(input, other):
    """The Kronecker product."""
    if not input.ndim or not other.ndim:
        return input * other
    rank = max(input.ndim, other.ndim)
    a = input.reshape(*[1] * (rank - input.ndim), *input.shape)
    b = other.reshape(*[1] * (rank - other.ndim), *other.shape)
    left = a.reshape([size for pair in zip(a.shape, [1] * rank) for size in pair])
    right = b.reshape([size for pair in zip([1] * rank, b.shape) for size in pair])
    return (left * right).reshape([m * n for m, n in zip(a.shape, b.shape)])


@function
def tensordot(a, b, dims=2, out=None):
    """Sum of products over dimensions: the last `dims` of a with the first of b, or two lists."""
    if isinstance(dims, Tensor):
        dims = dims.tolist()
    if isinstance(dims, int):
        left, right = list(range(a.ndim - dims, a.ndim)), list(range(dims))
    else:
        left, right = ([d % t.ndim for d in ([each] if isinstance(each, int) else each)] for t, each in zip((a, b), dims))
        if len(left) != len(right):
            raise RuntimeError("both dimension lists should have same length")
    for i, j in zip(left, right):
        if a.shape[i] != b.shape[j]:
            raise RuntimeError(
                f"contracted dimensions need to match, but first has size {a.shape[i]} in dim "
                f"{i - a.ndim if isinstance(dims, int) else i} and second has size "
                f"{b.shape[j]} in dim {j}"
            )
    free_a = [d for d in range(a.ndim) if d not in left]
    free_b = [d for d in range(b.ndim) if d not in right]
    count = 1
    for d in left:
        count *= a.shape[d]
    first = a.permute(*free_a, *left).reshape(-1, count) if a.ndim else a.reshape(1, 1)
    second = b.permute(*right, *free_b).reshape(count, -1) if b.ndim else b.reshape(1, 1)
    shape = [a.shape[d] for d in free_a] + [b.shape[d] for d in free_b]
    return given((first @ second).reshape(shape), out)


@function
def cross(input, other, dim=None, *, out=None, axis=None):
    """The vector product along a dimension of size 3."""
    if axis is not None:
        dim = axis
    if dim is None:
        dim = next((d for d in range(input.ndim) if input.shape[d] == 3), None)
        if dim is None:
            raise RuntimeError("no dimension of size 3 in input")
    if input.shape[dim] != 3 or other.shape[dim] != 3:
        raise RuntimeError(
            f"linalg.cross: inputs dimension {dim} must have length 3. Got {input.shape[dim]} and {other.shape[dim]}"
        )
    a, b = (each.unbind(dim) for each in FUNCTIONS["broadcast_tensors"](input, other))
    parts = [a[(i + 1) % 3] * b[(i + 2) % 3] - a[(i + 2) % 3] * b[(i + 1) % 3] for i in range(3)]
    return given(rename(FUNCTIONS["stack"](parts, dim), "LinalgCrossBackward0"), out)


Tensor.cross = cross


@function
@in_float32
def cdist(x1, x2, p=2.0, compute_mode=None):
    """Distances of all rows of x1 from all rows of x2."""
    for name, each in (("X1", x1), ("X2", x2)):
        if each.ndim < 2:
            raise RuntimeError(f"cdist only supports at least 2D tensors, {name} got: {each.ndim}D")
        if not each.is_floating_point():
            raise RuntimeError(f"cdist only supports floating-point dtypes, {name} got: {each.dtype._scalar_name}")
    if x1.shape[-1] != x2.shape[-1]:
        raise RuntimeError(f"X1 and X2 must have the same number of columns. X1: {x1.shape[-1]} X2: {x2.shape[-1]}")
    from .reduce import vector_norm

    return rename(vector_norm(x1.unsqueeze(-2) - x2.unsqueeze(-3), p, -1), "CdistBackward0")


# --- einsum -------------------------------------------------------------------------------------------------------


@function
def einsum(equation, *operands):
    """Sums of products by index names: einsum("ij,jk->ik", a, b) is the matrix product."""
    if isinstance(equation, Tensor):  # einsum(a, [0, 1], b, [1, 2], [0, 2])
        equation, operands = _equation_of((equation, *operands))
    if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
        operands = operands[0]
    for position, each in enumerate(operands):
        if not isinstance(each, Tensor):
            raise TypeError(f"expected Tensor as element {position} in argument 1, but got {type_name(each)}")
    inputs, output = _terms(equation, operands)
    labels, current = inputs[0], operands[0]
    labels, current = _diagonals(labels, current)
    rest = [_diagonals(term, operand) for term, operand in zip(inputs[1:], operands[1:])]
    for position, (term, operand) in enumerate(rest):
        later = set(output).union(*(names for names, _ in rest[position + 1 :]))
        labels, current = _contract(labels, current, term, operand, later)
    labels, current = _sum_out(labels, current, set(output))
    return current.permute([labels.index(name) for name in output]) if labels != output else current


def _equation_of(given):
    """The form with lists of numbers in letters."""

    def term(names):
        return "".join("..." if name is Ellipsis else chr(ord("A" if name < 26 else "a") + name % 26) for name in names)

    pairs = len(given) // 2
    equation = ",".join(term(names) for names in given[1 : 2 * pairs : 2])
    return equation + ("->" + term(given[-1]) if len(given) % 2 else ""), given[0 : 2 * pairs : 2]


def _terms(equation, operands):
    """Lists of index names; `...` becomes names of its own."""
    equation = equation.replace(" ", "")
    for place, letter in enumerate(equation):
        if not (letter.isascii() and letter.isalpha()) and letter not in ",.->":
            raise RuntimeError(
                f"einsum(): invalid subscript given at index {place} in the equation string, subscripts must be in [a-zA-Z]"
            )
    left, arrow, right = equation.partition("->")
    parts = left.split(",")
    if len(parts) != len(operands):
        few = "fewer" if len(parts) > len(operands) else "more"
        raise RuntimeError(f"einsum(): {few} operands were provided than specified in the equation")
    inputs = []
    for position, (part, operand) in enumerate(zip(parts, operands)):
        named = len(part.replace("...", ""))
        extra = operand.ndim - named
        if extra < 0 or extra > 0 and "..." not in part:
            raise RuntimeError(
                f"einsum(): the number of subscripts in the equation ({named}) does not match the number of dimensions "
                f"({operand.ndim}) for operand {position} and no ellipsis was given"
            )
        head, dots, tail = part.partition("...")
        inputs.append([*head, *([-i for i in range(extra, 0, -1)] if dots else []), *tail])
    every = [name for term in inputs for name in term]
    seen = {}
    for position, (term, operand) in enumerate(zip(inputs, operands)):
        for name, size in zip(term, operand.shape):
            if size != 1 and seen.setdefault(name, size) != size:
                raise RuntimeError(
                    f"einsum(): subscript {name} has size {size} for operand {position} which does not broadcast with "
                    f"previously seen size {seen[name]}"
                )
    dims = sorted({name for name in every if isinstance(name, int)})
    if arrow:
        head, dots, tail = right.partition("...")
        for name in (*head, *tail):
            if (head + tail).count(name) > 1:
                raise RuntimeError(f"einsum(): output subscript {name} appears more than once in the output")
            if name not in every:
                raise RuntimeError(
                    f"einsum(): output subscript {name} does not appear in the equation for any input operand"
                )
        return inputs, [*head, *(dims if dots else []), *tail]
    once = sorted(name for name in set(every) - set(dims) if every.count(name) == 1)
    return inputs, [*dims, *once]


def _diagonals(labels, tensor):
    for name in list(dict.fromkeys(labels)):
        while labels.count(name) > 1:
            first = labels.index(name)
            second = labels.index(name, first + 1)
            tensor = tensor.diagonal(0, first, second)
            labels = [each for i, each in enumerate(labels) if i not in (first, second)] + [name]
    return labels, tensor


def _sum_out(labels, tensor, kept):
    gone = [i for i, name in enumerate(labels) if name not in kept]
    if not gone:
        return labels, tensor
    return [name for name in labels if name in kept], tensor.sum(gone)


def _contract(left, a, right, b, later):
    """One pair: shared names that nothing needs later are summed by a batched matrix product."""
    left, a = _sum_out(left, a, later | set(right))
    right, b = _sum_out(right, b, later | set(left))
    shared = [name for name in left if name in right]
    batch = [name for name in shared if name in later]
    summed = [name for name in shared if name not in later]
    if not summed:
        names = left + [name for name in right if name not in left]
        return names, _spread(left, a, names) * _spread(right, b, names)
    only_a, only_b = [n for n in left if n not in shared], [n for n in right if n not in shared]
    size = {name: a.shape[left.index(name)] for name in left}
    for name in right:
        other = b.shape[right.index(name)]
        size[name] = other if size.get(name, 1) == 1 else size[name]
    a = a.permute([left.index(n) for n in batch + only_a + summed]).expand([size[n] for n in batch + only_a + summed])
    b = b.permute([right.index(n) for n in batch + summed + only_b]).expand([size[n] for n in batch + summed + only_b])

    def count(names):
        total = 1
        for name in names:
            total *= size[name]
        return total

    product = bmm(
        a.reshape(count(batch), count(only_a), count(summed)), b.reshape(count(batch), count(summed), count(only_b))
    )
    names = batch + only_a + only_b
    return names, product.reshape([size[name] for name in names])


def _spread(labels, tensor, names):
    """Dimensions in the order of `names`, size 1 for those that are missing."""
    tensor = tensor.permute([labels.index(name) for name in names if name in labels])
    for position, name in enumerate(names):
        if name not in labels:
            tensor = tensor.unsqueeze(position)
    return tensor
