import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
for m, shape in [(nn.Conv2d(2, 3, 3, padding=1, stride=2), (2, 2, 5, 5)), (nn.Conv2d(2, 4, (1, 3), groups=2, bias=False), (1, 2, 4, 4)), (nn.Conv2d(1, 1, 2, padding='same'), (1, 1, 3, 3)),
                 (nn.Conv2d(1, 2, 3, dilation=2, padding_mode='reflect', padding=2), (1, 1, 5, 5)), (nn.Conv1d(2, 3, 3, padding=1), (2, 2, 5)), (nn.Conv3d(1, 2, 2, stride=(1, 2, 1)), (1, 1, 3, 4, 3)),
                 (nn.ConvTranspose2d(2, 3, 3, stride=2, padding=1, output_padding=1), (1, 2, 3, 3)), (nn.ConvTranspose1d(2, 1, 2, stride=2), (1, 2, 3)), (nn.ConvTranspose3d(1, 1, 2), (1, 1, 2, 2, 2))]:
    x = torch.randn(shape, requires_grad=True)
    y = m(x)
    y.pow(2).sum().backward()
    print(m, y.shape, y.flatten()[:4], f'{x.grad.sum().item():.4f}', [f'{p.grad.sum().item():.4f}' for p in m.parameters()])
k = torch.tensor([[[[0.0, 1, 0], [1, -4, 1], [0, 1, 0]]]])
img = torch.zeros(1, 1, 5, 5)
img[0, 0, 2, 2] = 1
print(F.conv2d(img, k, padding=1))
print(F.conv2d(torch.ones(1, 4, 4), k.expand(1, 1, 3, 3)).shape, nn.Conv2d(1, 1, 3)(torch.ones(1, 5, 5)).shape)
print(nn.ConvTranspose2d(1, 1, 3, stride=2)(torch.ones(1, 1, 2, 2), output_size=(6, 6)).shape)
