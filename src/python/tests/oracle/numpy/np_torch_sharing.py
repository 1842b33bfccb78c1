import numpy as np
import torch

a = np.arange(6, dtype=np.float32).reshape(2, 3)
t = torch.from_numpy(a)
t[0, 0] = 100
a[1, 2] = -5
print(a, t, t.dtype, t.shape)
n = t.numpy()
n += 1
print(t, a, np.shares_memory(n, a))
u = torch.zeros(3)
v = u.numpy()
u.add_(2)
v[1] = 7
print(u, v, v.dtype)
for kind in ("float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "bool"):
    x = np.array([1, 0, 2]).astype(kind)
    y = torch.from_numpy(x)
    print(kind, y, y.dtype, y.numpy().dtype, torch.tensor(x).dtype, torch.as_tensor(x).dtype)
print(torch.tensor(np.float64(1.5)), torch.tensor(np.float32(2.5)), torch.tensor(np.int64(3)), torch.tensor(np.array(4)), torch.tensor([np.float32(1), np.float32(2)]), torch.tensor(np.bool_(True)))
c = torch.tensor(a)
c[0, 0] = 0
s = torch.as_tensor(a)
s[0, 1] = 55
print(a, c[0, 0], np.array(s), np.asarray(s) is a, np.array(c).dtype)
print(np.mean(torch.tensor([1.0, 2.0, 3.0]).numpy()), np.sum(torch.ones(2, 2).numpy()), torch.ones(2).numpy() * 2, torch.arange(3).numpy(), torch.tensor([[1, 2], [3, 4]]).numpy().T)
w = torch.tensor([1.0, 2.0], requires_grad=True)
for call in (lambda: w.numpy(), lambda: torch.from_numpy([1, 2]), lambda: torch.from_numpy(np.array(["a"])), lambda: torch.from_numpy(np.arange(3)[::-1]), lambda: torch.tensor(np.array([1, "a"], dtype=object)), lambda: torch.from_numpy(np.array([1], dtype=np.uint16))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0].strip())
print(w.detach().numpy(), w.detach().cpu().numpy().tolist(), torch.from_numpy(np.arange(6).reshape(2, 3).T), torch.from_numpy(np.arange(10)[::3]), torch.from_numpy(np.ones((2, 2))[:, 0]))
m = torch.randn(3, 4).numpy()
print(m.shape, m.dtype, m.T.flags.c_contiguous, torch.zeros(2, 3).t().numpy().strides, torch.zeros(0).numpy(), torch.tensor(5).numpy(), type(torch.tensor(5).numpy()).__name__, torch.tensor(2.5).item())
print(np.allclose(torch.ones(3).numpy(), np.ones(3)), torch.allclose(torch.from_numpy(np.ones(3)), torch.ones(3, dtype=torch.float64)), (torch.ones(2) * np.float64(2)).dtype, torch.ones(2) + np.ones(2, dtype=np.float32), torch.ones(2, dtype=torch.float64) + torch.from_numpy(np.ones(2)))
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.from_numpy(np.arange(4.0)), torch.from_numpy(np.arange(4))), batch_size=2)
for p, q in loader:
    print(p, q)
print(np.stack([torch.ones(2).numpy(), torch.zeros(2).numpy()]), np.concatenate([torch.arange(2).numpy(), np.array([9])]), torch.stack([torch.from_numpy(np.ones(2)), torch.zeros(2, dtype=torch.float64)]), torch.cat([torch.from_numpy(np.array([1, 2])), torch.tensor([3])]))
