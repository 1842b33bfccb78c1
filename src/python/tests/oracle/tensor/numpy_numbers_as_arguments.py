import numpy as np, torch
two, zero = np.int64(2), np.int64(0)
x = torch.arange(4.0).reshape(2, 2)
print(torch.randperm(two).shape, torch.eye(two), torch.zeros(two), torch.arange(two), x.sum(zero), x.mean(zero), x.std(zero), x.norm(dim=zero))
print(torch.ones(2).repeat(two), torch.ones(1).expand(two), x.view(two, 2).shape, x.reshape(two, -1).shape, x.permute(np.int64(1), zero).shape, x.unsqueeze(zero).shape)
print(x.roll(np.int64(1)), x.cumsum(zero), torch.topk(x, two)[0], torch.randint(zero, two, (2,)).shape, torch.full((2,), two), x[zero], x * two, torch.tensor([two, zero]))
