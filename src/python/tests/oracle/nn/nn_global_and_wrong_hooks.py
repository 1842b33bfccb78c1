import torch
import torch.nn as nn
import torch.nn.modules.module as everywhere

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 1))
handles = [
    everywhere.register_module_forward_pre_hook(lambda m, i: print("before", type(m).__name__)),
    everywhere.register_module_forward_hook(lambda m, i, o: print("after", type(m).__name__, tuple(o.shape))),
    everywhere.register_module_full_backward_hook(lambda m, gi, go: print("backward", type(m).__name__, [tuple(g.shape) for g in go])),
]
own = net[0].register_forward_hook(lambda m, i, o: print("own"))
net(torch.ones(1, 2, requires_grad=True)).sum().backward()
for handle in handles[1:]:
    handle.remove()
net(torch.ones(1, 2))
handles[0].remove()
own.remove()
net(torch.ones(1, 2))
with everywhere.register_module_forward_hook(lambda m, i, o: o * 0):
    print(net(torch.ones(1, 2)))

for hook in (lambda g: g.double(), lambda g: 5, lambda g: torch.ones(3), lambda g: g.shape, lambda g: [g], lambda g: g[:1], lambda g: None, lambda g: g * 3):
    w = torch.ones(2, requires_grad=True)
    w.register_hook(hook)
    try:
        w.sum().backward()
        print(w.grad)
    except Exception as e:
        print(type(e).__name__, e)
