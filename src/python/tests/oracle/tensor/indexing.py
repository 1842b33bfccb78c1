import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x[0], x[-1, 0], x[1, 2, 3], x[:, 1], x[..., 0], x[0, ..., 1:3], x[:, None, 0].shape, x[None].shape, x[..., None].shape)
print(x[:, ::2, 1::2], x[1:, :, -2:], x[:, -1:, :], x[5:].shape, x[:, 2:1].shape, x[-10:1].shape)
print(x[[0, 1], [1, 2]], x[[1]], x[[0, 0, 1]].shape, x[:, [0, 2]], x[:, [0, 2], [1, 3]], x[[0, 1], :, [1, 3]], x[0, [0, 1], 2:])
print(x[x > 20], x[x % 7 == 0], x[torch.tensor([True, False])], x[:, torch.tensor([True, False, True])], x[0][x[0] > 5])
print(x[torch.tensor(1)], x[torch.tensor([1, 0])].shape, x[torch.tensor([[0, 1], [1, 0]])].shape, x[:, torch.tensor([[0], [2]])].shape)
print(x[True].shape, x[False].shape, x[0, True].shape, x[range(2), range(2), range(2)], x[(0, 1)], x[0][1][2])
i = torch.tensor([0, 2])
print(x[:, i].shape, x[:, :, i].shape, x[0, i, i], x[:, i, :][..., i], x[1, :, i], x[..., i, i].shape, x[i[:1]])
y = torch.zeros(3, 4)
y[0] = 1
y[1, 2] = 5
y[:, 3] = torch.tensor([7.0, 8.0, 9.0])
y[2, :2] = torch.tensor([2.0, 3.0])
print(y)
y[y > 6] = -1
y[[0, 1], [0, 1]] = 10
y[..., 2] = 0.5
print(y)
y[torch.tensor([True, False, True]), 1] = torch.tensor([4.0, 6.0])
y[:, [0, 3]] = torch.tensor([[1.0, 2.0]])
y[1:] += 100
y[0, 0] -= 3
y[y == 2] *= 3
print(y)
z = torch.arange(6)
z[::2] = 0
z[-1] = 9
z[torch.tensor([1, 1])] = 5
z[None, 2] = 7 if False else z[2]
print(z, z[z.nonzero()].squeeze(), z[z != 0].tolist())
a = torch.zeros(2, 2, 2)
a[:, :, 0] = torch.eye(2)
a[0, ..., 1] = 3
a[1] = a[0]
print(a, a[:, 0, 0], a[a.bool()].numel())
w = torch.zeros(4)
w[1:3] = torch.ones(2, dtype=torch.int64)
w[3] = torch.tensor(2)
w[0] = True
print(w)
m = torch.zeros(2, 3)
m[0] = torch.tensor([1, 2, 3])
m[:, 1:] = 9
m[[True, False]] = 4
print(m, m[1, 1:].sum(), m[:, 0] @ m[:, 1])
