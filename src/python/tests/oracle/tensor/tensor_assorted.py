import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
print(x.add(1).sub(2).mul(3).div(4).pow(2).neg().abs().sqrt(), x.rsqrt(), torch.sum(x * x, dim=(0, 1)), torch.mean(x, 0), torch.square(x))
print(torch.exp(x).log(), torch.sigmoid(x), torch.tanh(x), torch.relu(-x), torch.softmax(x, 0), torch.nn.functional.softmax(x, dim=1))
print(x.view(-1).tolist(), x.T @ x, x.mm(x), torch.chunk(x, 2), torch.split(x, 1, dim=1), torch.squeeze(x.unsqueeze(0)), torch.unsqueeze(x, 1).shape)
print(torch.transpose(x, 0, 1), torch.permute(x, (1, 0)), torch.reshape(x, (4,)), torch.flatten(x), torch.clone(x), torch.numel(x), torch.t(x), torch.swapaxes(x, 0, 1))
print(x.max().item(), x.min().item(), x.argmax().item(), x.sum().item(), x.mean().item(), x.std().item(), x.var().item(), x.median().item(), x.prod().item(), x.norm().item())
a, b = torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6])
print(a.dot(b), a * b, a @ b, torch.cat((a, b)), torch.stack((a, b)), a.float().mean(), a.sum(), (a > 1).sum(), (a == b).any(), a.tolist(), a.max(), a.cumsum(0), a.flip(0))
for i, row in enumerate(x):
    print(i, row, row.sum().item())
for r in x.T:
    print(*(v.item() for v in r))
mask = x > 2
print(mask, x[mask], mask.sum().item(), mask.float().mean(), mask.nonzero(), mask.any(), mask.all(), torch.where(mask, x, -x), ~mask, mask & (x < 4), mask.int(), mask.long().sum())
batch = torch.arange(12.0).view(3, 4)
print((batch - batch.mean(0)) / batch.std(0), (batch - batch.min()) / (batch.max() - batch.min()), batch / batch.norm(dim=1, keepdim=True), batch.mean(dim=1, keepdim=True).shape)
onehot = torch.zeros(3, 4)
onehot[torch.arange(3), torch.tensor([1, 0, 3])] = 1
print(onehot, onehot.argmax(1), onehot.sum(), torch.eye(4)[torch.tensor([1, 0, 3])])
w = torch.arange(6.0).reshape(2, 3)
w[:, 1] *= 2
w[0] += torch.tensor([1.0, 1.0, 1.0])
w[w > 4] = 0
print(w, w.sum(0), w.t().contiguous().view(-1), w.clamp(1, 3), w.ne(0), w.bool().any(0))
print(torch.arange(3).view(-1, 1) * torch.arange(4), torch.arange(3).unsqueeze(1).expand(3, 2), torch.ones(2, 3).mul_(2).add_(1), torch.zeros(2, dtype=torch.long) + 1)
print(torch.tensor([1e10, 1.0]), torch.tensor([1.0, 2.0]) * 1e-8, torch.tensor([0.1 + 0.2]), torch.tensor(0.1) + 0.2, torch.tensor([1 / 3], dtype=torch.float64), torch.tensor(1.0) / 3)
print(torch.tensor([3, 1, 2]).sort(), torch.tensor([0.1, 0.9]).round(), torch.tensor([2.5, 3.5, -0.5]).round(), torch.tensor([1.5]).int(), torch.tensor([-1.5]).long(), torch.tensor([5]) // 2, torch.tensor([5]) / 2, -torch.tensor([5]) // 2)
h = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float16)
print(h, h.sum(), h.mean(), h * 2, h.float() @ h.float(), h.to(torch.float32), (h + 1).dtype, h.bfloat16() / 3)
u = torch.tensor([250, 255], dtype=torch.uint8)
print(u, u + 10, u.float() / 255, u.sum(), u.max(), (u > 251), u.int() * 2, u.to(torch.int8))
print(torch.allclose(torch.tensor([0.1]) * 3, torch.tensor([0.3])), torch.isclose(torch.tensor([1.0]), torch.tensor([1.0001])), torch.equal(a, b), (a != b).all(), torch.eq(a, a).all().item())
print(x.new_tensor([1]), x.new_zeros(1), x.sub_(1), x.t_(), x.zero_(), x.fill_(2), x.add_(torch.eye(2)), x.copy_(torch.ones(2, 2)), x.data, x.detach().requires_grad)
print(torch.inf, torch.pi, torch.e, torch.nan, float('inf') == torch.inf, torch.tensor(torch.pi), torch.finfo(torch.float32).eps, torch.iinfo(torch.int64).max)
print(torch.linspace(0, 1, 3).dtype, torch.zeros(3, dtype=int), torch.ones(2, dtype=float), torch.ones(2, dtype=bool), torch.tensor([1], dtype=torch.float).item(), torch.empty(0).sum(), torch.empty(2, 0).shape)
