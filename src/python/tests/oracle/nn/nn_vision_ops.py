import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.arange(1.0, 5).view(1, 1, 2, 2)
print(F.interpolate(x, scale_factor=2), F.interpolate(x, size=(3, 3), mode='bilinear'), F.interpolate(x, scale_factor=2, mode='bilinear', align_corners=True))
print(F.interpolate(x, scale_factor=2, mode='bicubic'), F.interpolate(x, size=3), F.interpolate(torch.arange(3.0).view(1, 1, 3), scale_factor=2, mode='linear'))
print(nn.Upsample(scale_factor=2)(x).shape, nn.UpsamplingBilinear2d(scale_factor=2)(x))
print(F.pixel_shuffle(torch.arange(16.0).view(1, 4, 2, 2), 2), F.pixel_unshuffle(torch.arange(16.0).view(1, 1, 4, 4), 2).shape)
for mode in ('constant', 'reflect', 'replicate', 'circular'):
    print(F.pad(x, (1, 1, 1, 0), mode=mode))
print(F.pad(x, (-1, 1)), F.pad(x, (1, 0), value=7.0), nn.ZeroPad2d((1, 0, 0, 1))(x), nn.ReflectionPad2d(1)(x)[0, 0, 0])
print(F.unfold(x, 2, padding=1), F.fold(torch.ones(1, 4, 4), (3, 3), 2))
print(F.one_hot(torch.tensor([[0, 2], [1, 1]])), F.one_hot(torch.tensor([1]), 4))
print(F.normalize(torch.tensor([[3.0, 4.0], [0.0, 0.0]])), F.normalize(torch.tensor([[1.0, -3.0]]), p=1))
print(F.cosine_similarity(torch.tensor([[1.0, 0.0]]), torch.tensor([[1.0, 1.0]])), F.pairwise_distance(torch.zeros(1, 2), torch.ones(1, 2)))
grid = F.affine_grid(torch.tensor([[[1.0, 0, 0], [0, 1, 0]]]), (1, 1, 2, 2), align_corners=False)
print(grid, F.grid_sample(x, grid, align_corners=False))
print(F.softmax(torch.tensor([1.0, 2.0]), dim=0, dtype=torch.float64), F.log_softmax(torch.zeros(2, 2), dim=-1))
