import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([-3.5, -1.0, -0.3, 0.0, 0.4, 1.0, 7.0], requires_grad=True)
for m in [nn.ReLU(), nn.ReLU6(), nn.ELU(0.5), nn.SELU(), nn.CELU(2.0), nn.GELU(), nn.GELU('tanh'), nn.LeakyReLU(0.2), nn.LogSigmoid(), nn.Hardshrink(),
          nn.Hardtanh(), nn.Hardswish(), nn.Hardsigmoid(), nn.Mish(), nn.PReLU(), nn.RReLU().eval(), nn.SiLU(), nn.Sigmoid(), nn.Softmin(0), nn.Softmax(0),
          nn.LogSoftmax(0), nn.Softplus(2, 5), nn.Softshrink(), nn.Softsign(), nn.Tanh(), nn.Tanhshrink(), nn.Threshold(0.1, -9.0)]:
    x.grad = None
    y = m(x)
    (y * torch.arange(1.0, 8)).sum().backward()
    print(m, y, x.grad)
print(F.glu(torch.arange(8.0).view(2, 4)), nn.PReLU(2)(torch.tensor([[[-1.0], [-2.0]]])))
z = torch.tensor([-1.0, 2.0])
print(F.relu_(z) is z, z, F.relu(z, inplace=True))
print(F.hardtanh(torch.tensor([5.0]), 0, 2), F.softplus(torch.tensor([30.0])), torch.relu(torch.tensor([-1, 2])))
