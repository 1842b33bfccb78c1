import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(4, 6, 3, requires_grad=True)
for m in [nn.BatchNorm1d(6), nn.BatchNorm1d(6, momentum=None), nn.LayerNorm(3), nn.LayerNorm((6, 3)), nn.GroupNorm(3, 6), nn.InstanceNorm1d(6),
          nn.InstanceNorm1d(6, affine=True, track_running_stats=True), nn.LocalResponseNorm(2)]:
    x.grad = None
    y = m(x)
    m(x * 2 + 1)
    (y * torch.arange(72.0).view(4, 6, 3)).sum().backward()
    print(m, y[0, 0], f'{x.grad.abs().sum().item():.3f}')
    for n, b in m.named_buffers():
        print(n, b)
    m.eval()
    print(m(x)[1, 2])
bn = nn.BatchNorm2d(2)
bn.weight.data = torch.tensor([2.0, 3.0])
img = torch.arange(16.0).view(2, 2, 2, 2)
print(bn(img), bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.reset_running_stats()
print(bn.running_mean, bn.num_batches_tracked)
free = nn.BatchNorm1d(3, track_running_stats=False, affine=False)
print(free(torch.tensor([[1.0, 2, 3], [3, 2, 1]])), list(free.state_dict()))
