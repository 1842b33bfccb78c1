"""Writes cases.json: inputs, outputs and gradients of every engine operation, as real PyTorch computes them in float64.

usage: python3 src/engine/oracle/make.py        (any Python with torch; the values in the repository are torch 1.13.1's)

A case names the engine's function and its arguments in the order of its spec (src/engine/core/expose.ts): a tensor
stands as {"t": i}, the i-th input; anything else is passed as it is. The gradients are those of
sum over outputs of (output * cos(position)), so that every element counts differently.
"""
import json
import math
import os

import torch
import torch.nn.functional as F

torch.manual_seed(0)
D = torch.float64
CASES = []


def normal(*sizes):
    return torch.randn(*sizes, dtype=D)


def positive(*sizes):
    return torch.rand(*sizes, dtype=D) + 0.5


def unit(*sizes):
    return torch.rand(*sizes, dtype=D) * 1.6 - 0.8


def labels(high, *sizes):
    return torch.randint(0, high, sizes)


class T:
    """The i-th input among the arguments of a case."""

    def __init__(self, i):
        self.i = i


A, B, C, E = T(0), T(1), T(2), T(3)


def case(name, inputs, args, reference, only_first=False, second_order=True):
    leaves = [x.clone().requires_grad_() if x.is_floating_point() else x for x in inputs]
    out = reference(*leaves)
    outs = list(out) if isinstance(out, (tuple, list)) else [out]
    total = None
    for o in outs[:1] if only_first else outs:
        if o.requires_grad:
            weight = torch.cos(torch.arange(o.numel(), dtype=D)).reshape(o.shape)
            term = (o * weight).sum()
            total = term if total is None else total + term
    if total is not None:
        total.backward()
    CASES.append({
        'name': name,
        'inputs': [data(x) for x in inputs],
        'args': [{'t': a.i} if isinstance(a, T) else a for a in args],
        'outputs': [data(o.detach()) for o in outs],
        'onlyFirst': only_first,
        'secondOrder': second_order and total is not None,
        'grads': [x.grad.flatten().tolist() if x.is_floating_point() and x.grad is not None else None for x in leaves],
    })


def data(x):
    kind = 'float' if x.is_floating_point() else 'bool' if x.dtype == torch.bool else 'int64'
    values = [float(v) if kind == 'float' else int(v) for v in x.flatten().tolist()]
    return {'kind': kind, 'sizes': list(x.shape), 'values': values}


NONE = 0  # an optional tensor that is not given


def elementwise():
    unary = {
        'neg': normal, 'abs': normal, 'sign': normal, 'square': normal, 'sqrt': positive, 'rsqrt': positive,
        'reciprocal': positive, 'exp': normal, 'exp2': normal, 'expm1': normal, 'log': positive, 'log2': positive,
        'log10': positive, 'log1p': positive, 'sin': normal, 'cos': normal, 'tan': unit, 'asin': unit, 'acos': unit,
        'atan': normal, 'sinh': normal, 'cosh': normal, 'tanh': normal, 'asinh': normal, 'atanh': unit,
        'sigmoid': normal, 'relu': normal, 'erf': normal, 'erfc': normal, 'erfinv': unit, 'floor': normal,
        'ceil': normal, 'round': normal, 'trunc': normal, 'frac': normal, 'lgamma': positive,
    }
    for name, make in unary.items():
        case(name, [make(3, 5)], [A], getattr(torch, name), second_order=True)
    case('acosh', [positive(3, 5) + 1], [A], torch.acosh)
    case('digamma', [positive(3, 5)], [A], torch.digamma)
    for n in (1, 2, 3):
        case('polygamma', [positive(3, 5)], [n, A], lambda a, n=n: torch.polygamma(n, a))
    for name in ('silu', 'gelu', 'selu', 'mish', 'hardswish', 'hardsigmoid', 'logsigmoid'):
        case('log_sigmoid' if name == 'logsigmoid' else name, [normal(3, 5) * 2], [A], getattr(F, name))
    case('gelu_tanh', [normal(3, 5)], [A], lambda a: 0.5 * a * (1 + torch.tanh(math.sqrt(2 / math.pi) * (a + 0.044715 * a ** 3))))
    case('leaky_relu', [normal(3, 5)], [A, 0.01], F.leaky_relu)
    case('elu', [normal(3, 5)], [A, 1.0], F.elu)
    case('celu', [normal(3, 5)], [A, 1.3], lambda a: F.celu(a, 1.3))
    case('softplus', [normal(3, 5)], [A, 1.0, 20.0], F.softplus)
    case('threshold', [normal(3, 5)], [A, 0.1, -2.0], lambda a: F.threshold(a, 0.1, -2.0))
    case('clamp_numbers', [normal(3, 5)], [A, -0.5, 0.5], lambda a: a.clamp(-0.5, 0.5))
    for name in ('isnan', 'isinf', 'isfinite', 'logical_not', 'signbit'):
        case(name, [normal(3, 5)], [A], getattr(torch, name))
    binary = {
        'add': normal, 'sub': normal, 'mul': normal, 'div': positive, 'maximum': normal, 'minimum': normal,
        'fmax': normal, 'fmin': normal, 'atan2': normal, 'hypot': positive, 'copysign': normal, 'pow': positive,
        'remainder': positive, 'fmod': positive,
    }
    for name, make in binary.items():
        case(name, [make(3, 5), make(3, 5)], [A, B], getattr(torch, name))
        case(name, [make(2, 3, 4), make(3, 1)], [A, B], getattr(torch, name))
        case(name, [make(4), make(2, 3, 4)], [A, B], getattr(torch, name))
    case('floor_divide', [normal(3, 5), positive(3, 5)], [A, B], lambda a, b: torch.floor_divide(a.detach(), b.detach()), second_order=False)
    for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
        case(name, [normal(3, 5).round(), normal(5).round()], [A, B], getattr(torch, name))
    for name in ('bitwise_and', 'bitwise_or', 'bitwise_xor'):
        case(name, [labels(99, 3, 5), labels(99, 5)], [A, B], getattr(torch, name))
    case('bitwise_left_shift', [labels(99, 4), labels(5, 4)], [A, B], torch.bitwise_left_shift)
    case('bitwise_right_shift', [labels(99, 4), labels(5, 4)], [A, B], torch.bitwise_right_shift)
    for name in ('logical_and', 'logical_or', 'logical_xor'):
        case(name, [normal(3, 5).round(), normal(3, 5).round()], [A, B], getattr(torch, name))
    case('add_alpha', [normal(3, 5), normal(5)], [A, B, 2.5, 2], lambda a, b: torch.add(a, b, alpha=2.5))
    case('sub_alpha', [normal(3, 5), normal(5)], [A, B, 2.5, 2], lambda a, b: torch.sub(a, b, alpha=2.5))
    case('add_scalar', [normal(3, 5)], [A, 3, 1], lambda a: a + 3)
    case('sub_rscalar', [normal(3, 5)], [A, 3, 1], lambda a: 3 - a)
    case('mul_scalar', [normal(3, 5)], [A, 1.5, 2], lambda a: a * 1.5)
    case('div_rscalar', [positive(3, 5)], [A, 1, 1], lambda a: 1 / a)
    case('pow_scalar', [positive(3, 5)], [A, 2.5, 2], lambda a: a ** 2.5)
    case('pow_scalar', [normal(3, 5)], [A, 3, 1], lambda a: a ** 3)
    case('pow_rscalar', [normal(3, 5)], [A, 2, 1], lambda a: 2 ** a)
    case('where', [torch.tensor([True, False, True]), normal(2, 3), normal(3)], [A, B, C], torch.where)
    case('cast', [normal(3, 5) * 3], [A, 4], lambda a: a.to(torch.int64))


def views():
    case('select', [normal(3, 4)], [A, 1, 2], lambda a: a.select(1, 2))
    case('slice', [normal(3, 7)], [A, 1, 1, 3, 2], lambda a: a[:, 1:7:2])
    case('permute', [normal(2, 3, 4)], [A, 2, 0, 1], lambda a: a.permute(2, 0, 1))
    case('transpose', [normal(2, 3, 4)], [A, 0, 2], lambda a: a.transpose(0, 2))
    case('t', [normal(2, 3)], [A], torch.t)
    case('expand', [normal(3, 1)], [A, 2, 3, 4], lambda a: a.expand(2, 3, 4))
    case('view', [normal(3, 4)], [A, 2, -1], lambda a: a.view(2, -1))
    case('reshape', [normal(3, 4)], [A, 4, 3], lambda a: a.reshape(4, 3))
    case('flatten', [normal(2, 3, 4)], [A, 1, -1], lambda a: a.flatten(1))
    case('unsqueeze', [normal(3)], [A, 1], lambda a: a.unsqueeze(1))
    case('squeeze', [normal(1, 3, 1)], [A, 0], lambda a: a.squeeze(0))
    case('diagonal', [normal(4, 5)], [A, 1, 0, 1], lambda a: a.diagonal(1))
    case('unfold', [normal(2, 7)], [A, 1, 3, 2], lambda a: a.unfold(1, 3, 2))
    case('as_strided', [normal(12)], [A, 1, 2, 3, 4, 1], lambda a: a.as_strided((2, 3), (4, 1), 1))
    case('clone', [normal(3, 4)], [A], torch.clone)
    case('cat', [normal(2, 3), normal(4, 3)], [0, A, B], lambda a, b: torch.cat([a, b]))
    case('tril', [normal(4, 4)], [A, 0], torch.tril)
    case('triu', [normal(3, 5)], [A, 1], lambda a: a.triu(1))


def reductions():
    case('sum', [normal(3, 4)], [A, 0, -1], lambda a: a.sum())
    case('sum', [normal(2, 3, 4)], [A, 1, -1, 0, 2], lambda a: a.sum((0, 2), keepdim=True))
    case('mean', [normal(2, 3, 4)], [A, 0, -1, 1], lambda a: a.mean(1))
    case('prod', [positive(3, 4)], [A, 0, -1, 1], lambda a: a.prod(1))
    case('prod', [normal(3, 4).round()], [A, 0, -1], lambda a: a.prod())
    for name in ('max', 'min'):
        case(f'{name}_dim', [normal(3, 4)], [A, 1, 0], lambda a, name=name: getattr(a, name)(1), only_first=True)
        case(f'{name}_all', [normal(3, 4)], [A], lambda a, name=name: getattr(a, name)())
        case(f'a{name}', [normal(3, 4)], [A, 1, 0], lambda a, name=name: getattr(a, f'a{name}')(0, keepdim=True))
        case(f'arg{name}', [normal(3, 4)], [A, 1, 0], lambda a, name=name: getattr(a, f'arg{name}')(1))
        case(f'cum{name}', [normal(3, 4)], [A, 1], lambda a, name=name: getattr(a, f'cum{name}')(1), only_first=True)
    case('any', [labels(2, 3, 4).bool()], [A, 0, 1], lambda a: a.any(1))
    case('all', [labels(2, 3, 4).bool()], [A, 0, 1], lambda a: a.all(1))
    case('var', [normal(3, 4)], [A, 1, 0, 1], lambda a: a.var(1))
    case('std', [normal(3, 4)], [A, 0, 0], lambda a: a.std(unbiased=False))
    case('norm2', [normal(3, 4)], [A, 0, 1], lambda a: a.norm(dim=1))
    case('cumsum', [normal(3, 4)], [A, 1, -1], lambda a: a.cumsum(1))
    case('cumprod', [positive(3, 4)], [A, 0, -1], lambda a: a.cumprod(0))
    case('logcumsumexp', [normal(3, 4)], [A, 1], lambda a: a.logcumsumexp(1))
    case('softmax', [normal(3, 4)], [A, 1, -1], lambda a: a.softmax(1))
    case('softmax', [normal(3, 4, 2)], [A, 0, -1], lambda a: a.softmax(0))
    case('log_softmax', [normal(3, 4)], [A, 1, -1], lambda a: a.log_softmax(1))
    case('logsumexp', [normal(3, 4)], [A, 0, 1], lambda a: a.logsumexp(1))


def products():
    case('mm', [normal(3, 4), normal(4, 5)], [A, B], torch.mm)
    case('bmm', [normal(2, 3, 4), normal(2, 4, 5)], [A, B], torch.bmm)
    case('dot', [normal(4), normal(4)], [A, B], torch.dot)
    case('mv', [normal(3, 4), normal(4)], [A, B], torch.mv)
    for a, b in (((4,), (4, 3)), ((2, 3, 4), (4,)), ((2, 3, 4), (4, 5)), ((2, 1, 3, 4), (5, 4, 2)), ((3,), (2, 3, 4)), ((17, 33), (33, 19))):
        case('matmul', [normal(*a), normal(*b)], [A, B], torch.matmul)
    case('linear', [normal(7, 9), normal(5, 9), normal(5)], [A, B, C], F.linear)
    case('linear', [normal(2, 3, 9), normal(5, 9)], [A, B, NONE], F.linear)
    case('addmm', [normal(3, 5), normal(3, 4), normal(4, 5)], [A, B, C, 0.5, 2, 2.0, 2], lambda i, a, b: torch.addmm(i, a, b, beta=0.5, alpha=2.0))
    case('addmm', [normal(5), normal(3, 4), normal(4, 5)], [A, B, C, 1, 1, 1, 1], torch.addmm)
    for reduction, word in enumerate(('none', 'mean', 'sum')):
        case('cross_entropy', [normal(6, 4), torch.tensor([0, 3, -100, 2, 1, 1])], [A, B, reduction, -100],
             lambda x, y, word=word: F.cross_entropy(x, y, reduction=word))


def indexing():
    index = torch.tensor([[0, 2, 1], [1, 1, 0]])
    case('index_select', [normal(3, 4), torch.tensor([2, 0, 2])], [A, 0, B], lambda a, i: a.index_select(0, i))
    case('index_add', [normal(3, 4), torch.tensor([2, 0, 2]), normal(3, 4)], [A, 0, B, C], lambda a, i, s: a.index_add(0, i, s))
    case('gather', [normal(3, 4), index], [A, 1, B], lambda a, i: a.gather(1, i))
    case('scatter', [normal(3, 4), torch.tensor([[0, 2, 1], [1, 3, 0]]), normal(2, 3)], [A, 1, B, C], lambda a, i, s: a.scatter(1, i, s))
    case('scatter_add', [normal(3, 4), index, normal(2, 3)], [A, 1, B, C], lambda a, i, s: a.scatter_add(1, i, s))
    case('index', [normal(3, 4, 2), index, torch.tensor([[0, 1, 2], [3, 0, 1]])], [A, B, C], lambda a, i, j: a[i, j])
    case('nonzero', [labels(2, 3, 4)], [A], torch.nonzero)
    case('masked_fill_number', [normal(3, 4), labels(2, 3, 4).bool()], [A, B, -5.0, 2], lambda a, m: a.masked_fill(m, -5.0))
    case('sort', [normal(3, 4)], [A, 1, 1], lambda a: a.sort(1, descending=True), only_first=True)
    case('sort', [normal(3, 4)], [A, 0, 0], lambda a: a.sort(0), only_first=True)
    case('topk_with_ties', [normal(3, 6)], [A, 2, 1, 1, 1], lambda a: a.topk(2), only_first=True)
    case('topk_with_ties', [labels(3, 2, 30)], [A, 7, 1, 0, 1], lambda a: a.topk(7, largest=False))
    case('sort_with_ties', [labels(4, 2, 40)], [A, 1, 1], lambda a: a.sort(1, descending=True))
    case('selected_position', [labels(4, 2, 40)], [A, 1, 0, 9], lambda a: a.kthvalue(9, 1, keepdim=True).indices)
    case('selected_position', [labels(4, 2, 40)], [A, 1, 1, 0], lambda a: a.median(1, keepdim=True).indices)
    case('selected_position', [labels(4, 2, 40)], [A, 1, 2, 0], lambda a: a.mode(1, keepdim=True).indices)
    case('embedding', [normal(5, 3), index], [A, B, -1], lambda w, i: F.embedding(i, w))


def networks():
    def conv(x, w, b, **options):
        return F.conv2d(x, w, b, **options)

    case('conv2d', [normal(2, 3, 6, 5), normal(4, 3, 3, 2), normal(4)], [A, B, C, 1, 1, 1, 0, 0, 1, 1], conv)
    case('conv2d', [normal(2, 4, 6, 6), normal(6, 2, 3, 3), normal(6)], [A, B, C, 2, 2, 1, 1, 2, 1, 1],
         lambda x, w, b: F.conv2d(x, w, b, stride=(2, 1), padding=(1, 2), groups=2))
    case('conv2d', [normal(1, 2, 7, 7), normal(3, 2, 3, 3)], [A, B, NONE, 1, 1, 1, 1, 1, 2, 2],
         lambda x, w: F.conv2d(x, w, padding=1, dilation=2))
    case('conv_transpose2d', [normal(2, 3, 4, 4), normal(3, 2, 3, 3), normal(2)], [A, B, C, 1, 2, 2, 1, 1, 1, 1, 1, 1],
         lambda x, w, b: F.conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=1))
    case('max_pool2d', [normal(2, 2, 6, 6)], [A, 0, 2, 2, 2, 2, 0, 0, 1, 1],
         lambda x: F.max_pool2d(x, 2, return_indices=True), only_first=True)
    case('max_pool2d', [normal(1, 2, 7, 7)], [A, 1, 3, 3, 2, 2, 1, 1, 1, 1],
         lambda x: F.max_pool2d(x, 3, 2, 1, ceil_mode=True, return_indices=True), only_first=True)
    case('avg_pool2d', [normal(2, 2, 6, 6)], [A, 0, 1, 0, 2, 2, 2, 2, 0, 0, 1, 1], lambda x: F.avg_pool2d(x, 2))
    case('avg_pool2d', [normal(1, 2, 7, 7)], [A, 0, 0, 0, 3, 3, 2, 2, 1, 1, 1, 1],
         lambda x: F.avg_pool2d(x, 3, 2, 1, count_include_pad=False))
    case('layer_norm', [normal(3, 4, 5), normal(5), normal(5)], [A, B, C, 1, 1e-5], lambda x, w, b: F.layer_norm(x, (5,), w, b))
    case('batch_norm_train', [normal(3, 4, 5), normal(4), normal(4)], [A, B, C, 1e-5],
         lambda x, w, b: (F.batch_norm(x, None, None, w, b, True), x.mean((0, 2)), x.var((0, 2), unbiased=False)), only_first=True)
    case('batch_norm_eval', [normal(3, 4, 5), normal(4), normal(4), normal(4), positive(4)], [A, B, C, T(3), T(4), 1e-5],
         lambda x, w, b, m, v: (x - m.view(1, 4, 1)) / (v.view(1, 4, 1) + 1e-5).sqrt() * w.view(1, 4, 1) + b.view(1, 4, 1))
    case('group_norm', [normal(2, 4, 3), normal(4), normal(4)], [A, B, C, 2, 1e-5], lambda x, w, b: F.group_norm(x, 2, w, b))


for family in (elementwise, views, reductions, products, indexing, networks):
    family()
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases.json'), 'w') as file:
    json.dump({'torch': torch.__version__, 'cases': CASES}, file, separators=(',', ':'))
print(len(CASES), 'cases')
