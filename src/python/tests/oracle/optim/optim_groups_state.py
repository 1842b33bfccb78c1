import copy

import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
opt = torch.optim.SGD([{'params': net[0].parameters(), 'lr': 0.01}, {'params': [net[1].weight]}], lr=0.1, momentum=0.9)
opt.add_param_group({'params': net[1].bias, 'lr': 1.0, 'weight_decay': 0.5})
print([(g['lr'], g['momentum'], g['weight_decay'], len(g['params'])) for g in opt.param_groups])
x, y = torch.randn(4, 2), torch.randn(4, 1)
for _ in range(3):
    opt.zero_grad()
    ((net(x) - y) ** 2).mean().backward()
    opt.step()
sd = opt.state_dict()
print([g['params'] for g in sd['param_groups']], sorted(sd['state']))
print(sd['state'][0]['momentum_buffer'])
for name, cls, kw in [('adam', torch.optim.Adam, {}), ('rms', torch.optim.RMSprop, {'momentum': 0.5}), ('sgd', torch.optim.SGD, {'lr': 0.1, 'momentum': 0.9})]:
    a = nn.Linear(2, 1)
    b = copy.deepcopy(a)
    oa = cls(a.parameters(), **kw)
    for _ in range(2):
        oa.zero_grad()
        ((a(x) - y) ** 2).mean().backward()
        oa.step()
    ob = cls(b.parameters(), **kw)
    b.load_state_dict(a.state_dict())
    ob.load_state_dict(copy.deepcopy(oa.state_dict()))
    for m, o in ((a, oa), (b, ob)):
        o.zero_grad()
        ((m(x) - y) ** 2).mean().backward()
        o.step()
    print(name, torch.equal(a.weight, b.weight), a.weight.data)
w = nn.Parameter(torch.ones(2))
frozen = nn.Parameter(torch.ones(2), requires_grad=False)
o = torch.optim.Adam([w, frozen], lr=0.1)
w.sum().backward()
o.step()
print(w, frozen, len(o.state), o.state[w]['step'], sorted(o.state[w]))
for g in o.param_groups:
    g['lr'] *= 0.1
o.zero_grad(set_to_none=True)
print(w.grad, o.param_groups[0]['lr'], o.defaults['lr'])
o.step()
print(w.data)
