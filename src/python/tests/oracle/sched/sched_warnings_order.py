import warnings

import torch
from torch.optim.lr_scheduler import ExponentialLR, StepLR


def new():
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    opt = new()
    s = StepLR(opt, 1)
    s.step()
    opt.step()
    opt = new()
    s = ExponentialLR(opt, 0.5)
    opt.step()
    s.step()
    print(s.get_lr())
    s.step(5)
    print(s.get_last_lr())
for w in seen:
    print(w.category.__name__, str(w.message)[:90])
