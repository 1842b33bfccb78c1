import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.ones(2, 6)
print(F.dropout(x, 0.5), F.dropout(x, 0.2), F.dropout(x, 0.5, training=False))
print(nn.Dropout(0.3)(x), nn.Dropout(0.0)(x), nn.Dropout(1.0)(x))
print(F.dropout2d(torch.ones(2, 3, 2, 2), 0.5)[:, :, 0, 0], F.dropout1d(torch.ones(2, 3, 2), 0.5)[:, :, 0])
print(F.alpha_dropout(x, 0.4, training=True))
print(F.feature_alpha_dropout(torch.ones(1, 4, 2), 0.4, training=True)[0, :, 0])
print(F.rrelu(-x, training=True))
print(F.gumbel_softmax(torch.zeros(2, 3)), F.gumbel_softmax(torch.zeros(2, 3), hard=True))
m = nn.Dropout(0.5)
y = torch.ones(4, requires_grad=True)
z = m(y)
z.sum().backward()
print(z, y.grad)
print(torch.rand(1))
