import torch
import torch.nn as nn

w = nn.Parameter(torch.tensor([2.0]))
opt = torch.optim.SGD([w], lr=0.1, momentum=0.9)
text = repr(opt).splitlines()
print([line for line in text if 'foreach' not in line and 'differentiable' not in line and 'fused' not in line])


def closure():
    opt.zero_grad()
    loss = (w ** 2).sum()
    loss.backward()
    return loss


for _ in range(3):
    print(opt.step(closure).item(), w.item())
print(opt.step(), w.grad)
print(repr(torch.optim.LBFGS([w])))
print(torch.optim.Adagrad([w]).state[w])
