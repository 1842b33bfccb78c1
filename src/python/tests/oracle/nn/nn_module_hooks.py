import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
log = []
h1 = net[0].register_forward_hook(lambda m, i, o: log.append(('fwd', type(m).__name__, tuple(i[0].shape), tuple(o.shape))))
h2 = net[1].register_forward_pre_hook(lambda m, i: (i[0] * 2,))
h3 = net[2].register_forward_hook(lambda m, i, o: o + 1)
x = torch.ones(1, 2, requires_grad=True)
y = net(x)
print(y, log)
h2.remove()
h3.remove()
h1.remove()
print(net(x))
print(len(net[0]._forward_hooks))


def back(m, gi, go):
    print(type(m).__name__, [None if g is None else g for g in gi], list(go))


handles = [m.register_full_backward_hook(back) for m in net]
net(x).sum().backward()
print(x.grad)
for h in handles:
    h.remove()
h = net[0].register_full_backward_hook(lambda m, gi, go: (gi[0] * 10,))
x.grad = None
net(x).sum().backward()
print(x.grad)
h.remove()
features = {}
net[1].register_forward_hook(lambda m, i, o: features.update(act=o.detach()))
net(torch.zeros(2, 2))
print(features['act'].shape)
