import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.arange(1.0, 26).view(1, 1, 5, 5).requires_grad_()
print(F.max_pool2d(x, 2), F.max_pool2d(x, 3, stride=1, padding=1), F.max_pool2d(x, 2, ceil_mode=True))
print(F.max_pool2d(x, 2, return_indices=True)[1], nn.MaxPool2d(2, dilation=2)(x))
print(F.avg_pool2d(x, 2), F.avg_pool2d(x, 3, 2, 1, count_include_pad=False), F.avg_pool2d(x, 2, divisor_override=1))
print(F.adaptive_avg_pool2d(x, 2), F.adaptive_avg_pool2d(x, (1, None)), F.adaptive_max_pool2d(x, 3), F.adaptive_avg_pool2d(x, 1))
(F.max_pool2d(x, 3, 1) * torch.arange(9.0).view(3, 3)).sum().backward()
print(x.grad)
line = torch.arange(6.0).view(1, 2, 3)
print(F.max_pool1d(line, 2), F.avg_pool1d(line, 2, 1, 1), F.adaptive_avg_pool1d(line, 2), F.adaptive_max_pool1d(line, 1))
print(F.lp_pool1d(line, 2, 2), F.lp_pool2d(x, 2, 2).shape)
values, at = F.max_pool2d(x[..., :4, :4], 2, return_indices=True)
print(F.max_unpool2d(values, at, 2), nn.MaxUnpool2d(2)(values, at, output_size=(5, 5)).shape)
vol = torch.arange(64.0).view(1, 1, 4, 4, 4)
print(F.max_pool3d(vol, 2), F.avg_pool3d(vol, 2), F.adaptive_avg_pool3d(vol, 1))
print(F.avg_pool2d(torch.ones(2, 3, 4, 4), 2).shape, F.max_pool2d(torch.ones(3, 4, 4), 2).shape)
