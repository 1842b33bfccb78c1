"""Matrix products, convolutions, pooling and normalisation."""

from dataclasses import dataclass

from ..builder import product
from ..graph import UnsupportedOperationError, is_dynamic
from .register import result, rule


@dataclass
class Window:
    """How a window moves over [N, C, H, W]; pairs are (height, width)."""

    kernel: tuple
    stride: tuple
    padding: tuple
    dilation: tuple = (1, 1)
    groups: int = 1
    ceil: bool = False
    extra: tuple = (0, 0)  # output_padding


@rule("mm", "bmm")
def _product(b, node, x, y):
    return b.matmul(x, y)


@rule("matmul", "dot", "mv")
def _matmul(b, node, x, y):
    left = b.reshape(x, (1, x.shape[0])) if x.rank == 1 else x
    right = b.reshape(y, (y.shape[0], 1)) if y.rank == 1 else y
    made = b.matmul(left, right)
    return made if x.rank > 1 and y.rank > 1 else b.reshape(made, result(node)[0])


@rule("linear")
def _linear(b, node, x, weight, bias):
    if x.rank == 1:
        return b.reshape(b.linear(b.reshape(x, (1, x.shape[0])), weight, bias), result(node)[0])
    return b.linear(x, weight, bias)


@rule("addmm")
def _addmm(b, node, term, x, y):
    (beta, _), (alpha, _) = node.numbers
    made = b.matmul(x, y)
    made = made if alpha == 1 else b.scaled(made, alpha)
    return b.binary("add", made, term if beta == 1 else b.scaled(term, beta))


def _pairs(numbers):
    return [tuple(numbers[at : at + 2]) for at in range(0, len(numbers), 2)]


@rule("conv2d")
def _conv2d(b, node, x, weight, bias):
    groups, list_ = node.numbers
    stride, padding, dilation = _pairs(list_)
    window = Window(weight.shape[2:], stride, padding, dilation, groups)
    return b.conv2d(x, weight, bias, window, result(node)[0])


@rule("conv_transpose2d")
def _conv_transpose2d(b, node, x, weight, bias):
    groups, list_ = node.numbers
    stride, padding, dilation, extra = _pairs(list_)
    window = Window(weight.shape[2:], stride, padding, dilation, groups, extra=extra)
    return b.conv_transpose2d(x, weight, bias, window, result(node)[0])


@rule("max_pool2d")
def _max_pool2d(b, node, x):
    ceil, list_ = node.numbers
    kernel, stride, padding, dilation = _pairs(list_)
    return [b.max_pool2d(x, Window(kernel, stride, padding, dilation, ceil=bool(ceil)), result(node)[0]), None]


@rule("avg_pool2d")
def _avg_pool2d(b, node, x):
    ceil, count_padding, divisor, list_ = node.numbers
    kernel, stride, padding, _ = _pairs(list_)
    made = b.avg_pool2d(x, Window(kernel, stride, padding, ceil=bool(ceil)), bool(count_padding) or bool(divisor), result(node)[0])
    return b.scaled(made, kernel[0] * kernel[1] / divisor) if divisor else made


@rule("layer_norm")
def _layer_norm(b, node, x, weight, bias):
    count, eps = node.numbers
    return b.layer_norm(x, weight, bias, int(count), float(eps))


@rule("batch_norm_eval")
def _batch_norm(b, node, x, weight, bias, mean, variance):
    return b.batch_norm(x, weight, bias, mean, variance, float(node.numbers[0]))


@rule("batch_norm_train")
def _batch_norm_train(b, node, x, weight, bias):
    if len(node.outputs) > 1 and x.rank < 2:
        raise UnsupportedOperationError("Batch normalisation with the batch's own statistics is not written here.")
    axes = [d for d in range(x.rank) if d != 1]
    return [_affine(b, b.normalized(x, axes, float(node.numbers[0])), weight, bias), None, None]


@rule("group_norm")
def _group_norm(b, node, x, weight, bias):
    groups, eps = node.numbers
    rest = product(x.shape[1:])
    if is_dynamic(rest):
        raise UnsupportedOperationError("Group normalisation of images whose size changes is not written here.")
    grouped = b.reshape(x, (x.shape[0], int(groups), rest // int(groups)))
    return _affine(b, b.reshape(b.normalized(grouped, [2], float(eps)), x.shape), weight, bias)


def _affine(b, y, weight, bias):
    shape = (1, y.shape[1], *[1] * (y.rank - 2))
    y = y if weight is None else b.binary("mul", y, b.reshape(weight, shape))
    return y if bias is None else b.binary("add", y, b.reshape(bias, shape))
