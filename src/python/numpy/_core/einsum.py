"""numpy.einsum: sums of products by Einstein's notation, two operands at a time."""

import math

from numpy._core.products import matmul
from numpy._core.ndarray import as_array, cast, placement, result, strided
from numpy._core.promotion import resolve
from numpy._core.ufunc import shape_text
from numpy._core.writing import assign

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _from_lists(operands):
    """einsum(a, [0, 1], b, [1, 2], [0, 2]) as a text and arrays."""
    arrays, terms = list(operands[::2]), list(operands[1::2])
    target = arrays.pop() if len(arrays) > len(terms) else None

    def text(term):
        return "".join("..." if each is Ellipsis else _LETTERS[each] for each in term)

    spec = ",".join(map(text, terms))
    return spec + ("->" + text(target) if target is not None else ""), arrays


def _parse(spec, arrays):
    """(letters of each operand, letters of the result), with the ellipsis written out in letters of its own."""
    spec = spec.replace(" ", "")
    left, arrow, right = spec.partition("->")
    terms = left.split(",")
    if len(terms) != len(arrays):
        more = "more operands provided to einstein sum function than specified in the subscripts string"
        fewer = "fewer operands provided to einstein sum function than specified in the subscripts string"
        raise ValueError(more if len(arrays) > len(terms) else fewer)
    spare = [letter for letter in _LETTERS if letter not in spec]
    longest = ""
    full = []
    for term, a in zip(terms, arrays, strict=True):
        if "..." in term:
            count = a.ndim - len(term.replace("...", ""))
            letters = "".join(spare[:count][::-1])
            longest = max(longest, letters, key=len)
            term = term.replace("...", letters)
        for letter in term:
            if letter not in _LETTERS:
                raise ValueError(f"invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters")
        if len(term) != a.ndim:
            few = "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions."
            raise ValueError(
                few if len(term) < a.ndim else "einstein sum subscripts string contains too many subscripts for operand " + str(len(full))
            )
        full.append(term)
    if arrow:
        right = right.replace("...", longest)
        for letter in right:
            if letter not in "".join(full):
                raise ValueError(f"einstein sum subscripts string included output subscript '{letter}' which never appeared in an input")
        if len(set(right)) != len(right):
            twice = next(letter for letter in right if right.count(letter) > 1)
            raise ValueError(f"einstein sum subscripts string includes output subscript '{twice}' multiple times")
    else:
        joined = "".join(full)
        right = longest + "".join(sorted(letter for letter in set(joined) if joined.count(letter) == 1 and letter not in longest))
    return full, right


def _diagonal(a, term):
    """Letters that occur twice in one term: the diagonal of those axes."""
    if len(set(term)) == len(term):
        return a, term
    strides, offset = placement(a)
    letters, shape, steps = "", [], []
    for letter in dict.fromkeys(term):
        places = [i for i, each in enumerate(term) if each == letter]
        if len({a.shape[i] for i in places}) > 1:
            raise ValueError(f"dimensions in operand 0 for collapsing index '{letter}' don't match")
        letters += letter
        shape.append(a.shape[places[0]])
        steps.append(sum(strides[i] for i in places))
    return strided(a, shape, steps, offset), letters


def _summed(a, term, keep):
    """Sums over the letters that nothing else needs."""
    gone = tuple(i for i, letter in enumerate(term) if letter not in keep)
    if not gone:
        return a, term
    return as_array(a.sum(axis=gone, dtype=a._dtype)), "".join(letter for letter in term if letter in keep)


def _unfit(spelled):
    """The error of sizes that differ: every operand's shape in the order of the result's letters and then of the others."""
    terms, arrays, target = spelled
    order = list(target) + sorted(set("".join(terms)) - set(target))
    shown = []
    for term, each in zip(terms, arrays, strict=True):
        sizes = [str(each.shape[term.index(letter)]) if letter in term else "newaxis" for letter in order]
        while sizes[0] == "newaxis":
            del sizes[0]
        shown.append(f"{shape_text(each.shape)}->({','.join(sizes)}{',' if len(sizes) == 1 else ''})")
    return f"operands could not be broadcast together with remapped shapes [original->remapped]: {' '.join(shown)} "


def _paired(a, first, b, second, keep, spelled):
    """The product of two operands, summed over the letters that are not kept: one (batched) matrix product."""
    batch = [x for x in first if x in second and x in keep]
    inner = [x for x in first if x in second and x not in keep]
    left = [x for x in first if x not in second]
    right = [x for x in second if x not in first]
    sizes = {}
    for term, each in ((first, a), (second, b)):
        for letter, size in zip(term, each.shape, strict=True):
            if sizes.get(letter, 1) != 1 and size not in (1, sizes[letter]):
                raise ValueError(_unfit(spelled))
            sizes[letter] = max(size, sizes.get(letter, 1)) if size != 0 else 0

    def laid(each, term, order):
        turned = each.transpose([term.index(x) for x in order])
        from numpy._core.shape_base import broadcast_to

        return broadcast_to(turned, [sizes[x] for x in order])

    def count(letters):
        return math.prod(sizes[x] for x in letters)

    x = laid(a, first, batch + left + inner).reshape(*(sizes[k] for k in batch), count(left), count(inner))
    y = laid(b, second, batch + inner + right).reshape(*(sizes[k] for k in batch), count(inner), count(right))
    made = as_array(matmul(x, y))
    letters = batch + left + right
    return made.reshape([sizes[k] for k in letters]), "".join(letters)


def einsum(*operands, out=None, optimize=False, dtype=None, **options):
    """Sums of products by a text of letters: einsum('ij,jk->ik', a, b) is a matrix product."""
    if isinstance(operands[0], str):
        spec, arrays = operands[0], list(operands[1:])
    else:
        spec, arrays = _from_lists(operands)
    arrays = [as_array(each) for each in arrays]
    if not arrays:
        raise ValueError("must provide at least an operand and a subscripts list to einsum")
    terms, target = _parse(spec, arrays)
    kind = resolve([each._dtype for each in arrays], []) if dtype is None else as_array(0, dtype)._dtype
    work = [_diagonal(cast(each, kind), term) for each, term in zip(arrays, terms, strict=True)]
    made, letters = work[0]
    rest = work[1:]
    while rest:
        later = set(target).union(*(term for _, term in rest))
        made, letters = _summed(made, letters, later)
        other, term = rest.pop(0)
        needed = set(target).union(*(each for _, each in rest))
        other, term = _summed(other, term, needed | set(letters))
        made, letters = _paired(made, letters, other, term, needed, (terms, arrays, target))
    made, letters = _summed(made, letters, set(target))
    made = made.transpose([letters.index(letter) for letter in target]) if letters != target else made
    if out is not None:
        assign(out, made)
        return out
    return result(made)


def einsum_path(*operands, optimize="greedy", einsum_call=False):
    """The order of products: here always from the left."""
    count = len([each for each in operands if not isinstance(each, str)])
    return (["einsum_path", *[(0, 1)] * (count - 1)], "operands are taken from left to right")
