import copy

import torch

x = torch.tensor([[1.5, 2.0], [3.0, 4.0]])
s = torch.tensor(7)
print(len(x), [r.tolist() for r in x], s.item(), float(s), int(torch.tensor(2.9)), bool(torch.tensor(0)), list(range(torch.tensor(3))), [10, 20, 30][torch.tensor(1)])
print(f'{torch.tensor(3.14159):.2f}', f'{s}', f'{s:3d}|', f'{x[0]}', '{:.3f}'.format(x.mean()), str(x[0, 0]), '%.2f' % x[0, 0], '%d' % s, '%s' % s)
print(x.tolist(), torch.tensor([True]).tolist(), torch.tensor(1.5).tolist(), torch.zeros(2, 0).tolist(), torch.zeros(0).tolist(), torch.zeros(0, 2).tolist(), torch.zeros(1, 1, 1).tolist())
print(2.0 in x, 9 in x, torch.tensor(3.0) in x, x is x, (x == x).all().item(), hash(x) == hash(x), isinstance(x, torch.Tensor), type(x), type(x).__name__)
y = copy.deepcopy(x)
y[0] = 0
z = copy.copy(x)
z[1, 1] = -1
print(x, y, sum([torch.tensor(1), torch.tensor(2)]), max(torch.tensor([3, 9, 2])), sum(torch.arange(4)), min(x[0]), sorted(torch.tensor([2, 1])), any(torch.tensor([0, 1])))
a, b = torch.tensor([1, 2])
print(a, b, *torch.tensor([3, 4]), dict(zip('ab', torch.tensor([5, 6]))), [i for i, t in enumerate(torch.zeros(3)) if t == 0], list(reversed(torch.tensor([1, 2]))))
print(x.shape == (2, 2), x.shape[0], x.shape + (1,), list(x.shape), x.size(), torch.Size([2, 3]).numel(), x.shape[-1:], tuple(x.shape), len(x.shape), (*x.shape, 5), torch.Size((1, 2)) == torch.Size([1, 2]))
if torch.tensor(1):
    print('true')
if not torch.tensor([0.0]):
    print('false')
print(torch.tensor(5) == 5, torch.tensor(2) < torch.tensor(3), (torch.tensor([1, 2]) == torch.tensor([1, 3])), torch.tensor([1]) == None, x is not None, torch.tensor(3) // 2, divmod(7, 2), torch.tensor(2) ** 3)
print(repr(torch.device('cpu')), str(torch.device('cuda:0')), torch.device('cuda', 1), x.device == torch.device('cpu'), torch.device('cpu').type, torch.device('cuda:1').index, x.device.type == 'cpu', torch.device(torch.device('cpu')))
print(x.to('cpu') is x, x.to(torch.float32) is x, x.to(torch.float64).dtype, x.cpu() is x, x.float() is x, x.to(x.double()).dtype, x.to('cpu', torch.int64), x.to(dtype=torch.float16), x.to(device='cpu', dtype=torch.int32))
print(x.T.tolist(), x.data.tolist(), x.detach().tolist(), x.clone().tolist(), x.numpy().tolist(), x.element_size(), x.storage_offset(), x.nbytes if hasattr(x, 'nbytes') else 16, x.itemsize if hasattr(x, 'itemsize') else 4)
m = x.max(1)
values, indices = m
print(m.values, m.indices, values is m[0], m, type(m).__name__, len(m))
print(torch.cuda.is_available(), torch.cuda.device_count(), torch.backends.mps.is_available() if hasattr(torch.backends, 'mps') else False, torch.get_num_threads() >= 1)
