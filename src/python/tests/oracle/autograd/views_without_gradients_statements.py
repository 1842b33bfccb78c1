"""Views made under no_grad, and what they require. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, copy, math, io
import numpy as np
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import DataLoader, Dataset, IterableDataset, TensorDataset, Subset, ConcatDataset, ChainDataset, random_split, Sampler, SequentialSampler, RandomSampler, BatchSampler, SubsetRandomSampler, WeightedRandomSampler, default_collate
w = nn.Parameter(torch.ones(2, 3))
h = w * 2
with torch.no_grad(): print(w[0], w[0].requires_grad, w.view(-1).requires_grad, w.t(), w.sum(), w[0].is_leaf, w[:1].grad_fn, h[0], h.view(6).requires_grad, h[0].is_leaf, w.detach()[0], w.data[0], h.detach())
with torch.no_grad(): print(w.numpy(), w[0].numpy(), h.numpy(), w[0].tolist(), w[0, 0].item(), np.asarray(w), np.array(w))
w.numpy()
with torch.inference_mode(): print(w[0], w[0].requires_grad, w.view(6), w[0].is_inference(), (w * 2)[0], h[0])
with torch.no_grad(): u = w[0]
u.requires_grad, u.detach(), u[1], (u * 2).requires_grad
with torch.no_grad(): w.mul_(2); print(w[0], w.view(-1), w.sum(), w * 1, [p[0] for p in (w,)], w.unbind()[0], w.chunk(2)[1], w.expand(2, 2, 3).requires_grad, w.reshape(3, 2).requires_grad, w.repeat(1, 1).requires_grad, w.clone().requires_grad, w[[0]].requires_grad, torch.flip(w, (0,)).requires_grad)
z = torch.ones(3, requires_grad=True)
(z * 2).sum().backward()
with torch.no_grad(): z -= 0.1 * z.grad; print(z, z[0], z[:2], f'{z[0]:.3f}')
r = z.detach().repeat(1)
r += 1
z, r
z.grad, z.grad[0], torch.autograd.grad((z.view(3, 1) @ torch.ones(1, 2)).sum(), z)
lin = nn.Linear(2, 2)
lin(torch.ones(1, 2, requires_grad=True)).sum().backward()
lin.weight.grad.requires_grad, lin.weight.grad[0].requires_grad
with torch.no_grad(): print(lin.weight[0].requires_grad, lin(torch.ones(1, 2)).requires_grad, nn.LSTM(2, 2)(torch.ones(3, 1, 2))[0].requires_grad, nn.MultiheadAttention(2, 1)(torch.ones(3, 1, 2), torch.ones(3, 1, 2), torch.ones(3, 1, 2))[0].requires_grad)
np.arange(torch.tensor(3)), np.arange(torch.tensor(1.5))
'''

names = {"__name__": "__main__"}
for node in ast.parse(PROGRAM).body:
    source = ast.get_source_segment(PROGRAM, node)
    print(">>>", source.splitlines()[0])
    if "torch" in names:
        names["torch"].manual_seed(node.lineno)
    try:
        if isinstance(node, ast.Expr):
            value = eval(compile(ast.Expression(node.value), "<program>", "eval"), names)
            if value is not None:
                print(value if isinstance(value, str) else repr(value))
        else:
            exec(compile(ast.Module([node], []), "<program>", "exec"), names)
    except Exception as error:
        print(type(error).__name__ + ":", str(error).strip().split("\n")[0])
