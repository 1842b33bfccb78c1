import torch

x = torch.tensor([[0.5, -1.2, 2.0], [1.5, 0.3, -0.7]], dtype=torch.float64)
p = x.abs() + 0.1
functions = {
    'add': lambda t: t + 2 * t, 'mul': lambda t: t * t, 'div': lambda t: 1 / t, 'div2': lambda t: t / (t * t + 1), 'pow': lambda t: t ** 3, 'pow2': lambda t: 2 ** t,
    'powt': lambda t: (t * t + 1) ** t, 'exp': torch.exp, 'sin': torch.sin, 'cos': torch.cos, 'tan': torch.tan, 'tanh': torch.tanh, 'sigmoid': torch.sigmoid, 'relu': torch.relu,
    'abs': torch.abs, 'square': torch.square, 'atan': torch.atan, 'sinh': torch.sinh, 'cosh': torch.cosh, 'asinh': torch.asinh, 'erf': torch.erf, 'expm1': torch.expm1,
    'softmax': lambda t: t.softmax(1), 'log_softmax': lambda t: t.log_softmax(0), 'logsumexp': lambda t: t.logsumexp(1), 'cumsum': lambda t: t.cumsum(1), 'cumprod': lambda t: t.cumprod(1),
    'sum': lambda t: t.sum(0), 'mean': lambda t: t.mean(1), 'var': lambda t: t.var(1), 'std': lambda t: t.std(), 'prod': lambda t: t.prod(1), 'prodall': lambda t: t.prod(),
    'max': lambda t: t.max(), 'maxdim': lambda t: t.max(1).values, 'min': lambda t: t.min(0).values, 'amax': lambda t: t.amax(1), 'norm': lambda t: t.norm(), 'norm1': lambda t: t.norm(1),
    'normdim': lambda t: t.norm(dim=1), 'clamp': lambda t: t.clamp(-1, 1), 'clampmin': lambda t: t.clamp(min=0), 'where': lambda t: torch.where(t > 0, t * 2, t * 3),
    'matmul': lambda t: t @ t.T, 'mm': lambda t: t.T @ t, 'mv': lambda t: t @ t[0], 'outer': lambda t: torch.outer(t[0], t[1]), 'einsum': lambda t: torch.einsum('ij,kj->ik', t, t),
    'view': lambda t: t.view(3, 2) ** 2, 'T': lambda t: t.T * 2, 'perm': lambda t: t.unsqueeze(0).permute(2, 0, 1) ** 2, 'expand': lambda t: t[0].expand(4, 3) * 2, 'repeat': lambda t: t.repeat(2, 2) ** 2,
    'index': lambda t: t[0] * t[1], 'slice': lambda t: t[:, ::2] ** 2, 'mask': lambda t: t[t > 0] ** 2, 'fancy': lambda t: t[[0, 0, 1], [1, 1, 2]] ** 2, 'gather': lambda t: t.gather(1, torch.tensor([[0, 0], [2, 1]])) ** 2,
    'cat': lambda t: torch.cat([t, t * 2]) ** 2, 'stack': lambda t: torch.stack([t, t * t], 1), 'split': lambda t: t.split(2, 1)[0] * 3, 'chunk': lambda t: t.chunk(2)[1] ** 2, 'unbind': lambda t: t.unbind(1)[0] * t.unbind(1)[1],
    'sort': lambda t: t.sort(1).values * torch.arange(3), 'topk': lambda t: t.topk(2).values ** 2, 'median': lambda t: t.median(), 'flip': lambda t: t.flip(1) * torch.arange(3), 'roll': lambda t: t.roll(1, 1) * torch.arange(3),
    'tril': lambda t: t.tril() ** 2, 'diag': lambda t: t.diagonal() ** 2, 'masked_fill': lambda t: t.masked_fill(t > 1, 0) ** 2, 'index_select': lambda t: t.index_select(1, torch.tensor([0, 0])) ** 2,
    'scatter': lambda t: torch.zeros(2, 4, dtype=torch.float64).scatter(1, torch.tensor([[0, 1, 3], [1, 2, 0]]), t) ** 2, 'scatter_add': lambda t: torch.zeros(2, 2, dtype=torch.float64).scatter_add(1, torch.tensor([[0, 1, 0], [1, 1, 0]]), t) ** 2,
    'maximum': lambda t: torch.maximum(t, t.flip(1)), 'lerp': lambda t: torch.lerp(t, t * 2, 0.3), 'addcmul': lambda t: torch.addcmul(t, t, t), 'logaddexp': lambda t: torch.logaddexp(t, t * 2), 'atan2': lambda t: torch.atan2(t, t.flip(0)),
    'hypot': lambda t: torch.hypot(t, t.flip(1)), 'cdist': lambda t: torch.cdist(t, t * 2 + 1), 'cos_sim': lambda t: torch.cosine_similarity(t[0], t[1], 0), 'unfold': lambda t: t.unfold(1, 2, 1) ** 2, 'kron': lambda t: torch.kron(t, t),
    'leaky': lambda t: torch.nn.functional.leaky_relu(t, 0.1), 'gelu': torch.nn.functional.gelu, 'silu': torch.nn.functional.silu, 'softplus': torch.nn.functional.softplus, 'elu': torch.nn.functional.elu, 'round': torch.round, 'remainder': lambda t: t % 0.7,
}
for name, f in functions.items():
    t = x.clone().requires_grad_()
    y = f(t)
    (y * torch.linspace(1, 2, y.numel(), dtype=torch.float64).reshape(y.shape)).sum().backward()
    print(name, t.grad)
for name in ('log', 'log2', 'log10', 'log1p', 'sqrt', 'rsqrt', 'reciprocal', 'lgamma'):
    t = p.clone().requires_grad_()
    getattr(torch, name)(t).sum().backward()
    print(name, t.grad)
for name in ('asin', 'acos', 'atanh', 'erfinv', 'logit'):
    t = (p / 4).requires_grad_()
    getattr(torch, name)(t).sum().backward()
    print(name, t.grad)
A = torch.tensor([[4.0, 1.0], [2.0, 3.0]], dtype=torch.float64)
for name, f in {'inv': torch.inverse, 'det': torch.det, 'logdet': torch.logdet, 'solve': lambda a: torch.linalg.solve(a, a.T * 2), 'chol': lambda a: torch.linalg.cholesky(a @ a.T), 'svdvals': torch.linalg.svdvals,
                'eigvalsh': lambda a: torch.linalg.eigvalsh(a + a.T), 'mpow': lambda a: torch.linalg.matrix_power(a, 3), 'trace': torch.trace, 'pinv': torch.linalg.pinv}.items():
    t = A.clone().requires_grad_()
    (f(t) * 1.5).sum().backward()
    print(name, t.grad)
